import { clientReads12 } from './client-12';
import { clientReads13 } from './client-13';
import { readServerHello } from './client-server-hello';
import type { ClientEndpoint } from './endpoint';
import { outOfOrder } from './finish';
import type { HandshakeMessage } from './message';

/** A whole message reaches the client. */
export function clientReads(client: ClientEndpoint, message: HandshakeMessage, bytes: Uint8Array) {
  if (client.phase === 'WAIT_SH') {
    if (message.kind === 'server_hello' || message.kind === 'hello_retry_request') {
      return readServerHello(client, message, bytes);
    }
    // RFC 5246 §7.4.1.1: a request to begin, where the client has begun already.
    if (message.kind === 'hello_request' && client.version === null) return;
    outOfOrder();
  }
  if (client.version === '1.3') return clientReads13(client, message, bytes);
  if (client.version === '1.2') return clientReads12(client, message, bytes);
  outOfOrder();
}
