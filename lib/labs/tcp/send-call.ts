import { assertNever } from '@/lib/assert-never';
import { appended } from './append';
import { failCall } from './call-error';
import { explain, type Moment } from './moment';
import { segmentize } from './segmentize';
import { distance } from './sequence-number';
import type { Side } from './setup';
import { beginPatience } from './user-timeout';

/** SEND (RFC 9293 §3.10.2). Not in the RFC: every SEND pushes. */
export function sendCall(moment: Moment, side: Side, text: string) {
  sendBytes(moment, side, new TextEncoder().encode(text));
}

/** The same for any bytes: what an application above sends need not be text. */
export function sendBytes(moment: Moment, side: Side, bytes: Uint8Array) {
  const endpoint = moment.state[side];
  switch (endpoint.state) {
    case 'CLOSED':
      return failCall(moment, side, 'send', 'does-not-exist');
    case 'LISTEN':
      return failCall(moment, side, 'send', 'remote-unspecified');
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      return failCall(moment, side, 'send', 'closing');
    case 'SYN-SENT':
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'CLOSE-WAIT':
      break;
    default:
      return assertNever(endpoint.state);
  }
  if (endpoint.closeQueued) return failCall(moment, side, 'send', 'closing');
  endpoint.sendQueue = appended(endpoint.sendQueue, bytes);
  endpoint.application.sent = appended(endpoint.application.sent, bytes);
  if (endpoint.state === 'SYN-SENT' || endpoint.state === 'SYN-RECEIVED') {
    beginPatience(moment, endpoint);
    return explain(moment, { code: 'text-queued', side, bytes: bytes.length, because: 'not-open-yet' });
  }
  const seq = endpoint.SND.NXT;
  const because = segmentize(moment, endpoint) ?? 'window';
  beginPatience(moment, endpoint);
  const sent = distance(seq, endpoint.SND.NXT);
  explain(
    moment,
    sent === 0
      ? { code: 'text-queued', side, bytes: bytes.length, because }
      : { code: 'text-sent', side, bytes: sent, seq, next: endpoint.SND.NXT },
  );
}
