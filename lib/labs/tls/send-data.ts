import { concatenated } from '../bytes';
import type { Endpoint } from './endpoint';
import { updateTrafficSecret } from './key-schedule-13';
import { flush, note, send, sendAlert, sendHandshake } from './talk';
import { writeMessage } from './write-message';

/** Whether application data can leave now. */
export function canSend(endpoint: Endpoint): boolean {
  return endpoint.phase === 'CONNECTED' && !endpoint.closeSent && endpoint.write !== null;
}

export function sendData(endpoint: Endpoint, text: Uint8Array) {
  if (!canSend(endpoint)) return note(endpoint, { code: 'ignored', why: 'not-connected' });
  endpoint.sent = concatenated(endpoint.sent, text);
  note(endpoint, { code: 'sent', said: 'application_data' });
  send(endpoint, 'application_data', text, [{ kind: 'application_data', bytes: text }]);
}

/** close_notify (RFC 8446 §6.1): nothing more comes from this side, and nobody cut it short. */
export function closeEndpoint(endpoint: Endpoint) {
  if (endpoint.closeSent || endpoint.phase === 'FAILED' || endpoint.phase === 'START') {
    return note(endpoint, { code: 'ignored', why: 'not-connected' });
  }
  endpoint.closeSent = true;
  sendAlert(endpoint, 'close_notify', 'closing');
  if (endpoint.closeReceived) endpoint.phase = 'CLOSED';
}

/** KeyUpdate (RFC 8446 §4.6.3): the next keys for what this side sends; `requested`: the peer is to do the same. */
export function updateKeys(endpoint: Endpoint, requested: boolean) {
  if (!canSend(endpoint) || endpoint.version !== '1.3')
    return note(endpoint, { code: 'ignored', why: 'not-connected' });
  sendHandshake(endpoint, 'key_update', writeMessage({ kind: 'key_update', requested }));
  flush(endpoint);
  endpoint.write = updateTrafficSecret(endpoint, endpoint.side);
  note(endpoint, { code: 'keys-changed', direction: 'write', epoch: 'application' });
}
