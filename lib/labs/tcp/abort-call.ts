import { assertNever } from '@/lib/assert-never';
import { noBytes } from '../bytes';
import { failCall } from './call-error';
import { deleteTcb, explain, type Moment } from './moment';
import { enterNetwork } from './network';
import { timestampsNow } from './options-in-use';
import type { Side } from './setup';

/** ABORT (RFC 9293 §3.10.5): everything unsent is dropped and the peer is told by a reset. */
export function abortCall(moment: Moment, side: Side) {
  const endpoint = moment.state[side];
  switch (endpoint.state) {
    case 'CLOSED':
      return failCall(moment, side, 'abort', 'does-not-exist');
    case 'LISTEN':
    case 'SYN-SENT':
    case 'CLOSING':
    case 'LAST-ACK':
    case 'TIME-WAIT':
      explain(moment, { code: 'aborted', side, reset: false });
      return deleteTcb(moment, side);
    case 'SYN-RECEIVED':
    case 'ESTABLISHED':
    case 'FIN-WAIT-1':
    case 'FIN-WAIT-2':
    case 'CLOSE-WAIT':
      // RFC: <SEQ=SND.NXT><CTL=RST>
      enterNetwork(moment, side, {
        ...{ seq: endpoint.SND.NXT, ack: 0, flags: ['RST'], wnd: 0, text: noBytes },
        ...(endpoint.negotiated.timestamps ? { timestamps: timestampsNow(moment, endpoint, false) } : {}),
      });
      explain(moment, { code: 'aborted', side, reset: true });
      return deleteTcb(moment, side);
    default:
      return assertNever(endpoint.state);
  }
}
