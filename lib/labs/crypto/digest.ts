import { concatenated, noBytes } from '../bytes';
import { sha256 } from './sha256';
import { sha384 } from './sha512';

/** The two digests of the cipher suites of TLS 1.2 and 1.3. */
export type TlsHash = 'sha256' | 'sha384';

const functions = { sha256, sha384 } as const;

export const digestLength = { sha256: 32, sha384: 48 } as const satisfies Record<TlsHash, number>;

const blockLength = { sha256: 64, sha384: 128 } as const satisfies Record<TlsHash, number>;

/** The digest of the parts laid end to end: 32 or 48 bytes. */
export function digest(hash: TlsHash, ...parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  return functions[hash](first && parts.length === 1 ? first : concatenated(...parts));
}

/** HMAC (RFC 2104): 32 or 48 bytes. */
export function hmac(hash: TlsHash, key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const [inner, outer] = [new Uint8Array(blockLength[hash]), new Uint8Array(blockLength[hash])];
  const short = key.length > inner.length ? functions[hash](key) : key;
  inner.set(short);
  outer.set(short);
  for (let at = 0; at < inner.length; at += 1) {
    inner[at] = (inner[at] ?? 0) ^ 0x36;
    outer[at] = (outer[at] ?? 0) ^ 0x5c;
  }
  return digest(hash, outer, digest(hash, inner, ...parts));
}

/** HKDF-Extract (RFC 5869 §2.2): a pseudorandom key out of keying material that is none yet. */
export function hkdfExtract(hash: TlsHash, salt: Uint8Array, ikm: Uint8Array): Uint8Array {
  return hmac(hash, salt, ikm);
}

/** HKDF-Expand (RFC 5869 §2.3): `length` bytes, at most 255 digests of them. */
export function hkdfExpand(hash: TlsHash, prk: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  let block: Uint8Array = noBytes;
  for (let number = 1; (number - 1) * digestLength[hash] < length; number += 1) {
    block = hmac(hash, prk, block, info, Uint8Array.of(number));
    blocks.push(block);
  }
  return concatenated(...blocks).subarray(0, length);
}

/** The structure HkdfLabel (RFC 8446 §7.1): length, `tls13 ` and the label, the context. */
export function hkdfLabel(label: string, context: Uint8Array, length: number): Uint8Array {
  const name = new TextEncoder().encode(`tls13 ${label}`);
  return concatenated(
    Uint8Array.of(length >>> 8, length & 0xff, name.length),
    name,
    Uint8Array.of(context.length),
    context,
  );
}

/** HKDF-Expand-Label (RFC 8446 §7.1). */
export function hkdfExpandLabel(
  hash: TlsHash,
  secret: Uint8Array,
  label: string,
  context: Uint8Array,
  length: number,
): Uint8Array {
  return hkdfExpand(hash, secret, hkdfLabel(label, context, length), length);
}

/** The PRF of TLS 1.2 (RFC 5246 §5): P_hash(secret, label + seed), `length` bytes. */
export function prf(hash: TlsHash, secret: Uint8Array, label: string, seed: Uint8Array, length: number): Uint8Array {
  const labelled = concatenated(new TextEncoder().encode(label), seed);
  const blocks: Uint8Array[] = [];
  let a: Uint8Array = labelled;
  for (let made = 0; made < length; made += digestLength[hash]) {
    a = hmac(hash, secret, a);
    blocks.push(hmac(hash, secret, a, labelled));
  }
  return concatenated(...blocks).subarray(0, length);
}
