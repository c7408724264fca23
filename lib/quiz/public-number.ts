import type { Missing } from './answer';

/** How a number may be written. */
export const bases = ['decimal', 'hex', 'binary'] as const;
export type Base = (typeof bases)[number];

/** A number as it was typed, and what stood behind it: "1.5 ms" is 1.5 and "ms". */
type Typed = { value: number; suffix: string };

export const longestNumber = 64;

/**
 * Digits, then perhaps groups of three split by one and the same mark, then perhaps a fraction, an exponent, and a unit.
 * A unit begins with a letter or a sign and has at most one digit, its last: m/s2, °C, 毫秒, %.
 */
const decimal =
  /^([+-]?)(\d+|\d{1,3}(?:([ ,'_])\d{3})(?:\3\d{3})*)(\.\d+)?(?:e([+-]?\d{1,3}))? ?([\p{L}%‰°][\p{L}\p{M}%‰°·*/^ .-]{0,22}\d?)?$/iu;

/** Digits of another base may be split anywhere: 0b1010_0001, 0xDE AD. */
const prefixed = {
  hex: /^([+-]?)0x([\da-f](?:[ _]?[\da-f]){0,15})$/i,
  binary: /^([+-]?)0b([01](?:[ _]?[01]){0,63})$/i,
};
const bare = { hex: /^([+-]?)([\da-f](?:[ _]?[\da-f]){0,15})$/i, binary: /^([+-]?)([01](?:[ _]?[01]){0,63})$/i };

/**
 * The number a person meant: 40921, 40,921, 40 921 and ４０９２１ are one number; 3,14 is none (a comma splits groups of three).
 * NFKC turns full-width letters and digits and the narrow and no-break spaces into plain ones.
 * Where one base other than decimal is asked for, its prefix may be left out.
 */
export function readNumber(text: string, accepted: readonly Base[]): Typed | { missing: Missing } {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[\u2212\u2010-\u2013]/g, '-')
    .replace(/[\u2019\u02bc]/g, "'");
  for (const base of ['hex', 'binary'] as const) {
    const found = prefixed[base].exec(plain);
    if (found) return accepted.includes(base) ? inBase(base, found) : { missing: `not-${base}` };
  }
  const only = accepted.length === 1 ? accepted[0] : undefined;
  if (only === 'hex' || only === 'binary') {
    const found = bare[only].exec(plain);
    if (found) return inBase(only, found);
  }
  const found = decimal.exec(plain);
  if (!found || /^[+-]?0[xb]/i.test(plain)) return { missing: 'not-a-number' };
  if (!accepted.includes('decimal')) return { missing: 'not-decimal' };
  const [, sign = '', whole = '', , fraction = '', exponent = '0', suffix = ''] = found;
  const value = Number(`${sign}${whole.replace(/[ ,'_]/g, '')}${fraction}e${exponent}`);
  return Number.isFinite(value) ? { value, suffix: suffix.trim() } : { missing: 'not-a-number' };
}

function inBase(base: 'hex' | 'binary', [, sign, digits = '']: RegExpExecArray): Typed {
  const size = Number(BigInt(`${base === 'hex' ? '0x' : '0b'}${digits.replace(/[ _]/g, '')}`));
  return { value: sign === '-' ? -size : size, suffix: '' };
}

/** The rules of reading among the names of a question: ":hex". None means decimal. */
export function basesAmong(names: readonly string[]): Base[] {
  const named = bases.filter((base) => names.includes(`:${base}`));
  return named.length > 0 ? named : ['decimal'];
}

/** The same rules as names; a question that takes decimal alone has none, and the form it always had. */
export function namesOfBases(accepted: readonly Base[] | undefined): string[] {
  return (accepted ?? []).map((base) => `:${base}`);
}
