import { type Expression, type Fault, fault } from '@/lib/formula/expression';
import { parse } from '@/lib/formula/parse';
import { plainText, type Value } from '@/lib/formula/value';
import type { Locale } from '@/lib/words/locale';

/** As an author writes it: {isn}, {bytes|grouped}, {= isn + 1}. A brace with a backslash before it, and the {{blank}} of a fill-in, are none. */
const written = /(?<![\\{])\{(=[^{}\uE000\uE001]*|[a-z]\w*(?:\|\w*)?)\}(?!\})/giu;

/** As it is kept behind the schema: between two characters that no keyboard has and Markdown takes for letters. */
const marked = /\uE000([^\uE000\uE001]*)\uE001/gu;

const open = '\uE000';
const close = '\uE001';

/** `{isn}` → the hole "isn"; all else stays. Of a text that was marked already, nothing changes. */
export function markHoles(text: string): string {
  return text.replace(written, (_, source: string) => open + source + close);
}

export function hole(source: string): string {
  return open + source + close;
}

/** The holes of a marked text, in the order in which they stand. */
export function holesIn(text: string): string[] {
  return [...text.matchAll(marked)].map(([, source = '']) => source);
}

/** The text with each hole put through `fill`. */
export function fillHoles(text: string, fill: (source: string) => string): string {
  return text.includes(open) ? text.replace(marked, (_, source: string) => fill(source)) : text;
}

/** What stands in a hole: a formula, and how its value is shown. */
export type ReadHole = { readonly kind: 'hole'; readonly of: Expression; readonly isGrouped: boolean };

const read = new Map<string, ReadHole | Fault>();
const mostKept = 2_000;

export function readHole(source: string): ReadHole | Fault {
  const known = read.get(source);
  if (known) return known;
  const made = parseHole(source);
  if (read.size >= mostKept) read.clear();
  read.set(source, made);
  return made;
}

function parseHole(source: string): ReadHole | Fault {
  const [, formula = '', way] = /^=?([^|]*?)(?:\|\s*(\w*)\s*)?$/u.exec(source) ?? [undefined, source.replace(/^=/, '')];
  if (way !== undefined && way !== 'grouped')
    return fault(source.lastIndexOf('|') + 1, 'grouped', `"${way}"`, ['grouped']);
  const of = parse(formula);
  return of.kind === 'fault' ? of : { kind: 'hole', of, isGrouped: way === 'grouped' };
}

/**
 * A value as a text of this language shows it. A quantity is grouped as the language does it: 12,000 in English, 12000 in Chinese.
 * Written out here, since the platform's own tables change and a draw must read the same for ever.
 */
export function shownValue(value: Exclude<Value, readonly Value[]>, isGrouped: boolean, locale: Locale): string {
  const plain = plainText(value);
  if (!isGrouped || typeof value !== 'number' || locale === 'zh') return plain;
  const [whole = '', ...fraction] = plain.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}
