import { checkPrimitive, isPrimitiveType } from './check-primitive';
import { DerFault } from './fault';
import type { DerNode } from './node';
import { tagClasses, universalType } from './tag';

/** What is refused before it costs anything: certificates are a few kilobytes and some ten levels deep. */
export const derLimits = { bytes: 1 << 20, depth: 32, nodes: 20_000 } as const;

type Reading = { readonly bytes: Uint8Array; nodes: number };

/**
 * Reads the one DER value that `bytes` are (X.690 §8, §10, §11). Throws a DerFault with the offset for anything else: what BER
 * allows and DER does not, what overruns, what trails, what is too large or too deep.
 */
export function decodeDer(bytes: Uint8Array): DerNode {
  return decodeWithin(bytes, 0, bytes.length, 0);
}

/** The same for the value that fills [from, to) of `bytes`: an OCTET STRING often holds another value. Offsets stay those of `bytes`. */
export function decodeWithin(bytes: Uint8Array, from: number, to: number, depth: number): DerNode {
  if (to - from > derLimits.bytes) throw new DerFault('too-large', from + derLimits.bytes);
  if (to <= from) throw new DerFault('empty', from);
  const node = readNode({ bytes, nodes: 0 }, from, to, depth);
  if (node.to < to) throw new DerFault('trailing-bytes', node.to);
  return node;
}

function readNode(reading: Reading, from: number, end: number, depth: number): DerNode {
  if (depth >= derLimits.depth) throw new DerFault('too-deep', from);
  reading.nodes += 1;
  if (reading.nodes > derLimits.nodes) throw new DerFault('too-many', from);
  const first = byteAt(reading, from, end);
  const tagClass = tagClasses[first >>> 6] ?? 'universal';
  const constructed = (first & 0x20) !== 0;
  const { tag, at: lengthFrom } = readTagNumber(reading, from, end);
  const { length, at: valueFrom } = readLength(reading, lengthFrom, end);
  if (length > end - valueFrom) throw new DerFault('overrun', lengthFrom);
  const to = valueFrom + length;
  const type = tagClass === 'universal' ? universalType(tag) : undefined;
  if (type && constructed === isPrimitiveType(type)) throw new DerFault('wrong-form', from);
  const node = { tagClass, tag, constructed, from, lengthFrom, valueFrom, to };
  if (!constructed) {
    if (type) checkPrimitive(type, reading.bytes, valueFrom, to);
    return { ...node, children: [] };
  }
  const children: DerNode[] = [];
  for (let at = valueFrom; at < to; ) {
    const child = readNode(reading, at, to, depth + 1);
    children.push(child);
    at = child.to;
  }
  return { ...node, children };
}

function byteAt({ bytes }: Reading, at: number, end: number): number {
  const byte = at < end ? bytes[at] : undefined;
  if (byte === undefined) throw new DerFault('overrun', at);
  return byte;
}

/** §8.1.2: numbers below 31 in the first byte, larger ones behind it, seven bits a byte. */
function readTagNumber(reading: Reading, from: number, end: number): { tag: number; at: number } {
  const low = byteAt(reading, from, end) & 0x1f;
  if (low < 0x1f) return { tag: low, at: from + 1 };
  let tag = 0;
  for (let at = from + 1; at <= from + 4; at += 1) {
    const byte = byteAt(reading, at, end);
    if (at === from + 1 && byte === 0x80) throw new DerFault('bad-tag', at);
    tag = tag * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      if (tag < 0x1f) throw new DerFault('bad-tag', at);
      return { tag, at: at + 1 };
    }
  }
  throw new DerFault('bad-tag', from);
}

/** §8.1.3, §10.1: definite, in as few octets as can be. */
function readLength(reading: Reading, from: number, end: number): { length: number; at: number } {
  const first = byteAt(reading, from, end);
  if (first < 0x80) return { length: first, at: from + 1 };
  if (first === 0x80) throw new DerFault('indefinite-length', from);
  const octets = first & 0x7f;
  if (octets > 4) throw new DerFault('length-too-long', from);
  let length = 0;
  for (let at = from + 1; at <= from + octets; at += 1) length = length * 256 + byteAt(reading, at, end);
  if (length < 0x80 || length < 256 ** (octets - 1)) throw new DerFault('length-not-minimal', from);
  return { length, at: from + 1 + octets };
}
