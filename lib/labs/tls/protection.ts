import { concatenated } from '../bytes';
import { type Aead, open, seal } from '../crypto/aead';
import { contentTypes, type TlsVersion, versions } from './code-points';
import { explicitNonceLength, recordHeaderLength, writeRecord } from './record';
import { uint } from './write';

/** What one direction is protected with: key, iv and the number of the next record. */
export type Protection = {
  version: TlsVersion;
  aead: Aead;
  key: Uint8Array;
  iv: Uint8Array;
  /** Counted from 0 under each key (RFC 8446 §5.3). */
  sequence: number;
  /** Which keys these are: `handshake`, `application`, or in 1.2 `session`. */
  epoch: Epoch;
};
export type Epoch = 'session' | 'handshake' | 'application';

function eightBytes(sequence: number): Uint8Array {
  return concatenated(uint(Math.floor(sequence / 2 ** 32), 4), uint(sequence % 2 ** 32, 4));
}

/** RFC 8446 §5.3 and RFC 7905 §2: the iv, the record's number laid over its end. */
function countedNonce(iv: Uint8Array, sequence: number): Uint8Array {
  const nonce = iv.slice();
  eightBytes(sequence).forEach((byte, at) => {
    const place = nonce.length - 8 + at;
    nonce[place] = (nonce[place] ?? 0) ^ byte;
  });
  return nonce;
}

/** RFC 5246 §6.2.3.3: the number, type, version and length of the text. */
function associatedData12(sequence: number, type: number, length: number): Uint8Array {
  return concatenated(eightBytes(sequence), uint(type, 1), uint(versions.TLS12, 2), uint(length, 2));
}

/** A protected record; counts the protection on. */
export function protect(protection: Protection, type: number, text: Uint8Array): Uint8Array<ArrayBuffer> {
  const { version, aead, key, iv, sequence } = protection;
  protection.sequence += 1;
  if (version === '1.3') {
    // TLSInnerPlaintext (RFC 8446 §5.2): the true type goes inside, behind the text.
    const inner = concatenated(text, uint(type, 1));
    const header = concatenated(
      uint(contentTypes.application_data, 1),
      uint(versions.TLS12, 2),
      uint(inner.length + 16, 2),
    );
    return concatenated(header, seal(aead, key, countedNonce(iv, sequence), header, inner));
  }
  const associated = associatedData12(sequence, type, text.length);
  if (explicitNonceLength(protection) === 0) {
    const sealed = seal(aead, key, countedNonce(iv, sequence), associated, text);
    return writeRecord(type, versions.TLS12, sealed);
  }
  const explicit = eightBytes(sequence);
  const sealed = seal(aead, key, concatenated(iv, explicit), associated, text);
  return writeRecord(type, versions.TLS12, concatenated(explicit, sealed));
}

/** What was protected, `type` being the outer type still; null where it does not open. Counts the protection on. */
export function unprotect(protection: Protection, record: Uint8Array): Uint8Array | null {
  const { version, aead, key, iv, sequence } = protection;
  const header = record.subarray(0, recordHeaderLength);
  const sealed = record.subarray(recordHeaderLength);
  protection.sequence += 1;
  if (version === '1.3') return open(aead, key, countedNonce(iv, sequence), header, sealed);
  const explicit = explicitNonceLength(protection);
  const length = sealed.length - explicit - 16;
  if (length < 0) return null;
  const nonce = explicit === 0 ? countedNonce(iv, sequence) : concatenated(iv, sealed.subarray(0, explicit));
  return open(aead, key, nonce, associatedData12(sequence, record[0] ?? 0, length), sealed.subarray(explicit));
}

/** TLSInnerPlaintext: the text and its true type, the zeros of padding taken off; null where there is nothing but zeros. */
export function innerPlaintext(inner: Uint8Array): { type: number; text: Uint8Array; padding: number } | null {
  let at = inner.length - 1;
  while (at >= 0 && inner[at] === 0) at -= 1;
  if (at < 0) return null;
  return { type: inner[at] ?? 0, text: inner.subarray(0, at), padding: inner.length - 1 - at };
}
