/** The words of a text in small letters. */
export type Letters = readonly string[];

/** Words that sentences are built with and names are not. */
const joints = new Set(
  `a an and are as at be because been but by can did do does each for from had has have he her how if in into is it its
  may more must no not of on one or out over own she should so some than that the their them then there these they this
  those to too two up was we were what when where which who why will with would yet you your`.split(/\s+/),
);

/** `lettersOf('Why does SYN count?')` is `['why', 'does', 'count']`: what is written in capitals is a name. */
export function lettersOf(text: string): Letters {
  const words = text.replaceAll('’', "'").match(/[A-Za-z]+(?:'[a-z]+)*/g) ?? [];
  return words.filter((word) => word !== word.toUpperCase()).map((word) => word.toLowerCase());
}

/** Whether words are a sentence, or a part of one, rather than names: a joint among them, or three that are not capitalised. */
export function isPlain(text: string): boolean {
  const small = text.match(/(?<![A-Za-z])[a-z]+(?![A-Za-z(_=/])/g) ?? [];
  return small.length >= 3 || lettersOf(text).some((word) => joints.has(word));
}

/** How much of `words` stands in another text in the same order, word pair by word pair: from 0 to 1. */
export function likeness(words: Letters, pairs: readonly string[]): number {
  const own = pairsOf(words);
  return own.length === 0 ? 0 : own.filter((pair) => pairs.includes(pair)).length / own.length;
}

/** `pairsOf(['why', 'not', 'two'])` is `['why not', 'not two']`. */
export function pairsOf(words: Letters): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}
