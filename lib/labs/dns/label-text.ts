import { escapedByte } from './escape';
import type { DomainName } from './name';

/** Every byte as it stands in the text of a name: what means something in a master file is escaped. */
const byteText: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte === 0x20 ? '\\032' : escapedByte(byte, '.;()"@$'),
);

/*
 * The same names stand in message after message, and a text that was made before costs neither its letters nor its hash again.
 * What is kept here is only ever found again by all of its bytes.
 */
const most = 1_000;
const texts = new Map<number, { readonly bytes: Uint8Array; readonly text: string }>();
const joins = new Map<string, Map<DomainName, DomainName>>();
let joined = 0;

/** Whole labels, each with its length before it, as the text of a name: `3www4shop` is `www.shop.`; none are the empty text. */
export function labelsText(bytes: Uint8Array, from: number, to: number): string {
  if (from === to) return '';
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  const known = texts.get(hash);
  if (known && isAt(known.bytes, bytes, from, to)) return known.text;
  let text = '';
  for (let at = from; at < to; ) {
    const next = at + 1 + (bytes[at] ?? 0);
    for (at += 1; at < next; at += 1) text += byteText[bytes[at] ?? 0] ?? '';
    text += '.';
  }
  if (texts.size >= most) texts.clear();
  texts.set(hash, { bytes: bytes.slice(from, to), text });
  return text;
}

function isAt(own: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (own.length !== to - from) return false;
  for (let at = 0; at < own.length; at += 1) if (own[at] !== bytes[from + at]) return false;
  return true;
}

/** The one text, then the other: `www.` and `shop.example.` are `www.shop.example.` */
export function joinedNames(first: string, rest: DomainName): DomainName {
  if (first === '') return rest;
  if (rest === '') return first;
  const before = joins.get(first)?.get(rest);
  if (before !== undefined) return before;
  if (joined >= most) {
    joins.clear();
    joined = 0;
  }
  const name = first + rest;
  joins.set(first, (joins.get(first) ?? new Map<DomainName, DomainName>()).set(rest, name));
  joined += 1;
  return name;
}
