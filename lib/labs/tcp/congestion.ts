import { effectiveMss } from './options-in-use';
import { lengthOf } from './segment';
import { before, distance } from './sequence-number';
import type { TcpSetup } from './setup';
import type { Endpoint } from './state';

/** What congestion control knows (RFC 5681 §3, RFC 6582). Bytes. */
export type Congestion = {
  cwnd: number;
  ssthresh: number;
  /** Duplicate acknowledgements in a row. */
  duplicates: number;
  /** What was under way at the first of them: what limited transmit adds does not count (RFC 5681 §3.2, step 2). */
  flightBefore: number;
  /** In fast recovery. */
  recovering: boolean;
  /** How far had been sent when the last loss was noticed; null before the first. */
  recover: number | null;
};

/** RFC 5681 §3.1: ssthresh begins as high as any window can be. */
const highest = 65_535 * 2 ** 14;

/** The connection is open: how much may be under way before the first answer (RFC 5681 §3.1). */
export function beginCongestion(endpoint: Endpoint, setup: TcpSetup): Congestion | null {
  const host = setup[endpoint.side];
  if (host.congestion === undefined) return null;
  const smss = effectiveMss(endpoint);
  // "If the SYN or SYN/ACK is lost, the initial window used by a sender after a correctly transmitted SYN MUST be one segment."
  const cwnd = endpoint.synRetransmitted ? smss : initialWindow(smss, host.initialWindow);
  return { cwnd, ssthresh: highest, duplicates: 0, flightBefore: 0, recovering: false, recover: null };
}

function initialWindow(smss: number, segments: number | undefined): number {
  if (segments !== undefined) return segments * smss;
  if (smss > 2_190) return 2 * smss;
  return smss > 1_095 ? 3 * smss : 4 * smss;
}

export function flightSize(endpoint: Endpoint): number {
  return distance(endpoint.SND.UNA, endpoint.SND.NXT);
}

/** What is thought to be in the network: sent, and neither selectively acknowledged nor taken for lost (RFC 6675 §2). */
export function pipe(endpoint: Endpoint): number {
  let bytes = 0;
  for (const { segment, sacked, lost } of endpoint.retransmissionQueue)
    if (!sacked && !lost) bytes += lengthOf(segment);
  return bytes;
}

/** How many more bytes the congestion window lets out. */
export function congestionRoom(endpoint: Endpoint): number {
  const { congestion } = endpoint;
  if (!congestion) return Number.POSITIVE_INFINITY;
  // Limited transmit (RFC 3042): the first two duplicates each let one new segment out.
  const limited = congestion.recovering ? 0 : Math.min(congestion.duplicates, 2) * effectiveMss(endpoint);
  return congestion.cwnd + limited - pipe(endpoint);
}

/** New data was acknowledged outside of recovery: slow start below ssthresh, congestion avoidance above it (RFC 5681 §3.1). */
export function grow(endpoint: Endpoint, congestion: Congestion, acked: number): void {
  const smss = effectiveMss(endpoint);
  congestion.duplicates = 0;
  if (congestion.cwnd < congestion.ssthresh) congestion.cwnd += Math.min(acked, smss);
  else congestion.cwnd += Math.max(Math.floor((smss * smss) / congestion.cwnd), 1);
}

/** RFC 5681 equation 4. */
function halfOf(flight: number, endpoint: Endpoint): number {
  return Math.max(Math.floor(flight / 2), 2 * effectiveMss(endpoint));
}

export function countDuplicate(endpoint: Endpoint, congestion: Congestion): void {
  congestion.duplicates += 1;
  if (congestion.duplicates === 1) congestion.flightBefore = flightSize(endpoint);
}

/** Whether these duplicates begin a fast recovery: the third, and not one that the last recovery caused itself (RFC 6582 §3.2, step 2). */
export function startsRecovery(endpoint: Endpoint, congestion: Congestion): boolean {
  if (congestion.recovering || congestion.duplicates !== 3) return false;
  return (
    congestion.recover === null ||
    before(congestion.recover, endpoint.SND.UNA) ||
    congestion.recover === endpoint.SND.UNA
  );
}

/** RFC 6582 §3.2, steps 2 and 3. With SACK the window is not inflated: the pipe shrinks instead (RFC 6675 §5). */
export function enterRecovery(endpoint: Endpoint, congestion: Congestion): void {
  const smss = effectiveMss(endpoint);
  congestion.recovering = true;
  congestion.recover = endpoint.SND.NXT;
  congestion.ssthresh = halfOf(congestion.flightBefore, endpoint);
  congestion.cwnd = congestion.ssthresh + (endpoint.negotiated.sack ? 0 : 3 * smss);
}

/** One more duplicate in recovery: one more segment has left the network (RFC 5681 §3.2, step 4). */
export function inflate(endpoint: Endpoint, congestion: Congestion): void {
  if (!endpoint.negotiated.sack) congestion.cwnd += effectiveMss(endpoint);
}

/** All that was under way when the loss was noticed has arrived (RFC 6582 §3.2, step 3, full acknowledgement). */
export function leaveRecovery(endpoint: Endpoint, congestion: Congestion): void {
  const smss = effectiveMss(endpoint);
  congestion.cwnd = Math.min(congestion.ssthresh, Math.max(flightSize(endpoint), smss) + smss);
  congestion.recovering = false;
  congestion.duplicates = 0;
}

/** A part of it has arrived (RFC 6582 §3.2, step 3, partial acknowledgement): deflate by what left the network. */
export function deflate(endpoint: Endpoint, congestion: Congestion, acked: number): void {
  if (endpoint.negotiated.sack) return;
  const smss = effectiveMss(endpoint);
  congestion.cwnd = Math.max(congestion.cwnd - acked + (acked >= smss ? smss : 0), smss);
}

/** The retransmission timer ran out: back to one segment (RFC 5681 §3.1; ssthresh only falls for the first time-out of a segment). */
export function collapse(endpoint: Endpoint, congestion: Congestion, isFirst: boolean): void {
  if (isFirst) congestion.ssthresh = halfOf(flightSize(endpoint), endpoint);
  congestion.cwnd = effectiveMss(endpoint);
  congestion.recovering = false;
  congestion.duplicates = 0;
  congestion.recover = endpoint.SND.NXT;
  // RFC 2018 §8: what was selectively acknowledged is not relied on any more. All that is outstanding may have to go again.
  endpoint.retransmissionQueue = endpoint.retransmissionQueue.map((entry) => ({ ...entry, sacked: false, lost: true }));
}

/** RFC 5681 §4.1: after a pause as long as a time-out nobody knows what the network takes now. */
export function restartAfterIdle(endpoint: Endpoint, setup: TcpSetup, now: number): void {
  const { congestion } = endpoint;
  if (!congestion || endpoint.retransmissionQueue.length > 0 || now - endpoint.lastSentAt <= endpoint.RTO) return;
  congestion.cwnd = Math.min(
    congestion.cwnd,
    initialWindow(effectiveMss(endpoint), setup[endpoint.side].initialWindow),
  );
}
