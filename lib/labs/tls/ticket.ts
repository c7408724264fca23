import { concatenated } from '../bytes';
import { open, seal } from '../crypto/aead';
import type { TlsVersion } from './code-points';
import { DecodeFault, FieldReader } from './field-reader';
import { type SuiteName, suiteNamed, suiteOf } from './suites';
import { text, uint, vector } from './write';

/** What a server writes into a ticket, so that it need not remember anyone itself (RFC 5077 §4). */
export type TicketState = {
  version: TlsVersion;
  suite: SuiteName;
  secret: Uint8Array;
  extendedMasterSecret: boolean;
  issuedAt: number;
  ageAdd: number;
  name: string | null;
  protocol: string | null;
};

const keyName = text('handrail teaching');
const nonceLength = 12;

/** Sealed with a key that never leaves the server: key name, nonce, sealed state, tag. */
export function sealTicket(key: Uint8Array, nonce: Uint8Array, state: TicketState): Uint8Array {
  const plain = concatenated(
    uint(state.version === '1.3' ? 1 : 0, 1),
    uint(suiteNamed(state.suite).code, 2),
    uint(state.extendedMasterSecret ? 1 : 0, 1),
    uint(state.issuedAt, 4),
    uint(state.ageAdd, 4),
    vector(1, state.secret),
    vector(2, text(state.name ?? '')),
    vector(1, text(state.protocol ?? '')),
  );
  return concatenated(keyName, nonce, seal('aes-128-gcm', key, nonce, keyName, plain));
}

/** null for whatever this server did not seal itself. */
export function openTicket(key: Uint8Array, ticket: Uint8Array): TicketState | null {
  const nonce = ticket.subarray(keyName.length, keyName.length + nonceLength);
  if (nonce.length < nonceLength) return null;
  const sealed = ticket.subarray(keyName.length + nonceLength);
  const plain = open('aes-128-gcm', key, nonce, ticket.subarray(0, keyName.length), sealed);
  if (!plain) return null;
  const reader = new FieldReader(plain);
  try {
    const version = reader.uint('ticket.version', 1) === 1 ? '1.3' : '1.2';
    const suite = suiteOf(reader.uint('ticket.suite', 2));
    const extendedMasterSecret = reader.uint('ticket.extended', 1) === 1;
    const issuedAt = reader.uint('ticket.issued', 4);
    const ageAdd = reader.uint('ticket.age_add', 4);
    const secret = reader.opaque('ticket.secret', 1);
    const name = new TextDecoder().decode(reader.opaque('ticket.name', 2)) || null;
    const protocol = new TextDecoder().decode(reader.opaque('ticket.protocol', 1)) || null;
    if (!suite) return null;
    return { version, suite: suite.name, secret, extendedMasterSecret, issuedAt, ageAdd, name, protocol };
  } catch (fault) {
    if (fault instanceof DecodeFault) return null;
    throw fault;
  }
}
