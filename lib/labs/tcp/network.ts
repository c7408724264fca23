import { nextBelow, nextFraction, nextUint32, seeded } from '../random';
import { explain, type Moment } from './moment';
import { lengthOf, type Segment, type SegmentFate, type SegmentFields } from './segment';
import { writeBetween } from './segment-bytes';
import { peerOf, type Side } from './setup';
import type { Endpoint } from './state';
import { writeUdp } from './udp-bytes';

/** What is special about a segment's way: whose number it repeats, who else sent it, who else it is for. */
export type Journey = Pick<Segment, 'repeats' | 'purpose' | 'forged' | 'crafted' | 'stranger' | 'port'> & {
  /** The datagram, where someone has built it. */
  bytes?: Uint8Array;
};

/** A segment leaves its host and enters the network, where chance may lose it, hold it up or double it. */
export function enterNetwork(moment: Moment, from: Side, fields: SegmentFields, journey: Journey = {}): Segment {
  const { state } = moment;
  const { setup } = state;
  const luck = drawLuck(moment);
  const id = state.log.length;
  // Every field by name: segments of one shape are quicker to make, to read and to copy.
  const segment: Segment = {
    seq: fields.seq,
    ack: fields.ack,
    flags: fields.flags,
    wnd: fields.wnd,
    text: fields.text,
    protocol: fields.protocol,
    mss: fields.mss,
    windowScale: fields.windowScale,
    sackPermitted: fields.sackPermitted,
    timestamps: fields.timestamps,
    sack: fields.sack,
    id,
    from,
    len: lengthOf(fields),
    bytes: journey.bytes ?? bytesOf(moment, from, fields, journey),
    sentAt: state.now,
    at: state.now + setup.network.delay + luck.jitter,
    fate: 'in-flight',
    lostBy: undefined,
    repeats: journey.repeats,
    purpose: journey.purpose,
    copyOf: undefined,
    forged: journey.forged,
    crafted: journey.crafted,
    stranger: journey.stranger,
    port: journey.port,
    asSent: undefined,
    refused: undefined,
  };
  state.log.push(segment);
  putOnWire(moment, segment);
  moment.events.push({ kind: 'segment-sent', at: state.now, side: from, segment: id });
  if (luck.doubled) copySegment(moment, segment);
  if (luck.lost) loseSegment(moment, id, 'chance');
  return segment;
}

/** The datagram: from one host of the lab to the other, or from or to a stranger in the peer's place. */
function bytesOf(moment: Moment, from: Side, fields: SegmentFields, journey: Journey): Uint8Array {
  const { forged, stranger, port } = journey;
  const { state } = moment;
  const host = forged && stranger ? stranger : state.setup[from];
  const source = port === undefined ? host : { address: host.address, port };
  const destination = !forged && stranger ? stranger : state.setup[peerOf(from)];
  const identification = forged ? forgedIdentification(moment) : nextIdentification(state[from]);
  return fields.protocol === 'udp'
    ? writeUdp({ source, destination, identification, text: fields.text })
    : writeBetween(fields, source, destination, identification);
}

function nextIdentification(sender: Endpoint): number {
  sender.ipId = (sender.ipId + 1) & 0xffff;
  return sender.ipId;
}

const forgersBranch = 9;

/** A forger does not know how far the host it plays has counted. */
export function forgedIdentification({ state }: Moment): number {
  return nextUint32(seeded(state.seed, forgersBranch + 16 * state.log.length)).value & 0xffff;
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
  const segment = state.log.get(id);
  if (!segment) return;
  const at = by === 'learner' ? state.now : state.now + Math.floor(state.setup.network.delay / 2);
  takeOffWire(moment, ended(segment, 'lost', at, by));
  moment.events.push({ kind: 'segment-lost', at: state.now, segment: id, by });
  if (by === 'learner') explain(moment, { code: 'lost', segment: id, from: segment.from, flags: segment.flags, by });
}

/** The network makes a second one, which arrives a millisecond behind the first. `sentAt`: when a late one sets out again. */
export function copySegment(moment: Moment, segment: Segment, sentAt = segment.sentAt): number {
  const { state } = moment;
  const id = state.log.length;
  const copy: Segment = {
    ...segment,
    lostBy: undefined,
    refused: undefined,
    id,
    copyOf: segment.copyOf ?? segment.id,
    at: segment.at + 1,
    sentAt,
    fate: 'in-flight',
  };
  state.log.push(copy);
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

/** Whether it goes to a host outside the lab. */
export function isForStranger({ stranger, forged }: Segment): boolean {
  return stranger !== undefined && !forged;
}

/** The segment is at its destination now. */
export function arrive(moment: Moment, segment: Segment): void {
  const { state } = moment;
  takeOffWire(moment, ended(segment, 'arrived', state.now));
  if (isForStranger(segment)) return;
  moment.events.push({ kind: 'segment-arrived', at: state.now, side: peerOf(segment.from), segment: segment.id });
}

/** The segment with what became of it. Every field by name, as where it entered: a spread would be larger, and slower to make. */
function ended(segment: Segment, fate: SegmentFate, at: number, lostBy?: Segment['lostBy']): Segment {
  return {
    seq: segment.seq,
    ack: segment.ack,
    flags: segment.flags,
    wnd: segment.wnd,
    text: segment.text,
    protocol: segment.protocol,
    mss: segment.mss,
    windowScale: segment.windowScale,
    sackPermitted: segment.sackPermitted,
    timestamps: segment.timestamps,
    sack: segment.sack,
    id: segment.id,
    from: segment.from,
    len: segment.len,
    bytes: segment.bytes,
    sentAt: segment.sentAt,
    at,
    fate,
    lostBy,
    repeats: segment.repeats,
    purpose: segment.purpose,
    copyOf: segment.copyOf,
    forged: segment.forged,
    crafted: segment.crafted,
    stranger: segment.stranger,
    port: segment.port,
    asSent: segment.asSent,
    refused: segment.refused,
  } satisfies { [Field in keyof Required<Segment>]: Segment[Field] };
}

function takeOffWire(moment: Moment, segment: Segment): void {
  const { state } = moment;
  state.log.set(segment.id, segment);
  const place = state.wire.indexOf(segment.id);
  if (place === 0) state.wire.shift();
  else if (place !== -1) state.wire.splice(place, 1);
}

/** Behind all that arrive no later: found by halving, since a flooded network may carry thousands. */
function putOnWire(moment: Moment, segment: Segment): void {
  const { log, wire } = moment.state;
  moment.cost += 1;
  const last = log.get(wire.at(-1) ?? -1);
  if (!last || last.at < segment.at || (last.at === segment.at && last.id < segment.id)) {
    wire.push(segment.id);
    return;
  }
  let from = 0;
  let to = wire.length - 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const other = log.get(wire[middle] ?? 0);
    if (other && (other.at < segment.at || (other.at === segment.at && other.id < segment.id))) from = middle + 1;
    else to = middle;
  }
  wire.splice(from, 0, segment.id);
}
