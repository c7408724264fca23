import { nextBelow, nextFraction } from '../random';
import { explain, type Moment } from './moment';
import { lengthOf, type Segment, type SegmentFields } from './segment';
import { writeSegment } from './segment-bytes';
import { peerOf, type Side } from './setup';

/** A segment leaves its host and enters the network, where chance may lose it, hold it up or double it. */
export function enterNetwork(moment: Moment, from: Side, fields: SegmentFields, repeats?: number): Segment {
  const { state } = moment;
  const { setup } = state;
  const sender = state[from];
  sender.ipId = (sender.ipId + 1) & 0xffff;
  const luck = drawLuck(moment);
  const id = state.segments.length;
  const segment: Segment = {
    ...fields,
    id,
    from,
    len: lengthOf(fields),
    bytes: writeSegment({
      ...fields,
      source: setup[from],
      destination: setup[peerOf(from)],
      identification: sender.ipId,
    }),
    sentAt: state.now,
    at: state.now + setup.network.delay + luck.jitter,
    fate: 'in-flight',
    ...(repeats === undefined ? {} : { repeats }),
  };
  state.segments.push(segment);
  putOnWire(moment, segment);
  moment.events.push({ kind: 'segment-sent', at: state.now, side: from, segment: id });
  if (luck.doubled) copySegment(moment, segment);
  if (luck.lost) loseSegment(moment, id, 'chance');
  return segment;
}

/** Always three draws a segment, so that one setting of the network does not move the luck of another. */
function drawLuck(moment: Moment): { lost: boolean; doubled: boolean; jitter: number } {
  const { network } = moment.state.setup;
  const loss = nextFraction(moment.state.random);
  const doubling = nextFraction(loss.state);
  const jitter = nextBelow(doubling.state, network.jitter + 1);
  moment.state.random = jitter.state;
  return { lost: loss.value < network.loss, doubled: doubling.value < network.duplication, jitter: jitter.value };
}

/** Takes a segment off the wire; `lost` halfway through its journey when it was chance. */
export function loseSegment(moment: Moment, id: number, by: 'chance' | 'learner'): void {
  const { state } = moment;
  const segment = state.segments[id];
  if (!segment) return;
  const at = by === 'learner' ? state.now : state.now + Math.floor(state.setup.network.delay / 2);
  takeOffWire(moment, { ...segment, fate: 'lost', lostBy: by, at });
  moment.events.push({ kind: 'segment-lost', at: state.now, segment: id, by });
  if (by === 'learner') explain(moment, { code: 'lost', segment: id, from: segment.from, flags: segment.flags, by });
}

/** The network makes a second one, which arrives a millisecond behind the first. */
export function copySegment(moment: Moment, segment: Segment): number {
  const { state } = moment;
  const id = state.segments.length;
  const copy = { ...segment, id, copyOf: segment.copyOf ?? segment.id, at: segment.at + 1 };
  state.segments.push(copy);
  putOnWire(moment, copy);
  moment.events.push({ kind: 'segment-duplicated', at: state.now, segment: segment.id, copy: id });
  return id;
}

export function delaySegment(moment: Moment, segment: Segment, ms: number): void {
  const { state } = moment;
  const until = segment.at + ms;
  const later = { ...segment, at: until };
  takeOffWire(moment, later);
  putOnWire(moment, later);
  moment.events.push({ kind: 'segment-delayed', at: state.now, segment: segment.id, until });
}

/** The segment is at its destination now. */
export function arrive(moment: Moment, segment: Segment): void {
  const { state } = moment;
  takeOffWire(moment, { ...segment, fate: 'arrived', at: state.now });
  moment.events.push({ kind: 'segment-arrived', at: state.now, side: peerOf(segment.from), segment: segment.id });
}

function takeOffWire(moment: Moment, segment: Segment): void {
  const { state } = moment;
  state.segments[segment.id] = segment;
  const place = state.wire.indexOf(segment.id);
  if (place !== -1) state.wire.splice(place, 1);
}

/** Behind all that arrive no later: found by halving, since a flooded network may carry thousands. */
function putOnWire(moment: Moment, segment: Segment): void {
  const { segments, wire } = moment.state;
  let from = 0;
  let to = wire.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const other = segments[wire[middle] ?? 0];
    if (other && (other.at < segment.at || (other.at === segment.at && other.id < segment.id))) from = middle + 1;
    else to = middle;
  }
  wire.splice(from, 0, segment.id);
  moment.cost += 1;
}
