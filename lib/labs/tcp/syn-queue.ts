import { noBytes } from '../bytes';
import { nextUint32, seeded } from '../random';
import { arrivesInSynchronized } from './arrives-in-synchronized';
import { type HalfOpen, sameSocket } from './half-open';
import { learnPeer } from './learn-peer';
import { changeState, explain, type Moment } from './moment';
import { selectIss } from './open-call';
import { synOptions } from './options-in-use';
import { has, type Segment, type SegmentFields, type Socket } from './segment';
import { plus } from './sequence-number';
import { closedEndpoint } from './start';
import type { Endpoint } from './state';
import { clockWithOptions, cookieFor, lostOptions, mssKept, mssOfCookie, optionsOfClock } from './syn-cookie';
import { startTimer, stopTimer } from './timer';
import { send, sendReset } from './transmit';

/**
 * SEGMENT ARRIVES at a listener that keeps half-open connections apart (RFC 4987 §2.1). Not in the RFC: the lab has room for one
 * connection a side, so the first one that is confirmed takes the listener's place; the backlog stays with it.
 */
export function arrivesAtBacklog(moment: Moment, endpoint: Endpoint, segment: Segment) {
  const { side } = endpoint;
  const peer = segment.stranger ?? null;
  const waiting = endpoint.halfOpen.find((entry) => sameSocket(entry.peer, peer));
  if (has(segment, 'RST')) return resetAtBacklog(moment, endpoint, segment, waiting);
  if (has(segment, 'ACK')) return confirm(moment, endpoint, segment, waiting);
  if (!has(segment, 'SYN')) return;
  if (waiting) {
    answer(moment, endpoint, waiting);
    return explain(moment, { code: 'syn-again', side, ack: plus(segment.seq, 1), iss: waiting.ISS });
  }
  const { backlog = 1, synCookies } = moment.state.setup[side];
  const isFull = endpoint.halfOpen.length >= backlog;
  if (synCookies === 'always' || (isFull && synCookies === 'when-full')) return sendCookie(moment, endpoint, segment);
  if (isFull) return explain(moment, { code: 'syn-dropped', side, backlog });
  keep(moment, endpoint, segment, backlog);
}

function resetAtBacklog(moment: Moment, endpoint: Endpoint, segment: Segment, waiting: HalfOpen | undefined) {
  const { side } = endpoint;
  if (!waiting || segment.seq !== plus(waiting.syn.seq, 1))
    return explain(moment, { code: 'reset-ignored', side, because: 'listening' });
  forget(moment, endpoint, (entry) => entry === waiting);
  explain(moment, { code: 'half-open-reset', side, count: endpoint.halfOpen.length });
}

function keep(moment: Moment, endpoint: Endpoint, segment: Segment, backlog: number): void {
  const { side } = endpoint;
  const { initialRto: RTO } = moment.state.setup.times;
  const peer = segment.stranger ?? null;
  const ISS = peer
    ? nextUint32(seeded(moment.state.seed, strangersBranch + segment.id)).value
    : ownIss(moment, endpoint);
  const first = answer(moment, endpoint, { peer, syn: segment, ISS });
  const entry = { peer, syn: segment, ISS, first, retransmissions: 0, RTO, due: moment.state.now + RTO };
  endpoint.halfOpen = [...endpoint.halfOpen, entry];
  watchQueue(moment, endpoint);
  explain(moment, { code: 'syn-kept', side, count: endpoint.halfOpen.length, backlog, iss: ISS });
}

const strangersBranch = 1_000;

/** Numbers for the peer of the lab come from where they always come from. */
function ownIss(moment: Moment, endpoint: Endpoint): number {
  const scratch = { ...endpoint, SND: { ...endpoint.SND } };
  selectIss(moment, scratch);
  endpoint.opens = scratch.opens;
  return scratch.ISS;
}

/** The SYN,ACK to a half-open connection; returns the id of the segment. */
function answer(
  moment: Moment,
  endpoint: Endpoint,
  { peer, syn, ISS, first }: { peer: Socket | null; syn: SegmentFields; ISS: number; first?: number },
): number {
  const scratch = closedEndpoint(endpoint.side, moment.state.setup, endpoint);
  learnPeer(moment, scratch, syn);
  return send(moment, scratch, synAck(moment, scratch, ISS), journey(peer, first)).id;
}

function synAck(moment: Moment, scratch: Endpoint, ISS: number): SegmentFields {
  return { seq: ISS, ack: 0, flags: ['SYN', 'ACK'], wnd: 0, text: noBytes, ...synOptions(moment, scratch) };
}

function journey(stranger: Socket | null, repeats?: number) {
  return { ...(stranger ? { stranger } : {}), ...(repeats === undefined ? {} : { repeats }) };
}

/** RFC 4987 §3.6: the answer is computed so that the confirmation alone tells all there is to know; nothing is kept. */
function sendCookie(moment: Moment, endpoint: Endpoint, segment: Segment) {
  const { side } = endpoint;
  const peer = segment.stranger ?? null;
  const scratch = closedEndpoint(side, moment.state.setup, endpoint);
  learnPeer(moment, scratch, segment);
  const ISS = cookieFor(moment, scratch, peer, segment);
  const fields = synAck(moment, scratch, ISS);
  const hasClock = scratch.negotiated.timestamps;
  const offers = moment.state.setup[side];
  const lost = lostOptions(segment, hasClock).filter(
    (option) =>
      option === 'mss' || (option === 'sack' ? offers.sackPermitted === true : offers.windowScale !== undefined),
  );
  if (hasClock) {
    // The clock of this one segment is set back a little, so that its lowest bits say what was offered.
    const shown = clockWithOptions(moment, scratch, segment);
    scratch.clock = { ...scratch.clock, offset: plus(shown, -moment.state.now) };
  } else {
    delete fields.windowScale;
    delete fields.sackPermitted;
  }
  send(moment, scratch, fields, journey(peer));
  explain(moment, { code: 'cookie-sent', side, iss: ISS, mss: mssKept(segment.mss ?? 536), lost });
}

/** An ACK at a listener: of a half-open connection, of a cookie, or of nothing. */
function confirm(moment: Moment, endpoint: Endpoint, segment: Segment, waiting: HalfOpen | undefined) {
  const { side } = endpoint;
  const isFree = endpoint.state === 'LISTEN';
  if (isFree && waiting && !has(segment, 'SYN') && segment.ack === plus(waiting.ISS, 1)) {
    forget(moment, endpoint, (entry) => entry === waiting);
    return becomeConnection(moment, endpoint, waiting, segment);
  }
  const remembered = isFree && !has(segment, 'SYN') ? fromCookie(moment, endpoint, segment) : null;
  if (remembered) {
    becomeConnection(moment, endpoint, remembered, segment, true);
    const { mss = 536 } = remembered.syn;
    const lost = lostOptions(
      { ...remembered.syn, windowScale: 0, sackPermitted: true },
      segment.timestamps !== undefined,
    );
    return explain(moment, { code: 'cookie-accepted', side, mss, lost: lost.filter((option) => option !== 'mss') });
  }
  sendReset(moment, endpoint, segment);
  explain(moment, { code: 'refused', side, flags: segment.flags });
}

/** The SYN as the cookie and the echoed clock tell it again; null when the cookie is none. */
function fromCookie(moment: Moment, endpoint: Endpoint, segment: Segment): HalfOpen | null {
  if (moment.state.setup[endpoint.side].synCookies === undefined) return null;
  const ISS = plus(segment.ack, -1);
  const irs = plus(segment.seq, -1);
  const peer = segment.stranger ?? null;
  const mss = mssOfCookie(moment, endpoint, peer, irs, ISS);
  if (mss === null) return null;
  const { timestamps } = segment;
  const options = timestamps ? { ...optionsOfClock(timestamps.echo), timestamps } : {};
  const syn: SegmentFields = { seq: irs, ack: 0, flags: ['SYN'], wnd: segment.wnd, text: noBytes, mss, ...options };
  return { peer, syn, ISS, first: segment.id, retransmissions: 1, RTO: 0, due: 0 };
}

/** The listener becomes the connection, which has just been confirmed. */
function becomeConnection(
  moment: Moment,
  endpoint: Endpoint,
  entry: HalfOpen,
  segment: Segment,
  byCookie?: true,
): void {
  const { ISS, syn, first, retransmissions } = entry;
  endpoint.ISS = ISS;
  endpoint.SND.UNA = ISS;
  endpoint.SND.NXT = plus(ISS, 1);
  learnPeer(moment, endpoint, syn);
  endpoint.synRetransmitted = retransmissions > 0 && entry.due > 0;
  const sentAt = moment.state.log.get(first)?.sentAt ?? moment.state.now;
  endpoint.retransmissionQueue = [{ segment: synAck(moment, endpoint, ISS), first, sentAt, retransmissions }];
  changeState(moment, endpoint, 'SYN-RECEIVED', byCookie);
  arrivesInSynchronized(moment, endpoint, segment);
}

/** The answers that nobody confirmed go again, each less and less often, and are given up in the end. */
export function synQueueTimeOut(moment: Moment, endpoint: Endpoint): void {
  const { side } = endpoint;
  const { now } = moment.state;
  const { retransmissions: most, mostRto } = moment.state.setup.times;
  const before = endpoint.halfOpen.length;
  const isOver = (entry: HalfOpen) => entry.due <= now && entry.retransmissions >= most;
  const left = endpoint.halfOpen.filter((entry) => !isOver(entry));
  let repeated = 0;
  endpoint.halfOpen = left.map((entry) => {
    if (entry.due > now) return entry;
    answer(moment, endpoint, entry);
    repeated += 1;
    const RTO = Math.min(entry.RTO * 2, mostRto);
    return { ...entry, retransmissions: entry.retransmissions + 1, RTO, due: now + RTO };
  });
  watchQueue(moment, endpoint);
  if (left.length < before) explain(moment, { code: 'half-open-forgotten', side, count: before - left.length });
  else explain(moment, { code: 'syn-ack-repeated', side, count: repeated });
}

function forget(moment: Moment, endpoint: Endpoint, which: (entry: HalfOpen) => boolean): void {
  endpoint.halfOpen = endpoint.halfOpen.filter((entry) => !which(entry));
  watchQueue(moment, endpoint);
}

function watchQueue(moment: Moment, endpoint: Endpoint) {
  const due = Math.min(...endpoint.halfOpen.map((entry) => entry.due));
  if (endpoint.halfOpen.length === 0) stopTimer(moment, endpoint, 'syn-queue');
  else if (endpoint.timers['syn-queue'] !== due) startTimer(moment, endpoint, 'syn-queue', due - moment.state.now);
}
