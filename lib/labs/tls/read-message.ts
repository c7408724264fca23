import type { ByteMap } from '../byte-map';
import { sameBytes } from '../bytes';
import { groups, handshakeTypes, nameIn, signatureSchemes, type TlsVersion, versions } from './code-points';
import { DecodeFault, FieldReader } from './field-reader';
import { type HandshakeMessage, retryRandom } from './message';
import { readExtensions, shown } from './read-extension';
import { signallingSuites, suiteOf } from './suites';

/** What one has to know to read a message: the version, once it is chosen, and in 1.2 how keys are exchanged. */
export type ReadingContext = { version: TlsVersion | null; exchange?: 'rsa' | 'ecdhe' | undefined };

export type ReadMessage =
  | { kind: 'read'; message: HandshakeMessage; map: ByteMap }
  /** A type that has no meaning, or none in this version. */
  | { kind: 'unknown-type'; type: number; map: ByteMap }
  | { kind: 'fault'; at: number; field: string; why: DecodeFault['why']; map: ByteMap };

export const messageHeaderLength = 4;

/** Reads one whole handshake message: never throws, in time that grows with its length, each byte in at least one field. */
export function readMessage(bytes: Uint8Array, context: ReadingContext): ReadMessage {
  const reader = new FieldReader(bytes);
  try {
    const type = reader.uint('tls.handshake.type', 1, shown(handshakeTypes));
    const message = reader.vector('tls.handshake.body', 3, (body) => readBody(body, type, context));
    reader.finish('tls.handshake');
    const map = reader.fields;
    return message ? { kind: 'read', message, map } : { kind: 'unknown-type', type, map };
  } catch (fault) {
    if (!(fault instanceof DecodeFault)) throw fault;
    const { at, field, why } = fault;
    const reached = reader.fields.reduce((furthest, one) => Math.max(furthest, one.to), 0);
    const rest = {
      field: 'tls.unread',
      from: Math.min(reached, bytes.length),
      to: bytes.length,
      value: bytes.length - reached,
    };
    return { kind: 'fault', at, field, why, map: rest.to > rest.from ? [...reader.fields, rest] : reader.fields };
  }
}

function readBody(reader: FieldReader, type: number, { version, exchange }: ReadingContext): HandshakeMessage | null {
  const name = nameIn(handshakeTypes, type);
  switch (name) {
    case 'hello_request':
      return { kind: 'hello_request' };
    case 'client_hello':
      return readClientHello(reader);
    case 'server_hello':
      return readServerHello(reader);
    case 'encrypted_extensions':
      return { kind: 'encrypted_extensions', extensions: readExtensions(reader, 'encrypted_extensions') };
    case 'certificate':
      return readCertificate(reader, version);
    case 'certificate_request':
      reader.rest('tls.certificate_request');
      return { kind: 'certificate_request' };
    case 'server_key_exchange':
      return readServerKeyExchange(reader);
    case 'server_hello_done':
      return { kind: 'server_hello_done' };
    case 'certificate_verify':
      return {
        kind: 'certificate_verify',
        scheme: reader.uint('tls.signature_scheme', 2, shown(signatureSchemes)),
        signature: reader.opaque('tls.signature', 2),
      };
    case 'client_key_exchange':
      return { kind: 'client_key_exchange', value: readClientKeyExchange(reader, exchange) };
    case 'finished':
      return { kind: 'finished', verifyData: reader.rest('tls.finished.verify_data') };
    case 'new_session_ticket':
      return readNewSessionTicket(reader, version);
    case 'key_update': {
      const requested = reader.uint('tls.key_update.request_update', 1);
      return { kind: 'key_update', requested: requested === 1 };
    }
    default:
      reader.rest('tls.unread');
      return null;
  }
}

const suiteShown = (code: number) => suiteOf(code)?.name ?? shown(signallingSuites)(code);

function readClientHello(reader: FieldReader): HandshakeMessage {
  const legacyVersion = reader.uint('tls.legacy_version', 2, shown(versions));
  const random = reader.raw('tls.random', 32);
  const sessionId = reader.opaque('tls.session_id', 1, { most: 32 });
  const suites = reader.vector(
    'tls.cipher_suites',
    2,
    (list) => list.list('tls.cipher_suite', (one) => one.uint('tls.cipher_suite', 2, suiteShown), 32_768),
    { least: 2 },
  );
  const compressions = reader.vector(
    'tls.compression_methods',
    1,
    (list) => list.list('tls.compression_method', (one) => one.uint('tls.compression_method', 1)),
    { least: 1 },
  );
  const hasExtensions = reader.left > 0;
  const extensions = hasExtensions ? readExtensions(reader, 'client_hello') : [];
  return { kind: 'client_hello', legacyVersion, random, sessionId, suites, compressions, extensions, hasExtensions };
}

function readServerHello(reader: FieldReader): HandshakeMessage {
  const legacyVersion = reader.uint('tls.legacy_version', 2, shown(versions));
  const random = reader.raw('tls.random', 32);
  const kind = sameBytes(random, retryRandom) ? 'hello_retry_request' : 'server_hello';
  const sessionId = reader.opaque('tls.session_id', 1, { most: 32 });
  const suite = reader.uint('tls.cipher_suite', 2, suiteShown);
  const compression = reader.uint('tls.compression_method', 1);
  const hasExtensions = reader.left > 0;
  const extensions = hasExtensions ? readExtensions(reader, kind) : [];
  return { kind, legacyVersion, random, sessionId, suite, compression, extensions, hasExtensions };
}

const mostCertificates = 16;

function readCertificate(reader: FieldReader, version: TlsVersion | null): HandshakeMessage {
  const data = (one: FieldReader) => one.opaque('tls.certificate', 3, { least: 1 });
  if (version !== '1.3') {
    const entries = reader.vector('tls.certificate_list', 3, (list) =>
      list.list('tls.certificate', (one) => ({ certificate: data(one), extensions: [] }), mostCertificates),
    );
    return { kind: 'certificate', entries };
  }
  const context = reader.opaque('tls.certificate_request_context', 1);
  const entries = reader.vector('tls.certificate_list', 3, (list) =>
    list.list(
      'tls.certificate',
      (one) => ({ certificate: data(one), extensions: readExtensions(one, 'certificate') }),
      mostCertificates,
    ),
  );
  return { kind: 'certificate', context, entries };
}

function readServerKeyExchange(reader: FieldReader): HandshakeMessage {
  const curveType = reader.uint('tls.curve_type', 1, (value) => (value === 3 ? 'named_curve' : value));
  if (curveType !== 3) reader.fault('tls.curve_type', 'wrong-value', reader.at - 1);
  return {
    kind: 'server_key_exchange',
    group: reader.uint('tls.named_curve', 2, shown(groups)),
    point: reader.opaque('tls.ecdh_public_key', 1, { least: 1 }),
    scheme: reader.uint('tls.signature_scheme', 2, shown(signatureSchemes)),
    signature: reader.opaque('tls.signature', 2),
  };
}

/** The body with its length bytes: what is in it depends on the suite, and is taken apart here only to be pointed at. */
function readClientKeyExchange(reader: FieldReader, exchange: 'rsa' | 'ecdhe' | undefined): Uint8Array {
  const from = reader.at;
  if (exchange === 'rsa') reader.opaque('tls.encrypted_premaster_secret', 2);
  else if (exchange === 'ecdhe') reader.opaque('tls.ecdh_public_key', 1, { least: 1 });
  else reader.rest('tls.exchange_keys');
  return reader.bytes.slice(from, reader.at);
}

function readNewSessionTicket(reader: FieldReader, version: TlsVersion | null): HandshakeMessage {
  const lifetime = reader.uint('tls.ticket_lifetime', 4);
  if (version !== '1.3') return { kind: 'new_session_ticket', lifetime, ticket: reader.opaque('tls.ticket', 2) };
  const ageAdd = reader.uint('tls.ticket_age_add', 4);
  const nonce = reader.opaque('tls.ticket_nonce', 1);
  const ticket = reader.opaque('tls.ticket', 2, { least: 1 });
  const extensions = readExtensions(reader, 'new_session_ticket');
  return { kind: 'new_session_ticket', lifetime, ageAdd, nonce, ticket, extensions };
}
