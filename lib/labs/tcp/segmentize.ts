import type { Moment } from './moment';
import type { Flag } from './segment';
import { distance, plus } from './sequence-number';
import type { Endpoint } from './state';
import { startTimer } from './timer';
import { transmit } from './transmit';

/** How many more sequence numbers the peer's window takes. */
function room(endpoint: Endpoint): number {
  return endpoint.SND.WND - distance(endpoint.SND.UNA, endpoint.SND.NXT);
}

/**
 * Sends as much of the waiting text as the window takes, in segments of at most SND.MSS, and the FIN behind it.
 * Returns whether anything was sent. A small piece waits while older text is unacknowledged, if the window is all that
 * keeps it small (RFC 9293 §3.8.6.2.1, silly window avoidance). Not in the RFC: there is no Nagle algorithm here.
 */
export function segmentize(moment: Moment, endpoint: Endpoint): boolean {
  let sent = false;
  while (endpoint.sendQueue.length > 0) {
    const wanted = Math.min(endpoint.sendQueue.length, endpoint.SND.MSS);
    const fits = Math.min(wanted, room(endpoint));
    if (fits <= 0 || (fits < wanted && endpoint.retransmissionQueue.length > 0)) break;
    sendText(moment, endpoint, fits);
    sent = true;
  }
  if (finIsDue(endpoint) && room(endpoint) > 0) {
    sendFin(moment, endpoint);
    sent = true;
  }
  // Nothing is under way that would bring news of the window: ask for it (RFC 9293 §3.8.6.1, zero-window probe).
  const waits = endpoint.sendQueue.length > 0 || finIsDue(endpoint);
  if (waits && endpoint.retransmissionQueue.length === 0 && endpoint.timers.retransmission === undefined) {
    startTimer(moment, endpoint, 'retransmission', endpoint.RTO);
  }
  return sent;
}

function finIsDue(endpoint: Endpoint): boolean {
  return endpoint.closeQueued && endpoint.finSeq === null && endpoint.sendQueue.length === 0;
}

/** Sends the first `length` bytes; the last of the text pushes, and takes the FIN along when one waits and there is room. */
function sendText(moment: Moment, endpoint: Endpoint, length: number): void {
  const text = endpoint.sendQueue.slice(0, length);
  endpoint.sendQueue = endpoint.sendQueue.subarray(length);
  const isLast = endpoint.sendQueue.length === 0;
  const takesFin = finIsDue(endpoint) && room(endpoint) > length;
  const flags: Flag[] = [...(takesFin ? (['FIN'] as const) : []), ...(isLast ? (['PSH'] as const) : []), 'ACK'];
  if (takesFin) endpoint.finSeq = plus(endpoint.SND.NXT, length);
  transmit(moment, endpoint, { flags, text });
}

function sendFin(moment: Moment, endpoint: Endpoint): void {
  endpoint.finSeq = endpoint.SND.NXT;
  transmit(moment, endpoint, { flags: ['FIN', 'ACK'] });
}

/** One byte (or the FIN) beyond a window of zero: its answer tells the window. */
export function probeWindow(moment: Moment, endpoint: Endpoint): void {
  if (endpoint.sendQueue.length > 0) sendText(moment, endpoint, 1);
  else sendFin(moment, endpoint);
}
