import { concatenated } from '../bytes';
import { modularInverse, numberOf, octetsOf } from './big-number';
import { combOf, type Group, multipleOf } from './comb';

/*
 * P-256, also secp256r1 and prime256v1 (SEC 2 §2.4.2, FIPS 186-5): y² = x³ − 3x + b over a field of p elements. Not in constant time, which
 * numbers of any size in JavaScript cannot be: the keys of the labs are public anyway.
 */
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** How many points there are: n, a prime. */
export const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** x/z², y/z³ of a point; z is 0 at infinity. None of them needs to be from 0 to p − 1: what is equal is so modulo p. */
export type P256Point = { readonly x: bigint; readonly y: bigint; readonly z: bigint };

const zero: P256Point = { x: 1n, y: 1n, z: 0n };
const generator: P256Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  z: 1n,
};

/** dbl-2001-b of the Explicit-Formulas Database, for a = −3. */
function double({ x, y, z }: P256Point): P256Point {
  const delta = (z * z) % p;
  const gamma = (y * y) % p;
  const beta = (x * gamma) % p;
  const alpha = (3n * (x - delta) * (x + delta)) % p;
  const x3 = (alpha * alpha - 8n * beta) % p;
  return { x: x3, y: (alpha * (4n * beta - x3) - 8n * gamma * gamma) % p, z: (2n * y * z) % p };
}

/** add-1998-cmo-2 of the same, with the cases that it leaves out. */
function add(one: P256Point, other: P256Point): P256Point {
  if (one.z === 0n) return other;
  if (other.z === 0n) return one;
  const z1z1 = (one.z * one.z) % p;
  const z2z2 = (other.z * other.z) % p;
  const u1 = (one.x * z2z2) % p;
  const s1 = (one.y * ((other.z * z2z2) % p)) % p;
  const h = (other.x * z1z1 - u1) % p;
  const r = (other.y * ((one.z * z1z1) % p) - s1) % p;
  if (h === 0n) return r === 0n ? double(one) : zero;
  const hh = (h * h) % p;
  const hhh = (h * hh) % p;
  const v = (u1 * hh) % p;
  const x = (r * r - hhh - 2n * v) % p;
  return { x, y: (r * (v - x) - s1 * hhh) % p, z: (h * ((one.z * other.z) % p)) % p };
}

const group: Group<P256Point> = { zero, add, double };

/** factor · G, for 0 ≤ factor < n. */
export const timesGenerator = combOf(group, generator);
export const times = (point: P256Point, factor: bigint) => multipleOf(group, point, factor);
export const sumOf = add;

/** 04, x, y (SEC 1 §2.3.4); null for other bytes, and for what is no point of the curve. */
export function readPoint(bytes: Uint8Array): P256Point | null {
  if (bytes.length !== 65 || bytes[0] !== 4) return null;
  const [x, y] = [numberOf(bytes.subarray(1, 33)), numberOf(bytes.subarray(33))];
  const isOnCurve = x < p && y < p && (y * y - x * x * x + 3n * x - b) % p === 0n;
  return isOnCurve ? { x, y, z: 1n } : null;
}

/** 65 bytes; null at infinity. */
export function writePoint({ x, y, z }: P256Point): Uint8Array<ArrayBuffer> | null {
  if (z === 0n) return null;
  const inverse = modularInverse(positive(z), p);
  const square = (inverse * inverse) % p;
  const number = (value: bigint) => octetsOf(positive(value % p), 32);
  return concatenated(Uint8Array.of(4), number(x * square), number(y * ((square * inverse) % p)));
}

/** Whether a point’s x, taken modulo n, is `r`: without a division. 0 ≤ r < n. */
export function hasX({ x, z }: P256Point, r: bigint): boolean {
  if (z === 0n) return false;
  const zz = (z * z) % p;
  const isX = (value: bigint) => value < p && (value * zz - x) % p === 0n;
  return isX(r) || isX(r + order);
}

const positive = (value: bigint) => (value < 0n ? value + p : value);
