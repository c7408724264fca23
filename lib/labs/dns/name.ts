import { byteAt } from './escape';

/**
 * A domain name as text, absolute and with its last dot: `www.shop.example.`, the root `.`. Bytes that are no plain characters
 * stand as `\DDD`, a dot within a label as `\.` (RFC 1035 §5.1). Names keep the case they were written in and are compared without it.
 */
export type DomainName = string;

/** RFC 1035 §2.3.4, in bytes: a label without its length, a name with all of them. */
export const longest = { label: 63, name: 255 } as const;

export type NameFault = 'empty-label' | 'label-over-63' | 'name-over-255' | 'bad-character';
export type ReadName = { kind: 'name'; name: DomainName } | { kind: 'fault'; why: NameFault; at: number };

const dot = 0x2e;

/** Reads a name as people write it; one without its last dot gets `origin` behind it. */
export function parseName(text: string, origin: DomainName = '.'): ReadName {
  if (text === '@') return { kind: 'name', name: origin };
  if (text === '.') return { kind: 'name', name: '.' };
  let label = 0;
  let total = 1;
  let isAbsolute = false;
  for (let at = 0; at < text.length; ) {
    const read = byteAt(text, at);
    if ('at' in read || read.byte === 0x20) return { kind: 'fault', why: 'bad-character', at };
    isAbsolute = read.byte === dot && read.next === at + 1;
    if (isAbsolute) {
      if (label === 0) return { kind: 'fault', why: 'empty-label', at };
      label = 0;
    } else {
      if (label === 0) total += 1;
      label += 1;
      total += 1;
      if (label > longest.label) return { kind: 'fault', why: 'label-over-63', at };
      if (total > longest.name) return { kind: 'fault', why: 'name-over-255', at };
    }
    at = read.next;
  }
  if (text === '') return { kind: 'fault', why: 'empty-label', at: 0 };
  if (isAbsolute) return { kind: 'name', name: text };
  if (origin === '.') return { kind: 'name', name: `${text}.` };
  const whole = parseName(`${text}.${origin}`);
  return whole.kind === 'name' ? whole : { ...whole, at: Math.min(whole.at, text.length) };
}

/** What names are compared by: ASCII letters of either case are the same (RFC 1035 §2.3.3). */
export function keyOf(name: DomainName): string {
  return name.toLowerCase();
}

export function isSameName(a: DomainName, b: DomainName): boolean {
  return a === b || keyOf(a) === keyOf(b);
}

/** `www.shop.example.` → `shop.example.`; null above the root. */
export function parentOf(name: DomainName): DomainName | null {
  if (name === '.') return null;
  for (let at = 0; at < name.length - 1; at += 1) {
    if (name[at] === '\\') at += 1;
    else if (name[at] === '.') return name.slice(at + 1);
  }
  return '.';
}

/** Whether a name is `zone` or stands below it: what RFC 2181 calls being within a zone, and resolvers bailiwick. */
export function isWithin(name: DomainName, zone: DomainName): boolean {
  if (zone === '.') return true;
  const own = keyOf(name);
  const above = keyOf(zone);
  if (own === above) return true;
  if (!own.endsWith(`.${above}`)) return false;
  // The dot before the zone must not be an escaped one.
  let slashes = 0;
  for (let at = own.length - above.length - 2; own[at] === '\\'; at -= 1) slashes += 1;
  return slashes % 2 === 0;
}

/** The name, its parent, and so on to the root. */
export function ancestorsOf(name: DomainName): DomainName[] {
  const all = [name];
  for (let above = parentOf(name); above !== null; above = parentOf(above)) all.push(above);
  return all;
}
