import { assertNever } from '@/lib/assert-never';
import { concatenated, noBytes } from '../bytes';
import { handshakeTypes } from './code-points';
import type { Extension } from './extension';
import type { ClientHello, HandshakeMessage, ServerHello } from './message';
import { uint, uints, vector } from './write';
import { writeExtension } from './write-extension';

/** A handshake message: type, length in three bytes, body (RFC 8446 §4). */
export function writeMessage(message: HandshakeMessage): Uint8Array<ArrayBuffer> {
  const kind = message.kind === 'hello_retry_request' ? 'server_hello' : message.kind;
  return concatenated(uint(handshakeTypes[kind], 1), vector(3, bodyOf(message)));
}

function writeExtensions(extensions: readonly Extension[]): Uint8Array {
  return vector(2, ...extensions.map(writeExtension));
}

function bodyOf(message: HandshakeMessage): Uint8Array {
  switch (message.kind) {
    case 'hello_request':
    case 'server_hello_done':
    case 'certificate_request':
      return noBytes;
    case 'client_hello':
      return clientHello(message);
    case 'server_hello':
    case 'hello_retry_request':
      return serverHello(message);
    case 'encrypted_extensions':
      return writeExtensions(message.extensions);
    case 'certificate':
      return message.context === undefined
        ? vector(3, ...message.entries.map((entry) => vector(3, entry.certificate)))
        : concatenated(
            vector(1, message.context),
            vector(
              3,
              ...message.entries.map((entry) =>
                concatenated(vector(3, entry.certificate), writeExtensions(entry.extensions)),
              ),
            ),
          );
    case 'server_key_exchange':
      return concatenated(
        ecdhParameters(message.group, message.point),
        uint(message.scheme, 2),
        vector(2, message.signature),
      );
    case 'client_key_exchange':
      return message.value;
    case 'certificate_verify':
      return concatenated(uint(message.scheme, 2), vector(2, message.signature));
    case 'finished':
      return message.verifyData;
    case 'new_session_ticket':
      return message.nonce === undefined
        ? concatenated(uint(message.lifetime, 4), vector(2, message.ticket))
        : concatenated(
            uint(message.lifetime, 4),
            uint(message.ageAdd ?? 0, 4),
            vector(1, message.nonce),
            vector(2, message.ticket),
            writeExtensions(message.extensions ?? []),
          );
    case 'key_update':
      return uint(message.requested ? 1 : 0, 1);
    default:
      return assertNever(message);
  }
}

/** ServerECDHParams (RFC 8422 §5.4): a named curve and a point; what the signature covers after the two randoms. */
export function ecdhParameters(group: number, point: Uint8Array): Uint8Array {
  return concatenated(uint(3, 1), uint(group, 2), vector(1, point));
}

function clientHello(hello: ClientHello): Uint8Array {
  return concatenated(
    uint(hello.legacyVersion, 2),
    hello.random,
    vector(1, hello.sessionId),
    vector(2, uints(hello.suites, 2)),
    vector(1, uints(hello.compressions, 1)),
    hello.hasExtensions === false ? noBytes : writeExtensions(hello.extensions),
  );
}

function serverHello(hello: ServerHello): Uint8Array {
  return concatenated(
    uint(hello.legacyVersion, 2),
    hello.random,
    vector(1, hello.sessionId),
    uint(hello.suite, 2),
    uint(hello.compression, 1),
    // In TLS 1.2 a hello that has nothing to add ends here.
    hello.extensions.length === 0 ? noBytes : writeExtensions(hello.extensions),
  );
}
