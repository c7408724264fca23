import { concatenated } from '../bytes';
import type { DerValue } from './node';
import { type TagClass, tagClasses, type UniversalType, universalTags } from './tag';
import { timeText } from './time';

/** Tag, length and value in the one way DER has (X.690 §8.1, §10.1). */
export function encodeDer(value: DerValue): Uint8Array<ArrayBuffer> {
  const content = value.constructed ? concatenated(...value.children.map(encodeDer)) : value.value;
  return tagged(value.tagClass, value.tag, value.constructed, content);
}

export function tagged(
  tagClass: TagClass,
  tag: number,
  constructed: boolean,
  content: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return concatenated(tagOctets(tagClass, tag, constructed), lengthOctets(content.length), content);
}

function tagOctets(tagClass: TagClass, tag: number, constructed: boolean): Uint8Array {
  const first = (tagClasses.indexOf(tagClass) << 6) | (constructed ? 0x20 : 0);
  if (tag < 0x1f) return Uint8Array.of(first | tag);
  return Uint8Array.of(first | 0x1f, ...base128(tag));
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(0x80 | octets.length, ...octets);
}

/** Seven bits an octet, the highest bit set in all but the last. */
function base128(number: number): number[] {
  const octets = [number % 128];
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
    octets.unshift(0x80 | (rest % 128));
  return octets;
}

function universal(type: UniversalType, constructed: boolean, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return tagged('universal', universalTags[type], constructed, content);
}

export function sequence(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return universal('SEQUENCE', true, concatenated(...parts));
}

/** SET OF: in the order of its encodings (§11.6). */
export function setOf(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return universal('SET', true, concatenated(...parts.toSorted(compareBytes)));
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** [number] around a whole value. */
export function explicit(number: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return tagged('context', number, true, content);
}

/** [number] in the place of a primitive value's own tag. */
export function implicit(number: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  return tagged('context', number, false, content);
}

export function boolean(value: boolean): Uint8Array<ArrayBuffer> {
  return universal('BOOLEAN', false, Uint8Array.of(value ? 0xff : 0));
}

export function integer(value: bigint): Uint8Array<ArrayBuffer> {
  return universal('INTEGER', false, integerOctets(value));
}

/** Two's complement, as short as can be (§8.3). */
export function integerOctets(value: bigint): Uint8Array<ArrayBuffer> {
  const octets: number[] = [];
  let rest = value;
  do {
    octets.unshift(Number(BigInt.asUintN(8, rest)));
    rest >>= 8n;
  } while (rest !== 0n && rest !== -1n);
  const negative = (octets[0] ?? 0) >= 0x80;
  if (value >= 0n && negative) octets.unshift(0);
  if (value < 0n && !negative) octets.unshift(0xff);
  return Uint8Array.from(octets);
}

export function nullValue(): Uint8Array<ArrayBuffer> {
  return universal('NULL', false, new Uint8Array(0));
}

export function octetString(content: Uint8Array): Uint8Array<ArrayBuffer> {
  return universal('OCTET STRING', false, content);
}

/** `unused` bits at the end of the last octet do not count; they must be zero. */
export function bitString(content: Uint8Array, unused = 0): Uint8Array<ArrayBuffer> {
  return universal('BIT STRING', false, concatenated(Uint8Array.of(unused), content));
}

/** A list of named bits, without zeros at its end (§11.2.2): `[0, 5]` is the bits 0 and 5. */
export function namedBits(bits: readonly number[]): Uint8Array<ArrayBuffer> {
  if (bits.length === 0) return bitString(new Uint8Array(0));
  const most = Math.max(...bits);
  const octets = new Uint8Array(Math.floor(most / 8) + 1);
  for (const bit of bits) octets[bit >>> 3] = (octets[bit >>> 3] ?? 0) | (0x80 >>> (bit & 7));
  return bitString(octets, 7 - (most & 7));
}

/** `2.5.29.17`. */
export function objectIdentifier(dotted: string): Uint8Array<ArrayBuffer> {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return universal('OBJECT IDENTIFIER', false, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

export function text(type: 'UTF8String' | 'PrintableString' | 'IA5String', value: string): Uint8Array<ArrayBuffer> {
  return universal(type, false, new TextEncoder().encode(value));
}

/** Milliseconds since 1970 in UTC, written as RFC 5280 §4.1.2.5 asks. */
export function time(at: number): Uint8Array<ArrayBuffer> {
  const written = timeText(at);
  return universal(written.type, false, new TextEncoder().encode(written.text));
}
