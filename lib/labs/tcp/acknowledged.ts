import { countDuplicate, deflate, enterRecovery, grow, inflate, leaveRecovery, startsRecovery } from './congestion';
import { explain, type Moment } from './moment';
import { windowTold } from './options-in-use';
import { repeat } from './retransmission';
import { markLost, markSacked } from './scoreboard';
import { has, lengthOf, type Segment } from './segment';
import { before, notAfter } from './sequence-number';
import type { Endpoint } from './state';

/** What an acknowledgement of something new means for congestion control (RFC 5681 §3.1, RFC 6582 §3.2). */
export function newlyAcknowledged(moment: Moment, endpoint: Endpoint, segment: Segment, bytes: number): void {
  const { congestion, side } = endpoint;
  noteSack(endpoint, segment);
  if (!congestion) return;
  if (!congestion.recovering) {
    grow(endpoint, congestion, bytes);
    return;
  }
  const recover = congestion.recover ?? endpoint.SND.UNA;
  if (notAfter(recover, segment.ack)) {
    leaveRecovery(endpoint, congestion);
    explain(moment, { code: 'recovered', side, ack: segment.ack, cwnd: congestion.cwnd });
    return;
  }
  // What the partial acknowledgement asks for next is missing as well, unless it has been sent again already.
  const [head] = endpoint.retransmissionQueue;
  const isUnderWayAgain = endpoint.negotiated.sack && (head?.retransmissions ?? 0) > 0;
  if (!isUnderWayAgain) repeat(moment, endpoint, 0);
  deflate(endpoint, congestion, bytes);
  explain(moment, { code: 'partly-recovered', side, ack: segment.ack, recover });
}

/** An acknowledgement that brings nothing new: perhaps a duplicate in the sense of RFC 5681 §2. */
export function repeatedAck(moment: Moment, endpoint: Endpoint, segment: Segment): void {
  const { congestion, side } = endpoint;
  explain(moment, { code: 'repeated-ack', side, ack: segment.ack });
  noteSack(endpoint, segment);
  if (!congestion || !isDuplicate(endpoint, segment)) return;
  countDuplicate(endpoint, congestion);
  explain(moment, { code: 'duplicate-ack', side, ack: segment.ack, count: congestion.duplicates });
  if (congestion.recovering) inflate(endpoint, congestion);
  else if (startsRecovery(endpoint, congestion)) fastRetransmit(moment, endpoint);
  if (congestion.recovering) markLost(endpoint);
}

/** RFC 5681 §3.2: the third duplicate is taken for a loss, without waiting for the timer. */
function fastRetransmit(moment: Moment, endpoint: Endpoint): void {
  const { congestion, side } = endpoint;
  const head = endpoint.retransmissionQueue[0];
  if (!congestion || !head) return;
  enterRecovery(endpoint, congestion);
  repeat(moment, endpoint, 0, 'fast-retransmission');
  const { cwnd, ssthresh } = congestion;
  explain(moment, {
    code: 'fast-retransmitted',
    side,
    seq: head.segment.seq,
    bytes: head.segment.text.length,
    cwnd,
    ssthresh,
  });
}

/** RFC 5681 §2: (a) data is outstanding, (b) no data here, (c) no SYN or FIN, (d) the highest number, (e) the same window. */
function isDuplicate(endpoint: Endpoint, segment: Segment): boolean {
  return (
    endpoint.retransmissionQueue.length > 0 &&
    lengthOf(segment) === 0 &&
    !has(segment, 'SYN') &&
    segment.ack === endpoint.SND.UNA &&
    windowTold(endpoint, segment) === endpoint.SND.WND
  );
}

function noteSack(endpoint: Endpoint, segment: Segment): void {
  if (!endpoint.negotiated.sack || !segment.sack) return;
  // Only blocks of what is outstanding mean anything.
  markSacked(
    endpoint,
    segment.sack.filter(
      ({ from, to }) => before(from, to) && notAfter(endpoint.SND.UNA, from) && notAfter(to, endpoint.SND.NXT),
    ),
  );
}
