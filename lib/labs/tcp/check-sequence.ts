import { checkTimestamps, rememberTimestamp } from './check-timestamps';
import { explain, type Moment } from './moment';
import { retransmit } from './retransmission';
import { has, lengthOf, type Segment } from './segment';
import { before, distance, inWindow, plus } from './sequence-number';
import type { Endpoint } from './state';
import { startTimer } from './timer';
import { sendAck } from './transmit';

/** A segment cut to the window, and how many sequence numbers did not fit. */
export type Accepted = { segment: Segment; cut: number };

/**
 * First check (RFC 9293 §3.10.7.4): is any of the segment inside the window? Returns the segment, cut to the window,
 * or null when it was not acceptable and has been dealt with.
 */
export function checkSequence(moment: Moment, endpoint: Endpoint, segment: Segment): Accepted | null {
  if (!checkTimestamps(moment, endpoint, segment)) return null;
  const accepted = completesSimultaneousOpen(endpoint, segment)
    ? { segment: withoutSyn(segment), cut: 0 }
    : isAcceptable(endpoint, segment)
      ? cutToWindow(endpoint, segment)
      : null;
  if (accepted) {
    rememberTimestamp(moment, endpoint, segment);
    return accepted;
  }
  refuse(moment, endpoint, segment);
  return null;
}

/** The four cases of the RFC's table. */
function isAcceptable(endpoint: Endpoint, segment: Segment): boolean {
  const { NXT, WND } = endpoint.RCV;
  const length = lengthOf(segment);
  if (length === 0) return WND === 0 ? segment.seq === NXT : inWindow(segment.seq, NXT, WND);
  // "Special allowance should be made to accept valid ACKs": of a probe of a closed window only the text is refused.
  if (WND === 0) return segment.seq === NXT;
  return inWindow(segment.seq, NXT, WND) || inWindow(plus(segment.seq, length - 1), NXT, WND);
}

/** RFC: send <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>, unless it is a reset, and drop it. */
function refuse(moment: Moment, endpoint: Endpoint, segment: Segment) {
  const { side } = endpoint;
  if (has(segment, 'RST')) return explain(moment, { code: 'reset-ignored', side, because: 'outside-window' });
  if (endpoint.state === 'SYN-RECEIVED' && has(segment, 'SYN') && segment.seq === endpoint.IRS) {
    // Not in the RFC, which asks for a bare ACK here: like real hosts, we repeat the whole answer, SYN included.
    retransmit(moment, endpoint, false);
    return explain(moment, { code: 'syn-again', side, ack: endpoint.RCV.NXT, iss: endpoint.ISS });
  }
  sendAck(moment, endpoint);
  if (endpoint.state === 'TIME-WAIT' && has(segment, 'FIN')) {
    // The peer has not heard the last ACK: the wait begins again (§3.10.7.4, eighth check).
    startTimer(moment, endpoint, 'time-wait', 2 * moment.state.setup.times.msl);
    return explain(moment, { code: 'fin-again', side, ack: endpoint.RCV.NXT });
  }
  const expected = endpoint.RCV.NXT;
  const isOld = before(segment.seq, expected);
  if (isOld) return explain(moment, { code: 'old-duplicate', side, seq: segment.seq, expected });
  explain(moment, { code: 'not-acceptable', side, seq: segment.seq, expected, answered: true });
}

/**
 * Both sides have sent SYN and now get the other's SYN,ACK, whose SYN is already counted. Figure 8 of the RFC shows it
 * completing the open, although the check by the letter would refuse it.
 */
function completesSimultaneousOpen(endpoint: Endpoint, segment: Segment): boolean {
  return (
    endpoint.state === 'SYN-RECEIVED' &&
    endpoint.openedBy === 'active' &&
    has(segment, 'SYN') &&
    has(segment, 'ACK') &&
    segment.seq === endpoint.IRS &&
    segment.ack === endpoint.SND.NXT
  );
}

function withoutSyn(segment: Segment): Segment {
  return { ...segment, seq: plus(segment.seq, 1), flags: segment.flags.filter((flag) => flag !== 'SYN') };
}

/**
 * RFC: "the idealized segment that begins at RCV.NXT and does not exceed the window". What hangs over the window's end is
 * counted in `cut`: it was not taken and will come again. A SYN is left whole: the fourth check deals with it.
 */
function cutToWindow(endpoint: Endpoint, segment: Segment): Accepted {
  if (has(segment, 'SYN')) return { segment, cut: 0 };
  const { NXT, WND } = endpoint.RCV;
  const behind = Math.max(distance(segment.seq, NXT), 0);
  const room = WND - Math.max(distance(NXT, segment.seq), 0);
  const text =
    behind === 0 && room >= segment.text.length ? segment.text : segment.text.subarray(behind, behind + room);
  const left = segment.text.length - behind - text.length;
  if (behind === 0 && left === 0 && (text.length < room || !has(segment, 'FIN'))) return { segment, cut: 0 };
  const finFits = left === 0 && text.length < room;
  const flags = finFits ? segment.flags : segment.flags.filter((flag) => flag !== 'FIN');
  const cut = Math.max(left, 0) + segment.flags.length - flags.length;
  return { segment: { ...segment, seq: plus(segment.seq, behind), text, flags }, cut };
}
