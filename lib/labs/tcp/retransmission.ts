import type { Moment } from './moment';
import { clockNow } from './options-in-use';
import { has, lengthOf, type Segment, type SegmentFields } from './segment';
import { distance, notAfter, plus } from './sequence-number';
import type { TcpSetup } from './setup';
import type { Endpoint } from './state';
import { startTimer, stopTimer } from './timer';
import { send } from './transmit';
import { progress } from './user-timeout';

/**
 * Takes what SND.UNA now covers off the retransmission queue, measures the round trip, and sets the timer (RFC 6298 §5).
 * `heard` is the segment that acknowledged.
 */
export function forgetAcknowledged(moment: Moment, endpoint: Endpoint, heard: SegmentFields): void {
  const isCovered = (entry: Endpoint['retransmissionQueue'][number]) =>
    notAfter(plus(entry.segment.seq, lengthOf(entry.segment)), endpoint.SND.UNA);
  const left = endpoint.retransmissionQueue.findIndex((entry) => !isCovered(entry));
  const covered = endpoint.retransmissionQueue.splice(0, left === -1 ? endpoint.retransmissionQueue.length : left);
  const { times } = moment.state.setup;
  if (endpoint.negotiated.timestamps && heard.timestamps) {
    // RFC 7323 §4.1: the echo says when the segment that is answered was sent, repeated or not.
    measureRoundTrip(endpoint, Math.max(distance(heard.timestamps.echo, clockNow(moment, endpoint)), 0), times);
  } else {
    // Karn's algorithm: a segment that was sent twice says nothing about the round trip.
    const measured = covered.find((entry) => entry.retransmissions === 0);
    if (measured) measureRoundTrip(endpoint, moment.state.now - measured.sentAt, times);
  }
  const syn = covered.find((entry) => has(entry.segment, 'SYN'));
  if (syn && endpoint.synRetransmitted) backToThreeSeconds(endpoint, times);
  if (endpoint.retransmissionQueue.length > 0) startTimer(moment, endpoint, 'retransmission', endpoint.RTO);
  else stopTimer(moment, endpoint, 'retransmission');
  progress(moment, endpoint);
}

const granularity = 1;

/** RFC 6298 §2.2 and §2.3; K = 4, alpha = 1/8, beta = 1/4. */
function measureRoundTrip(endpoint: Endpoint, roundTrip: number, times: TcpSetup['times']): void {
  if (endpoint.SRTT === null || endpoint.RTTVAR === null) {
    endpoint.SRTT = roundTrip;
    endpoint.RTTVAR = roundTrip / 2;
  } else {
    endpoint.RTTVAR = 0.75 * endpoint.RTTVAR + 0.25 * Math.abs(endpoint.SRTT - roundTrip);
    endpoint.SRTT = 0.875 * endpoint.SRTT + 0.125 * roundTrip;
  }
  endpoint.RTO = bounded(Math.ceil(endpoint.SRTT + Math.max(granularity, 4 * endpoint.RTTVAR)), times);
}

function bounded(rto: number, times: TcpSetup['times']): number {
  return Math.min(Math.max(rto, times.leastRto), times.mostRto);
}

/** RFC 6298 §5.7: after a retransmitted SYN the time-out begins at three seconds. */
function backToThreeSeconds(endpoint: Endpoint, times: TcpSetup['times']): void {
  endpoint.RTO = bounded(3_000, times);
}

/** RFC 6298 §5.4–5.6: send the earliest unacknowledged segment again, double the time-out, start the timer. */
export function retransmit(moment: Moment, endpoint: Endpoint, backOff = true): void {
  if (!repeat(moment, endpoint, 0)) return;
  if (backOff) endpoint.RTO = Math.min(endpoint.RTO * 2, moment.state.setup.times.mostRto);
  startTimer(moment, endpoint, 'retransmission', endpoint.RTO);
}

/** Sends what stands at this place of the queue again. Returns whether there is anything. */
export function repeat(moment: Moment, endpoint: Endpoint, place: number, purpose?: Segment['purpose']): boolean {
  const entry = endpoint.retransmissionQueue[place];
  if (!entry) return false;
  const attempt = entry.retransmissions + 1;
  // A simultaneous open has turned the SYN that waits here into a SYN,ACK: all that is sent once the peer is known acknowledges.
  const acknowledging = endpoint.knowsPeer && !has(entry.segment, 'ACK');
  const fields = acknowledging ? { ...entry.segment, flags: [...entry.segment.flags, 'ACK' as const] } : entry.segment;
  if (has(fields, 'SYN')) endpoint.synRetransmitted = true;
  endpoint.retransmissionQueue[place] = { ...entry, segment: fields, retransmissions: attempt, lost: false };
  const segment = send(moment, endpoint, fields, { repeats: entry.first, purpose });
  moment.events.push({
    kind: 'retransmitted',
    at: moment.state.now,
    side: endpoint.side,
    segment: segment.id,
    repeats: entry.first,
    attempt,
  });
  return true;
}
