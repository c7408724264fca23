import { assertNever } from '@/lib/assert-never';
import { finishQueuedClose } from './close-call';
import { collapse } from './congestion';
import { deleteTcb, explain, type Moment, notify } from './moment';
import { retransmit } from './retransmission';
import { probeWindow, segmentize } from './segmentize';
import { distance } from './sequence-number';
import type { Side } from './setup';
import type { Endpoint, Timer } from './state';
import { synQueueTimeOut } from './syn-queue';
import { startTimer } from './timer';
import { sendAck } from './transmit';
import { patienceIsOver } from './user-timeout';

/** TIMEOUTS (RFC 9293 §3.10.8). */
export function timeOut(moment: Moment, side: Side, timer: Timer) {
  const endpoint = moment.state[side];
  endpoint.timers[timer] = undefined;
  moment.events.push({ kind: 'timer-expired', at: moment.state.now, side, timer });
  switch (timer) {
    case 'retransmission':
      return retransmissionTimeOut(moment, endpoint);
    case 'time-wait':
      explain(moment, { code: 'time-wait-over', side, waited: 2 * moment.state.setup.times.msl });
      return deleteTcb(moment, side);
    case 'delayed-ack':
      sendAck(moment, endpoint);
      return explain(moment, { code: 'ack-sent-late', side, ack: endpoint.RCV.NXT });
    case 'override':
      return overrideTimeOut(moment, endpoint);
    case 'syn-queue':
      return synQueueTimeOut(moment, endpoint);
    case 'user':
      return patienceIsOver(moment, endpoint);
    default:
      return assertNever(timer);
  }
}

function retransmissionTimeOut(moment: Moment, endpoint: Endpoint) {
  const { side } = endpoint;
  const { times } = moment.state.setup;
  const [head] = endpoint.retransmissionQueue;
  if (!head) return probe(moment, endpoint);
  if (head.retransmissions >= times.retransmissions) {
    // RFC 9293 §3.8.3: R2 is reached.
    explain(moment, { code: 'gave-up', side, retransmissions: head.retransmissions });
    notify(moment, endpoint, 'gave-up');
    return deleteTcb(moment, side);
  }
  // A closed window is no sign of congestion.
  if (endpoint.congestion && endpoint.SND.WND > 0) collapse(endpoint, endpoint.congestion, head.retransmissions === 0);
  retransmit(moment, endpoint);
  const { seq, flags, text } = endpoint.retransmissionQueue[0]?.segment ?? head.segment;
  const attempt = head.retransmissions + 1;
  explain(moment, { code: 'retransmitted', side, seq, flags, bytes: text.length, attempt, rto: endpoint.RTO });
}

/** RFC 9293 §3.8.6.2.1, rule 4: what waits for a wider window has waited long enough. */
function overrideTimeOut(moment: Moment, endpoint: Endpoint) {
  const seq = endpoint.SND.NXT;
  segmentize(moment, endpoint, 'overriding');
  finishQueuedClose(moment, endpoint);
  const bytes = distance(seq, endpoint.SND.NXT);
  explain(moment, { code: 'override', side: endpoint.side, bytes, seq });
}

/** The window is closed and nothing is under way: ask (RFC 9293 §3.8.6.1). */
function probe(moment: Moment, endpoint: Endpoint) {
  const seq = endpoint.SND.NXT;
  if (endpoint.sendQueue.length === 0 && !endpoint.closeQueued) return;
  probeWindow(moment, endpoint);
  finishQueuedClose(moment, endpoint);
  endpoint.RTO = Math.min(endpoint.RTO * 2, moment.state.setup.times.mostRto);
  startTimer(moment, endpoint, 'retransmission', endpoint.RTO);
  explain(moment, { code: 'probed', side: endpoint.side, seq, rto: endpoint.RTO });
}
