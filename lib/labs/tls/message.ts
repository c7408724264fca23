import type { Extension } from './extension';

type Hello = {
  legacyVersion: number;
  random: Uint8Array;
  sessionId: Uint8Array;
  extensions: readonly Extension[];
  /** RFC 5246 §7.4.1.2: a hello of an old kind ends without the list of extensions, not even an empty one. */
  hasExtensions?: boolean;
};

export type ClientHello = Hello & { kind: 'client_hello'; suites: readonly number[]; compressions: readonly number[] };

/** A HelloRetryRequest is a ServerHello with a certain random (RFC 8446 §4.1.4). */
export type ServerHello = Hello & { kind: 'server_hello' | 'hello_retry_request'; suite: number; compression: number };

export type CertificateEntry = { certificate: Uint8Array; extensions: readonly Extension[] };

/** Handshake messages as they were understood (RFC 8446 §4, RFC 5246 §7.4, RFC 8422 §5). */
export type HandshakeMessage =
  | { kind: 'hello_request' }
  | ClientHello
  | ServerHello
  | { kind: 'encrypted_extensions'; extensions: readonly Extension[] }
  /** `context` in TLS 1.3 only. */
  | { kind: 'certificate'; context?: Uint8Array; entries: readonly CertificateEntry[] }
  | { kind: 'certificate_request' }
  | { kind: 'server_key_exchange'; group: number; point: Uint8Array; scheme: number; signature: Uint8Array }
  | { kind: 'server_hello_done' }
  /** `value`: the encrypted premaster secret, or a point. */
  | { kind: 'client_key_exchange'; value: Uint8Array }
  | { kind: 'certificate_verify'; scheme: number; signature: Uint8Array }
  | { kind: 'finished'; verifyData: Uint8Array }
  /** `ageAdd`, `nonce` and extensions in TLS 1.3 only. `lifetime` in seconds. */
  | {
      kind: 'new_session_ticket';
      lifetime: number;
      ticket: Uint8Array;
      ageAdd?: number;
      nonce?: Uint8Array;
      extensions?: readonly Extension[];
    }
  | { kind: 'key_update'; requested: boolean };

export type MessageKind = HandshakeMessage['kind'];

/** SHA-256 of "HelloRetryRequest" (RFC 8446 §4.1.3). */
export const retryRandom = Uint8Array.of(
  ...[0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91],
  ...[0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c],
);

/** The end of a server's random that says "I could have done better than 1.2" (RFC 8446 §4.1.3): DOWNGRD and 1. */
export const downgradeSentinel = Uint8Array.of(0x44, 0x4f, 0x57, 0x4e, 0x47, 0x52, 0x44, 0x01);
export const downgradeSentinelBelow12 = Uint8Array.of(0x44, 0x4f, 0x57, 0x4e, 0x47, 0x52, 0x44, 0x00);
