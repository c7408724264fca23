import { congestionRoom, restartAfterIdle } from './congestion';
import type { Moment } from './moment';
import type { Journey } from './network';
import { effectiveMss } from './options-in-use';
import { repeat } from './retransmission';
import { type Flag, lengthOf } from './segment';
import { distance, plus } from './sequence-number';
import type { Endpoint } from './state';
import { startTimer, stopTimer } from './timer';
import { ackOnly, transmit } from './transmit';
import type { Waiting } from './why';

/** How many more sequence numbers the peer's window takes. */
function windowRoom(endpoint: Endpoint): number {
  return endpoint.SND.WND - distance(endpoint.SND.UNA, endpoint.SND.NXT);
}

function room(endpoint: Endpoint): number {
  return Math.min(windowRoom(endpoint), congestionRoom(endpoint));
}

/** RFC 9293 §3.8.6.2.1: between 0.1 and 1.0 seconds. */
const overrideTime = 500;

/**
 * Sends as much of the waiting text as the windows take, in segments of at most Eff.snd.MSS, and the FIN behind it; before
 * that, what was taken for lost. Returns why text still waits, or null when nothing does.
 */
export function segmentize(
  moment: Moment,
  endpoint: Endpoint,
  how: 'as-usual' | 'overriding' = 'as-usual',
): Waiting | null {
  repeatLost(moment, endpoint);
  restartAfterIdle(endpoint, moment.state.setup, moment.state.now);
  let waits: Waiting | null = null;
  while (endpoint.sendQueue.length > 0) {
    const wanted = Math.min(endpoint.sendQueue.length, effectiveMss(endpoint));
    const fits = Math.min(wanted, room(endpoint));
    waits = fits <= 0 ? whatIsFull(endpoint) : how === 'overriding' ? null : whyHeld(moment, endpoint, wanted, fits);
    if (waits) break;
    sendText(moment, endpoint, fits);
  }
  if (finIsDue(endpoint) && room(endpoint) > 0) sendFin(moment, endpoint);
  watchSilence(moment, endpoint, waits);
  return waits;
}

function whatIsFull(endpoint: Endpoint): Waiting {
  return windowRoom(endpoint) <= congestionRoom(endpoint) ? 'window' : 'congestion';
}

/**
 * Why a piece that would fit waits all the same. Nagle's algorithm (RFC 9293 §3.7.4) holds back what is small, silly window
 * avoidance (§3.8.6.2.1) what the window makes small. Not in the RFC: where the setup says nothing of silly windows, a piece
 * that the window cuts waits only while older text is unacknowledged.
 */
function whyHeld(moment: Moment, endpoint: Endpoint, wanted: number, fits: number): Waiting | null {
  const { nagle, sillyWindow } = moment.state.setup[endpoint.side];
  const isIdle = endpoint.retransmissionQueue.length === 0;
  // Like real hosts: the last text before a FIN has nothing to wait for.
  if (nagle && !isIdle && fits < effectiveMss(endpoint) && !endpoint.closeQueued) return 'nagle';
  if (fits === wanted || sillyWindow === 'allowed') return null;
  if (sillyWindow === undefined) return isIdle ? null : 'window';
  return fits >= endpoint.mostWindow / 2 ? null : 'silly-window';
}

/** What was taken for lost goes before anything new, as far as the congestion window lets it. */
function repeatLost(moment: Moment, endpoint: Endpoint): void {
  if (!endpoint.congestion) return;
  endpoint.retransmissionQueue.forEach((entry, place) => {
    if (!entry.lost || lengthOf(entry.segment) > congestionRoom(endpoint)) return;
    repeat(moment, endpoint, place);
    if (endpoint.timers.retransmission === undefined) startTimer(moment, endpoint, 'retransmission', endpoint.RTO);
  });
}

/** When nothing is under way that would bring news of the window, a timer has to ask. */
function watchSilence(moment: Moment, endpoint: Endpoint, waits: Waiting | null): void {
  if (waits === 'silly-window') {
    if (endpoint.timers.override === undefined) startTimer(moment, endpoint, 'override', overrideTime);
    return;
  }
  stopTimer(moment, endpoint, 'override');
  // The zero-window probe (RFC 9293 §3.8.6.1).
  const isWaiting = endpoint.sendQueue.length > 0 || finIsDue(endpoint);
  if (isWaiting && endpoint.retransmissionQueue.length === 0 && endpoint.timers.retransmission === undefined) {
    startTimer(moment, endpoint, 'retransmission', endpoint.RTO);
  }
}

function finIsDue(endpoint: Endpoint): boolean {
  return endpoint.closeQueued && endpoint.finSeq === null && endpoint.sendQueue.length === 0;
}

/** Sends the first `length` bytes; the last of the text pushes, and takes the FIN along when one waits and there is room. */
function sendText(moment: Moment, endpoint: Endpoint, length: number, journey: Journey = {}): void {
  const text = endpoint.sendQueue.subarray(0, length);
  endpoint.sendQueue = endpoint.sendQueue.subarray(length);
  const isLast = endpoint.sendQueue.length === 0;
  const takesFin = finIsDue(endpoint) && room(endpoint) > length;
  const flags = takesFin ? (isLast ? finPushAck : finAck) : isLast ? pushAck : ackOnly;
  if (takesFin) endpoint.finSeq = plus(endpoint.SND.NXT, length);
  transmit(moment, endpoint, { flags, text }, journey);
}

const finPushAck: readonly Flag[] = ['FIN', 'PSH', 'ACK'];
const finAck: readonly Flag[] = ['FIN', 'ACK'];
const pushAck: readonly Flag[] = ['PSH', 'ACK'];

function sendFin(moment: Moment, endpoint: Endpoint, journey: Journey = {}): void {
  endpoint.finSeq = endpoint.SND.NXT;
  transmit(moment, endpoint, { flags: finAck }, journey);
}

/** One byte (or the FIN) beyond a window of zero: its answer tells the window. */
export function probeWindow(moment: Moment, endpoint: Endpoint): void {
  const journey = { purpose: 'window-probe' } as const;
  if (endpoint.sendQueue.length > 0) sendText(moment, endpoint, 1, journey);
  else sendFin(moment, endpoint, journey);
}
