import { sameBytes } from '../bytes';
import { Fatal } from './alert';
import type { Endpoint } from './endpoint';
import { note } from './talk';

/** RFC 8446 §4.4.4, RFC 5246 §7.4.9: what the peer's Finished says has to be what this side computes itself. */
export function checkFinished(endpoint: Endpoint, expected: Uint8Array, found: Uint8Array) {
  if (sameBytes(expected, found)) return note(endpoint, { code: 'verified', what: 'finished' });
  note(endpoint, { code: 'refused', what: 'finished' });
  // RFC 8446 §4.4.4 speaks of decrypt_error; a Finished of another length is not even one.
  throw found.length === expected.length
    ? new Fatal('decrypt_error', 'finished-differs', 4)
    : new Fatal('decode_error', 'finished-of-wrong-length', 1);
}

export function outOfOrder(): never {
  throw new Fatal('unexpected_message', 'out-of-order', 0);
}
