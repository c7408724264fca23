import { isHan, pairsOf, runs } from '@/lib/search/han';

/** One writing for what is the same to a reader: full-width ＳＹＮ, İ, ﬁ. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC');
}

/** English words of grammar: they stand in every section and find nothing. */
const grammar = new Set(
  'a an and are as at be but by do for from has have if in is it its no not of on or so that the them then there they this to was were what when which who will with you s t'.split(
    ' ',
  ),
);

/**
 * What a text is found by: its words, of Chinese every two neighbouring characters, and each of the glossary's `terms` that it contains, whole.
 * `wordsOf('三次握手（three-way）')` is 三次, 次握, 握手, three, way.
 */
export function wordsOf(text: string, terms: readonly string[] = []): string[] {
  const plain = folded(text);
  const words = (plain.match(runs) ?? []).flatMap((run) => (isHan(run) ? pairsOf(run) : grammar.has(run) ? [] : [run]));
  return [...words, ...terms.filter((term) => plain.includes(term))];
}
