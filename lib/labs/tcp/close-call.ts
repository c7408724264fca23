import { assertNever } from '@/lib/assert-never';
import { failCall } from './call-error';
import { changeState, deleteTcb, explain, type Moment } from './moment';
import { segmentize } from './segmentize';
import type { Side } from './setup';
import type { ConnectionState, Endpoint } from './state';

/** CLOSE (RFC 9293 §3.10.4): "I have no more to send"; the other direction stays open. */
export function closeCall(moment: Moment, side: Side) {
  const endpoint = moment.state[side];
  switch (endpoint.state) {
    case 'CLOSED':
      return failCall(moment, side, 'close', 'does-not-exist');
    case 'LISTEN':
    case 'SYN-SENT':
      explain(moment, { code: 'closed-before-open', side, from: endpoint.state });
      return deleteTcb(moment, side);
    case 'SYN-RECEIVED':
      // With text waiting, the CLOSE waits too, until the connection is established.
      if (endpoint.closeQueued) return failCall(moment, side, 'close', 'closing');
      endpoint.closeQueued = true;
      if (endpoint.sendQueue.length > 0) return explain(moment, { code: 'fin-queued', side, because: 'not-open-yet' });
      return beginClosing(moment, endpoint, 'FIN-WAIT-1');
    case 'ESTABLISHED':
      endpoint.closeQueued = true;
      return beginClosing(moment, endpoint, 'FIN-WAIT-1');
    case 'CLOSE-WAIT':
      if (endpoint.closeQueued) return failCall(moment, side, 'close', 'closing');
      endpoint.closeQueued = true;
      return beginClosing(moment, endpoint, 'LAST-ACK');
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return failCall(moment, side, 'close', 'closing');
    default:
      return assertNever(endpoint.state);
  }
}

/**
 * Sends the FIN behind the text that waits. From ESTABLISHED the state changes "in any case"; from CLOSE-WAIT only
 * once the FIN is out (RFC 9293 §3.10.4).
 */
function beginClosing(moment: Moment, endpoint: Endpoint, to: ConnectionState) {
  const { side } = endpoint;
  const withAckOfFin = endpoint.acksOwed > 0 && endpoint.state === 'CLOSE-WAIT';
  segmentize(moment, endpoint);
  if (endpoint.finSeq === null) {
    if (to === 'FIN-WAIT-1') changeState(moment, endpoint, to);
    return explain(moment, { code: 'fin-queued', side, because: 'text' });
  }
  changeState(moment, endpoint, to);
  explain(moment, { code: 'fin-sent', side, seq: endpoint.finSeq, to, withAckOfFin });
}

/** A FIN that had to wait is out: where CLOSE has not changed the state yet, it does now. */
export function finishQueuedClose(moment: Moment, endpoint: Endpoint) {
  if (!endpoint.closeQueued) return;
  if (endpoint.state === 'ESTABLISHED') changeState(moment, endpoint, 'FIN-WAIT-1');
  if (endpoint.state === 'CLOSE-WAIT' && endpoint.finSeq !== null) changeState(moment, endpoint, 'LAST-ACK');
}
