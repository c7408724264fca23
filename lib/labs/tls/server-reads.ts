import type { ServerEndpoint } from './endpoint';
import { outOfOrder } from './finish';
import type { HandshakeMessage } from './message';
import { serverReads12 } from './server-12';
import { serverReads13 } from './server-13';
import { readClientHello } from './server-client-hello';
import { sendAlert } from './talk';

/** A whole message reaches the server. */
export function serverReads(server: ServerEndpoint, message: HandshakeMessage, bytes: Uint8Array) {
  if (server.phase === 'WAIT_CH' || server.phase === 'WAIT_CH2') {
    if (message.kind !== 'client_hello') outOfOrder();
    return readClientHello(server, message, bytes);
  }
  // RFC 5246 §7.2.2: a wish to begin anew is declined, not punished. In 1.3 there is no such thing (RFC 8446 §4.1.2).
  if (message.kind === 'client_hello' && server.version === '1.2' && server.phase === 'CONNECTED') {
    return sendAlert(server, 'no_renegotiation', 'no-renegotiation');
  }
  if (server.version === '1.3') return serverReads13(server, message, bytes);
  if (server.version === '1.2') return serverReads12(server, message, bytes);
  outOfOrder();
}
