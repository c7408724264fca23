import { sameBytes } from '../bytes';
import type { TlsAction } from './action';
import { versions } from './code-points';
import type { NoDeed } from './event';
import { keyRings } from './key-rings';
import type { ClientHello, HandshakeMessage } from './message';
import { readMessage } from './read-message';
import { recordHeaderLength, writeRecord } from './record';
import { identityFor } from './server-certificate';
import type { Tampering, TlsRecord, TlsState } from './state';
import { suiteNamed } from './suites';
import { writeMessage } from './write-message';

type Changed = { bytes: Uint8Array; tampering: Tampering };

/** One bit turned over. */
export function flipped(record: TlsRecord, byte: number, bit: number): Changed | NoDeed {
  const was = record.bytes[byte];
  if (was === undefined) return 'no-such-byte';
  const bytes = record.bytes.slice();
  const is = was ^ (0x80 >>> bit);
  bytes[byte] = is;
  return { bytes, tampering: { how: 'flip', byte, bit, was, is } };
}

/** The one handshake message that a record in the clear holds. */
function messageIn(record: TlsRecord): HandshakeMessage | NoDeed {
  if (record.protection) return 'encrypted';
  const read = readMessage(record.bytes.subarray(recordHeaderLength), { version: null });
  return read.kind === 'read' ? read.message : 'not-a-client-hello';
}

function rewritten(record: TlsRecord, message: HandshakeMessage): Uint8Array {
  return writeRecord(22, ((record.bytes[1] ?? 3) << 8) | (record.bytes[2] ?? 3), writeMessage(message));
}

function withHello(
  record: TlsRecord,
  change: (hello: ClientHello) => ClientHello | NoDeed,
  tampering: Tampering,
): Changed | NoDeed {
  const message = messageIn(record);
  if (typeof message === 'string') return message;
  if (message.kind !== 'client_hello') return 'not-a-client-hello';
  const changed = change(message);
  return typeof changed === 'string' ? changed : { bytes: rewritten(record, changed), tampering };
}

export function strippedSuite(
  record: TlsRecord,
  { suite }: Extract<TlsAction, { kind: 'strip-suite' }>,
): Changed | NoDeed {
  const { code } = suiteNamed(suite);
  return withHello(
    record,
    (hello) =>
      hello.suites.includes(code)
        ? { ...hello, suites: hello.suites.filter((one) => one !== code) }
        : 'suite-not-in-it',
    { how: 'strip-suite', suite },
  );
}

const legacy = { '1.2': versions.TLS12, '1.1': versions.TLS11, '1.0': versions.TLS10 } as const;

/** The hello as an older client would have said it: without the list of versions, up to `to`. */
export function loweredVersion(
  record: TlsRecord,
  { to }: Extract<TlsAction, { kind: 'lower-version' }>,
): Changed | NoDeed {
  return withHello(
    record,
    (hello) => ({
      ...hello,
      legacyVersion: legacy[to],
      extensions: hello.extensions.filter(({ type }) => type !== 'supported_versions'),
    }),
    { how: 'lower-version', to },
  );
}

export function swappedCertificate(
  state: TlsState,
  record: TlsRecord,
  { certificate }: Extract<TlsAction, { kind: 'swap-certificate' }>,
): Changed | NoDeed {
  const message = messageIn(record);
  if (message === 'encrypted') return message;
  if (typeof message === 'string' || message.kind !== 'certificate') return 'not-a-certificate';
  const { chain } = identityFor(certificate, keyRings[state.setup.server.key], state.setup.host);
  const entries = chain.map((one) => ({ certificate: one, extensions: [] }));
  const bytes = rewritten(record, { kind: 'certificate', entries });
  if (sameBytes(bytes, record.bytes)) return 'no-such-byte';
  return { bytes, tampering: { how: 'swap-certificate', certificate } };
}
