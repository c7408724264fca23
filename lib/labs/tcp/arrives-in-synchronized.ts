import { acknowledge } from './acknowledge';
import { checkAck, finIsAcked } from './check-ack';
import { checkFin } from './check-fin';
import { checkReset } from './check-reset';
import { checkSequence } from './check-sequence';
import { checkText } from './check-text';
import { finishQueuedClose } from './close-call';
import { deleteTcb, explain, type Moment } from './moment';
import { has, type Segment } from './segment';
import { segmentize } from './segmentize';
import type { Endpoint } from './state';
import { sendAck } from './transmit';

/** What a check says of the rest of the processing. */
export type Check = 'continue' | 'done';

/** SEGMENT ARRIVES in SYN-RECEIVED and the synchronized states (RFC 9293 §3.10.7.4), check by check. */
export function arrivesInSynchronized(moment: Moment, endpoint: Endpoint, arrived: Segment): void {
  const accepted = checkSequence(moment, endpoint, arrived);
  if (!accepted) return;
  const { segment, cut } = accepted;
  if (checkReset(moment, endpoint, segment) === 'done') return;
  if (checkSyn(moment, endpoint, segment) === 'done') return;
  const finWasAcked = finIsAcked(endpoint);
  if (checkAck(moment, endpoint, segment) === 'done') return;
  const text = checkText(moment, endpoint, segment, cut);
  const fin = text.finIsNext && checkFin(moment, endpoint);
  if (text.mustAnswer) acknowledge(moment, endpoint, 'at-once');
  else if (text.accepted || fin) acknowledge(moment, endpoint, 'may-wait');
  else segmentize(moment, endpoint);
  finishQueuedClose(moment, endpoint);
  if (fin) explainFin(moment, endpoint, !finWasAcked && finIsAcked(endpoint));
}

function explainFin(moment: Moment, endpoint: Endpoint, ackedOurFin: boolean): void {
  const { side, state } = endpoint;
  const answered = endpoint.acksOwed === 0;
  explain(moment, { code: 'fin-arrived', side, ack: endpoint.RCV.NXT, to: state, answered, ackedOurFin });
}

/** Fourth: a SYN inside the window of a connection is answered by a challenge (RFC 5961 §4), not believed. */
function checkSyn(moment: Moment, endpoint: Endpoint, segment: Segment): Check {
  if (!has(segment, 'SYN')) return 'continue';
  const { side } = endpoint;
  explain(moment, { code: 'syn-challenged', side, seq: segment.seq });
  if (endpoint.state === 'SYN-RECEIVED' && endpoint.openedBy === 'passive') deleteTcb(moment, side, 'LISTEN');
  else sendAck(moment, endpoint);
  return 'done';
}
