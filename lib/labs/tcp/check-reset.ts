import type { Check } from './arrives-in-synchronized';
import { deleteTcb, explain, type Moment, notify } from './moment';
import { has, type Segment } from './segment';
import type { Endpoint } from './state';
import { sendAck } from './transmit';

/** Second check: the RST bit (RFC 9293 §3.10.7.4; the exact match is RFC 5961 §3). */
export function checkReset(moment: Moment, endpoint: Endpoint, segment: Segment): Check {
  if (!has(segment, 'RST')) return 'continue';
  const { side, state } = endpoint;
  const expected = endpoint.RCV.NXT;
  if (segment.seq !== expected) {
    explain(moment, { code: 'reset-challenged', side, seq: segment.seq, expected });
    sendAck(moment, endpoint);
    return 'done';
  }
  if (state === 'SYN-RECEIVED' && endpoint.openedBy === 'passive') {
    explain(moment, { code: 'connection-reset', side, from: state, to: 'LISTEN' });
    deleteTcb(moment, side, 'LISTEN');
    return 'done';
  }
  if (state === 'SYN-RECEIVED') notify(moment, endpoint, 'connection-refused');
  // In CLOSING, LAST-ACK and TIME-WAIT both users have said goodbye already: nobody is told.
  else if (state !== 'CLOSING' && state !== 'LAST-ACK' && state !== 'TIME-WAIT')
    notify(moment, endpoint, 'connection-reset');
  explain(moment, { code: 'connection-reset', side, from: state, to: 'CLOSED' });
  deleteTcb(moment, side);
  return 'done';
}
