import { fromPunycode, punycode } from './punycode';

export type AsciiDomain =
  | { kind: 'name'; name: string }
  | { kind: 'failure'; why: 'domain-to-ASCII' | 'domain-not-computed' };

const isAscii = (text: string) => Array.from(text).every((one) => (one.codePointAt(0) ?? 0) < 0x80);

const notComputed = { kind: 'failure', why: 'domain-not-computed' } as const;

/**
 * https://url.spec.whatwg.org/#concept-domain-to-ascii. Not in the standard: the mapping table of UTS 46 is not here (it weighs more
 * than all the rest). Mapped are compatibility forms (NFKC) and capital letters; taken are the letters below, which
 * the table leaves as they are. A name with anything else is refused as `domain-not-computed`, not guessed at.
 */
export function domainToAscii(domain: string): AsciiDomain {
  if (isAscii(domain) && !/(^|\.)xn--/i.test(domain)) return { kind: 'name', name: domain.toLowerCase() };
  const mapped = mapName(domain);
  if (mapped === null) return notComputed;
  const labels: string[] = [];
  for (const label of mapped.split('.')) {
    const ascii = labelToAscii(label);
    if (ascii === null) return notComputed;
    labels.push(ascii);
  }
  const name = labels.join('.');
  return name === '' ? { kind: 'failure', why: 'domain-to-ASCII' } : { kind: 'name', name };
}

/** Letters that the table leaves as they are: Latin, Greek, Cyrillic, Devanagari, Thai, Vietnamese, kana, Han and Hangul, as they are written today. */
const taken: readonly (readonly [number, number])[] = [
  [0xdf, 0x17f],
  [0x1cd, 0x1dc],
  [0x3ac, 0x3ce],
  [0x430, 0x45f],
  [0x904, 0x939],
  [0xe01, 0xe32],
  [0x1ea1, 0x1ef9],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30fc],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
];
const isTaken = (point: number) => taken.some(([from, to]) => point >= from && point <= to) && point !== 0xf7;

const beginsWithMark = /^\p{M}/u;

function mapName(domain: string): string | null {
  let mapped = '';
  for (const one of domain.normalize('NFC')) {
    const point = one.codePointAt(0) ?? 0;
    const part = point < 0x80 ? one.toLowerCase() : mapOne(one);
    if (part === null) return null;
    mapped += part;
  }
  return mapped.normalize('NFC');
}

/** One character at a time: `Σ` at the end of a word would become `ς`, which the table does not do. */
function mapOne(one: string): string | null {
  // The table maps it to nothing: a soft hyphen leaves no trace.
  if (one === '\u00ad') return '';
  if (one === '\u3002' || one === '\uff0e' || one === '\uff61') return '.';
  const point = one.codePointAt(0) ?? 0;
  const mapped = one.normalize('NFKC').toLowerCase().normalize('NFKC');
  for (const part of mapped) {
    if ((part.codePointAt(0) ?? 0) < 0x80) {
      if (!/[a-z0-9-]/.test(part)) return null;
    } else if (!isTaken(part.codePointAt(0) ?? 0) || part.toLowerCase() !== part) return null;
  }
  return point > 0xffff || unlike.has(one) || unlike.has(mapped) ? null : mapped;
}

/** Where the table does something else than NFKC and small letters: capital ẞ, ς, and a letter too young for it. */
const unlike = new Set(['\u1e9e', '\u03c2', '\ua7f1']);

function labelToAscii(label: string): string | null {
  if (label.startsWith('xn--')) {
    const decoded = fromPunycode(label.slice(4));
    if (decoded === null || isAscii(decoded) || mapName(decoded) !== decoded) return null;
    return beginsWithMark.test(decoded) || `xn--${punycode(decoded)}` !== label ? null : label;
  }
  if (isAscii(label)) return label;
  return beginsWithMark.test(label) ? null : `xn--${punycode(label)}`;
}
