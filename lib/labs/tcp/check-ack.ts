import { newlyAcknowledged, repeatedAck } from './acknowledged';
import type { Check } from './arrives-in-synchronized';
import { beginCongestion } from './congestion';
import { changeState, deleteTcb, explain, type Moment } from './moment';
import { windowTold } from './options-in-use';
import { forgetAcknowledged, retransmit } from './retransmission';
import { has, type Segment } from './segment';
import { before, distance, notAfter, plus } from './sequence-number';
import type { Endpoint } from './state';
import { startTimer } from './timer';
import { sendAck, sendReset } from './transmit';

/** Fifth check: the ACK field (RFC 9293 §3.10.7.4). */
export function checkAck(moment: Moment, endpoint: Endpoint, segment: Segment): Check {
  const { side } = endpoint;
  if (!has(segment, 'ACK')) return 'done';
  if (endpoint.state === 'SYN-RECEIVED') {
    if (notAfter(segment.ack, endpoint.SND.UNA) || before(endpoint.SND.NXT, segment.ack)) {
      sendReset(moment, endpoint, segment);
      explain(moment, { code: 'acks-the-unsent', side, ack: segment.ack, next: endpoint.SND.NXT });
      return 'done';
    }
    establish(moment, endpoint, segment);
  } else if (before(endpoint.SND.NXT, segment.ack)) {
    sendAck(moment, endpoint);
    explain(moment, { code: 'acks-the-unsent', side, ack: segment.ack, next: endpoint.SND.NXT });
    return 'done';
  } else if (before(endpoint.SND.UNA, segment.ack)) {
    advance(moment, endpoint, segment);
  } else if (isTooOld(moment, endpoint, segment)) {
    sendAck(moment, endpoint);
    explain(moment, { code: 'ack-too-old', side, ack: segment.ack, una: endpoint.SND.UNA });
    return 'done';
  } else repeatedAck(moment, endpoint, segment);
  if (notAfter(endpoint.SND.UNA, segment.ack)) updateWindow(moment, endpoint, segment);
  return followFin(moment, endpoint);
}

/** RFC 5961 §5: an acknowledgement older than any window the peer ever had is a guess. */
function isTooOld(moment: Moment, endpoint: Endpoint, segment: Segment): boolean {
  if (!moment.state.setup[endpoint.side].blindDataCheck) return false;
  return before(segment.ack, plus(endpoint.SND.UNA, -endpoint.mostWindow));
}

function establish(moment: Moment, endpoint: Endpoint, segment: Segment): void {
  changeState(moment, endpoint, 'ESTABLISHED');
  endpoint.SND.WND = windowTold(endpoint, segment);
  endpoint.mostWindow = Math.max(endpoint.mostWindow, endpoint.SND.WND);
  endpoint.SND.WL1 = segment.seq;
  endpoint.SND.WL2 = segment.ack;
  endpoint.SND.UNA = segment.ack;
  forgetAcknowledged(moment, endpoint, segment);
  endpoint.congestion = beginCongestion(endpoint, moment.state.setup);
  explain(moment, { code: 'syn-acknowledged', side: endpoint.side, ack: segment.ack });
}

function advance(moment: Moment, endpoint: Endpoint, segment: Segment): void {
  const bytes = distance(endpoint.SND.UNA, segment.ack);
  endpoint.SND.UNA = segment.ack;
  forgetAcknowledged(moment, endpoint, segment);
  const outstanding = distance(endpoint.SND.UNA, endpoint.SND.NXT);
  explain(moment, { code: 'text-acknowledged', side: endpoint.side, ack: segment.ack, outstanding });
  newlyAcknowledged(moment, endpoint, segment, bytes);
}

/** RFC: a window is believed when it is not older than the one before (SND.WL1, SND.WL2). */
function updateWindow(moment: Moment, endpoint: Endpoint, segment: Segment): void {
  const { SND } = endpoint;
  const isNewer = before(SND.WL1, segment.seq) || (SND.WL1 === segment.seq && notAfter(SND.WL2, segment.ack));
  if (!isNewer) return;
  const wasClosed = SND.WND === 0;
  SND.WND = windowTold(endpoint, segment);
  endpoint.mostWindow = Math.max(endpoint.mostWindow, SND.WND);
  SND.WL1 = segment.seq;
  SND.WL2 = segment.ack;
  const [head] = endpoint.retransmissionQueue;
  // A peer that answers probes is alive: it may keep its window closed as long as it likes (§3.8.6.1).
  if (head && SND.WND === 0) endpoint.retransmissionQueue[0] = { ...head, retransmissions: 0 };
  if (!wasClosed || SND.WND === 0) return;
  explain(moment, { code: 'window-opened', side: endpoint.side, wnd: SND.WND });
  // Not in the RFC: the refused probe goes again at once instead of waiting for its timer.
  if (head) retransmit(moment, endpoint, false);
}

export function finIsAcked(endpoint: Endpoint): boolean {
  return endpoint.finSeq !== null && before(endpoint.finSeq, endpoint.SND.UNA);
}

/** Where the acknowledgement of our FIN leads. */
function followFin(moment: Moment, endpoint: Endpoint): Check {
  if (!finIsAcked(endpoint)) return 'continue';
  const { side } = endpoint;
  const ack = endpoint.SND.UNA;
  switch (endpoint.state) {
    case 'FIN-WAIT-1':
      changeState(moment, endpoint, 'FIN-WAIT-2');
      explain(moment, { code: 'fin-acknowledged', side, ack, to: 'FIN-WAIT-2' });
      return 'continue';
    case 'CLOSING':
      changeState(moment, endpoint, 'TIME-WAIT');
      startTimer(moment, endpoint, 'time-wait', 2 * moment.state.setup.times.msl);
      explain(moment, { code: 'fin-acknowledged', side, ack, to: 'TIME-WAIT' });
      return 'done';
    case 'LAST-ACK':
      explain(moment, { code: 'fin-acknowledged', side, ack, to: 'CLOSED' });
      deleteTcb(moment, side);
      return 'done';
    default:
      return 'continue';
  }
}
