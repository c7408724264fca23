import { modularInverse } from './big-number';
import { combOf } from './comb';

const p = 2n ** 255n - 19n;

/**
 * X25519 (RFC 7748 §5): the multiple of a point, by 32 bytes of chance, 32 bytes in all its forms. Null where it is zero, as it is for a
 * few points whatever the factor (§6.1). Not in constant time, which numbers of any size in JavaScript cannot be.
 */
export function x25519(privateKey: Uint8Array, u: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const x1 = littleEndian(u) & (2n ** 255n - 1n);
  const bits = factorOf(privateKey).toString(2);
  let [x2, z2, x3, z3] = [1n, 0n, x1, 1n];
  for (let at = 0; at < bits.length; at += 1) {
    const isOne = bits.charCodeAt(at) === 0x31;
    if (isOne) [x2, z2, x3, z3] = [x3, z3, x2, z2];
    const [a, b] = [x2 + z2, x2 - z2];
    const [aa, bb] = [(a * a) % p, (b * b) % p];
    const [da, cb] = [((x3 - z3) * a) % p, ((x3 + z3) * b) % p];
    const [sum, difference, e] = [da + cb, da - cb, aa - bb];
    x3 = (sum * sum) % p;
    z3 = (x1 * ((difference * difference) % p)) % p;
    x2 = (aa * bb) % p;
    z2 = (e * (aa + 121_665n * e)) % p;
    if (isOne) [x2, z2, x3, z3] = [x3, z3, x2, z2];
  }
  if (z2 === 0n || x2 === 0n) return null;
  return bytesOf(x2 * modularInverse(positive(z2), p));
}

/** The public key of 32 bytes of chance: the same multiple of the base point, 9. */
export function x25519PublicKey(privateKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const { y, z } = timesBase(factorOf(privateKey));
  // RFC 7748 §4.1: u = (1 + y) / (1 − y) takes a point of edwards25519 to curve25519.
  return bytesOf((z + y) * modularInverse(positive((z - y) % p), p));
}

/** decodeScalar25519: a multiple of eight from 2^254 on. */
function factorOf(privateKey: Uint8Array): bigint {
  const bytes = privateKey.slice(0, 32);
  bytes[0] = (bytes[0] ?? 0) & 248;
  bytes[31] = ((bytes[31] ?? 0) & 127) | 64;
  return littleEndian(bytes);
}

/*
 * The same curve as edwards25519, on which points can be added, and multiples of the base be taken from a table. Extended coordinates
 * (RFC 8032 §5.1.4): x/z, y/z, and t with x · y = z · t.
 */
type Point = { readonly x: bigint; readonly y: bigint; readonly z: bigint; readonly t: bigint };

const d2 = (-2n * 121_665n * modularInverse(121_666n, p)) % p;

function add(one: Point, other: Point): Point {
  const a = ((one.y - one.x) * (other.y - other.x)) % p;
  const b = ((one.y + one.x) * (other.y + other.x)) % p;
  const c = (((one.t * d2) % p) * other.t) % p;
  const d = (2n * one.z * other.z) % p;
  return ofParts(b - a, d - c, d + c, b + a);
}

function double({ x, y, z }: Point): Point {
  const [a, b] = [(x * x) % p, (y * y) % p];
  const h = a + b;
  const g = a - b;
  return ofParts(h - (x + y) ** 2n, ((2n * z * z) % p) + g, g, h);
}

function ofParts(e: bigint, f: bigint, g: bigint, h: bigint): Point {
  return { x: (e * f) % p, y: (g * h) % p, z: (f * g) % p, t: (e * h) % p };
}

const baseX = 0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an;
const baseY = 0x6666666666666666666666666666666666666666666666666666666666666658n;
const timesBase = combOf<Point>(
  { zero: { x: 0n, y: 1n, z: 1n, t: 0n }, add, double },
  { x: baseX, y: baseY, z: 1n, t: (baseX * baseY) % p },
);

function littleEndian(bytes: Uint8Array): bigint {
  let hex = '0x';
  for (let at = 31; at >= 0; at -= 1) hex += (bytes[at] ?? 0).toString(16).padStart(2, '0');
  return BigInt(hex);
}

function bytesOf(value: bigint): Uint8Array<ArrayBuffer> {
  const hex = positive(value % p)
    .toString(16)
    .padStart(64, '0');
  return Uint8Array.from({ length: 32 }, (_, at) => Number.parseInt(hex.slice(62 - at * 2, 64 - at * 2), 16));
}

const positive = (value: bigint) => (value < 0n ? value + p : value);
