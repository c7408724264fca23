import { acknowledge } from './acknowledge';
import { finishQueuedClose } from './close-call';
import { beginCongestion } from './congestion';
import { learnPeer } from './learn-peer';
import { changeState, deleteTcb, explain, type Moment, notify } from './moment';
import { synOptions } from './options-in-use';
import { forgetAcknowledged } from './retransmission';
import { has, type Segment } from './segment';
import { before, notAfter, plus } from './sequence-number';
import type { Endpoint } from './state';
import { send, sendReset } from './transmit';

/** SEGMENT ARRIVES in SYN-SENT (RFC 9293 §3.10.7.3). */
export function arrivesInSynSent(moment: Moment, endpoint: Endpoint, segment: Segment) {
  const { side } = endpoint;
  const acknowledges = has(segment, 'ACK');
  // First, check the ACK bit.
  if (acknowledges && (notAfter(segment.ack, endpoint.ISS) || before(endpoint.SND.NXT, segment.ack))) {
    if (has(segment, 'RST')) return explain(moment, { code: 'reset-ignored', side, because: 'not-ours' });
    sendReset(moment, endpoint, segment);
    return explain(moment, { code: 'old-syn-refused', side, ack: segment.ack });
  }
  // Second, check the RST bit.
  if (has(segment, 'RST')) {
    if (!acknowledges) return explain(moment, { code: 'reset-ignored', side, because: 'not-ours' });
    notify(moment, endpoint, 'connection-refused');
    explain(moment, { code: 'connection-refused', side });
    return deleteTcb(moment, side);
  }
  // Third, check the security: not modelled. Fourth, check the SYN bit.
  if (!has(segment, 'SYN')) return;
  learnPeer(moment, endpoint, segment);
  if (acknowledges) synIsAcknowledged(moment, endpoint, segment);
  else bothOpen(moment, endpoint, segment);
}

function synIsAcknowledged(moment: Moment, endpoint: Endpoint, segment: Segment) {
  endpoint.SND.UNA = segment.ack;
  forgetAcknowledged(moment, endpoint, segment);
  changeState(moment, endpoint, 'ESTABLISHED');
  endpoint.congestion = beginCongestion(endpoint, moment.state.setup);
  explain(moment, { code: 'syn-ack-arrived', side: endpoint.side, seq: segment.seq, ack: plus(segment.seq, 1) });
  acknowledge(moment, endpoint, 'at-once');
  finishQueuedClose(moment, endpoint);
}

/** Simultaneous open: both have sent a SYN, neither has heard an answer. RFC: <SEQ=ISS><ACK=RCV.NXT><CTL=SYN,ACK>. */
function bothOpen(moment: Moment, endpoint: Endpoint, segment: Segment) {
  changeState(moment, endpoint, 'SYN-RECEIVED');
  const [syn] = endpoint.retransmissionQueue;
  if (syn) {
    const { seq, ack, wnd, text } = syn.segment;
    const synAck = { seq, ack, wnd, text, flags: ['SYN' as const, 'ACK' as const], ...synOptions(moment, endpoint) };
    endpoint.retransmissionQueue[0] = { ...syn, segment: synAck };
    send(moment, endpoint, synAck);
  }
  explain(moment, { code: 'both-opened', side: endpoint.side, seq: segment.seq, ack: plus(segment.seq, 1) });
}
