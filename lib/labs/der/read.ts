import { DerFault } from './fault';
import type { DerNode } from './node';
import { type UniversalType, universalTags, universalType } from './tag';
import { timeFrom } from './time';

/*
 * What a primitive value says. Each takes the node and the bytes it stands in, and throws a DerFault ('unexpected-type') at the
 * node when it is of another type. With an implicit tag, the caller has looked at the tag and takes the `…Octets` form.
 */

export function isType(node: DerNode | undefined, type: UniversalType): node is DerNode {
  return node?.tagClass === 'universal' && node.tag === universalTags[type];
}

/** Whether the node has the tag [number]. */
export function isContext(node: DerNode | undefined, number: number): node is DerNode {
  return node?.tagClass === 'context' && node.tag === number;
}

export function expectType(node: DerNode, type: UniversalType): DerNode {
  const isRight: boolean = isType(node, type);
  if (!isRight) throw new DerFault('unexpected-type', node.from);
  return node;
}

export function octetsOf(node: DerNode, bytes: Uint8Array): Uint8Array {
  return bytes.subarray(node.valueFrom, node.to);
}

export function readBoolean(node: DerNode, bytes: Uint8Array): boolean {
  return bytes[expectType(node, 'BOOLEAN').valueFrom] === 0xff;
}

/** No more than 2,049 octets: no number in a certificate is longer than an RSA modulus, of 16,384 bits and its sign. */
export function readInteger(node: DerNode, bytes: Uint8Array): bigint {
  return integerIn(octetsOf(expectType(node, 'INTEGER'), bytes), node.valueFrom);
}

export function integerIn(octets: Uint8Array, at: number): bigint {
  if (octets.length === 0) throw new DerFault('bad-integer', at);
  if (octets.length > 2049) throw new DerFault('too-large', at);
  let hex = '0x';
  for (const octet of octets) hex += octet.toString(16).padStart(2, '0');
  return BigInt.asIntN(octets.length * 8, BigInt(hex));
}

/** A whole number that fits into a number: a version, a path length. */
export function readSmall(node: DerNode, bytes: Uint8Array): number {
  const value = readInteger(node, bytes);
  if (value < 0n || value > 0xffff_ffffn) throw new DerFault('bad-value', node.valueFrom);
  return Number(value);
}

/** `2.5.29.17`. */
export function readObjectIdentifier(node: DerNode, bytes: Uint8Array): string {
  return objectIdentifierIn(octetsOf(expectType(node, 'OBJECT IDENTIFIER'), bytes));
}

export function objectIdentifierIn(octets: Uint8Array): string {
  const numbers: bigint[] = [];
  let number = 0n;
  for (const octet of octets) {
    number = (number << 7n) | BigInt(octet & 0x7f);
    if (octet >= 0x80) continue;
    if (numbers.length === 0) {
      const first = number < 80n ? number / 40n : 2n;
      numbers.push(first, number - first * 40n);
    } else numbers.push(number);
    number = 0n;
  }
  return numbers.join('.');
}

/** The octets of a BIT STRING and how many bits at their end do not count. */
export function readBitString(node: DerNode, bytes: Uint8Array): { octets: Uint8Array; unused: number } {
  expectType(node, 'BIT STRING');
  return { octets: bytes.subarray(node.valueFrom + 1, node.to), unused: bytes[node.valueFrom] ?? 0 };
}

/** The numbers of the bits that are set: of KeyUsage, of the reasons of a revocation. */
export function setBits({ octets, unused }: { octets: Uint8Array; unused: number }): number[] {
  const bits: number[] = [];
  for (let bit = 0; bit < Math.min(octets.length * 8 - unused, 64); bit += 1) {
    if (((octets[bit >>> 3] ?? 0) & (0x80 >>> (bit & 7))) !== 0) bits.push(bit);
  }
  return bits;
}

export function readOctetString(node: DerNode, bytes: Uint8Array): Uint8Array {
  return octetsOf(expectType(node, 'OCTET STRING'), bytes);
}

/** Milliseconds since 1970 in UTC. */
export function readTime(node: DerNode, bytes: Uint8Array): number {
  const type = node.tagClass === 'universal' ? universalType(node.tag) : undefined;
  if (type !== 'UTCTime' && type !== 'GeneralizedTime') throw new DerFault('unexpected-type', node.from);
  const at = timeFrom(type, octetsOf(node, bytes));
  if (at === null) throw new DerFault('bad-time', node.valueFrom);
  return at;
}

/** The text of any of the string types; what is not ASCII in an old type is read as Latin 1. */
export function readText(node: DerNode, bytes: Uint8Array): string {
  const octets = octetsOf(node, bytes);
  switch (node.tagClass === 'universal' ? universalType(node.tag) : undefined) {
    case 'UTF8String':
      return new TextDecoder().decode(octets);
    case 'PrintableString':
    case 'IA5String':
    case 'VisibleString':
    case 'TeletexString':
      return latin(octets);
    case 'BMPString':
      return wide(octets, 2);
    case 'UniversalString':
      return wide(octets, 4);
    default:
      throw new DerFault('unexpected-type', node.from);
  }
}

export function latin(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += String.fromCharCode(octet);
  return text;
}

function wide(octets: Uint8Array, width: number): string {
  let text = '';
  for (let at = 0; at + width <= octets.length; at += width) {
    const point = octets.subarray(at, at + width).reduce((number, octet) => number * 256 + octet, 0);
    text += point <= 0x10_ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  return text;
}
