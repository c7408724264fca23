import { concatenated } from '../bytes';
import { modularInverse, numberOf, octetsOf } from './big-number';
import { hmac } from './digest';
import { type HashName, hashOf } from './hash';
import { hasX, order, readPoint, sumOf, times, timesGenerator, writePoint } from './p256';

/** A point of P-256, uncompressed: 04, x, y (RFC 5480 §2.2). */
export type EcPublicKey = { readonly kind: 'p256'; readonly point: Uint8Array };
export type EcPrivateKey = EcPublicKey & { readonly d: Uint8Array };

/** ECDSA on P-256 with SHA-256, its nonce from RFC 6979: the same message and key give the same signature. DER, as in RFC 3279 §2.2.3. */
export function signEcdsa(key: EcPrivateKey, message: Uint8Array): Uint8Array {
  const digest = hashOf('sha256', message);
  const e = numberOf(digest);
  const d = numberOf(key.d);
  for (const k of nonces(key.d, octetsOf(e % order, 32))) {
    const point = writePoint(timesGenerator(k));
    const r = point ? numberOf(point.subarray(1, 33)) % order : 0n;
    const s = (modularInverse(k, order) * (e + r * d)) % order;
    if (r !== 0n && s !== 0n) return sequenceOf(r, s);
  }
  throw new RangeError('no signature');
}

/** RFC 6979 §3.2: numbers from 1 to n − 1 that follow from the key and the digest; the first will do but once in 2^128. */
function* nonces(key: Uint8Array, digest: Uint8Array): Generator<bigint, void, undefined> {
  let v = new Uint8Array(32).fill(1);
  let k = hmac('sha256', new Uint8Array(32), v, Uint8Array.of(0), key, digest);
  v = Uint8Array.from(hmac('sha256', k, v));
  k = hmac('sha256', k, v, Uint8Array.of(1), key, digest);
  v = Uint8Array.from(hmac('sha256', k, v));
  for (;;) {
    v = Uint8Array.from(hmac('sha256', k, v));
    const nonce = numberOf(v);
    if (nonce > 0n && nonce < order) yield nonce;
    k = hmac('sha256', k, v, Uint8Array.of(0));
    v = Uint8Array.from(hmac('sha256', k, v));
  }
}

/** Whether `signature` (DER) is over `message`; false for bytes that are no signature, and for a point that is not on the curve. */
export function verifyEcdsa(
  key: EcPublicKey,
  message: Uint8Array,
  signature: Uint8Array,
  hash: HashName = 'sha256',
): boolean {
  const point = readPoint(key.point);
  const numbers = readSequence(signature);
  if (!point || !numbers) return false;
  const { r, s } = numbers;
  // FIPS 186-5 §6.4.2: as many bits of the digest as n has, and all of a shorter one.
  const e = numberOf(hashOf(hash, message).subarray(0, 32));
  const w = modularInverse(s, order);
  return hasX(sumOf(timesGenerator((e * w) % order), times(point, (r * w) % order)), r);
}

function sequenceOf(r: bigint, s: bigint): Uint8Array {
  const [first, second] = [integerOf(r), integerOf(s)];
  return concatenated(Uint8Array.of(0x30, first.length + second.length), first, second);
}

function integerOf(value: bigint): Uint8Array {
  const hex = value.toString(16);
  // Room for the sign, which is a bit of its own.
  const octets = octetsOf(value, (hex.length >> 1) + (hex.length % 2 === 1 || hex >= '8' ? 1 : 0));
  return concatenated(Uint8Array.of(2, octets.length), octets);
}

/** Two numbers from 1 to n − 1 in a SEQUENCE, as DER and nothing else has it. */
function readSequence(bytes: Uint8Array): { r: bigint; s: bigint } | null {
  if (bytes.length > 72 || bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2) return null;
  const between = 4 + (bytes[3] ?? 0);
  const [r, s] = [readInteger(bytes.subarray(2, between)), readInteger(bytes.subarray(between))];
  return r === null || s === null ? null : { r, s };
}

function readInteger(bytes: Uint8Array): bigint | null {
  const [tag, length, first = 0, next = 0] = bytes;
  if (tag !== 2 || length !== bytes.length - 2 || length < 1 || length > 33) return null;
  // Negative, or longer than it has to be.
  if (first >= 0x80 || (first === 0 && next < 0x80)) return null;
  const value = numberOf(bytes.subarray(2));
  return value > 0n && value < order ? value : null;
}
