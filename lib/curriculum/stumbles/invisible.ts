import type { Stumble } from './stumble';

/**
 * What no one sees and some programs obey: controls, zero-width spaces, marks that turn the reading direction.
 * U+200D and U+200C join and part letters in many scripts and emoji: they are not among these.
 */
const ranges: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2060],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
];

const names: Readonly<Record<string, string>> = {
  '\u00AD': 'a soft hyphen',
  '\u200B': 'a zero-width space',
  '\uFEFF': 'a byte order mark inside the text',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
};

/** More of them are not told: a file full of them has one mistake. */
const most = 100;

/** Characters that nobody sees, in words and in code alike. */
export function invisibleStumbles(text: string): Stumble[] {
  const stumbles: Stumble[] = [];
  for (let at = 0; at < text.length && stumbles.length < most; at++) {
    const code = text.charCodeAt(at);
    if (isSeen(code)) continue;
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const isLineEnd = code === 0x2028 || code === 0x2029;
    stumbles.push({
      at,
      rule: 'invisible-character',
      message: `here stands ${names[text.charAt(at)] ?? 'a character'} that nobody sees (${name})`,
      found: name,
      fix: 'leave it out',
      edit: { from: at, to: at + 1, text: isLineEnd ? '\n' : '' },
    });
  }
  return stumbles;
}

function isSeen(code: number): boolean {
  // Nearly every character is beyond the controls and below the marks.
  if ((code > 0x1f && code < 0x7f) || (code > 0xad && code < 0x200b)) return true;
  return !ranges.some(([from, to]) => code >= from && code <= to);
}
