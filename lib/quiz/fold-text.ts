/** Which differences between two texts count. Width never does: ＳＹＮ is SYN. */
export type Folding = {
  /** `ignore`: SYN is syn. `exact`: it is not, as in a command. */
  case: 'ignore' | 'exact';
  /** `ignore`: outer quotes and what closes a sentence do not count, and a hyphen between words is a space. `exact`: every mark counts. */
  punctuation: 'ignore' | 'exact';
};

/** Marks that look alike, or that a phone puts in place of the one that was pressed. */
const lookAlikes: readonly (readonly [RegExp, string])[] = [
  [/[\u200b-\u200d\u2060\ufeff\u00ad]/g, ''],
  [/[“”„‟«»「」『』〝〞〟]/g, '"'],
  [/[‘’‚‛‹›`´ʼ′]/g, "'"],
  // A phone makes one long dash of two hyphens.
  [/[—―⸺]/g, '--'],
  [/[‐‑‒–−]/g, '-'],
  [/[、﹑]/g, ','],
  [/。/g, '.'],
  [/[【〔〖]/g, '['],
  [/[】〕〗]/g, ']'],
  [/[《〈]/g, '<'],
  [/[》〉]/g, '>'],
  [/[・•‧∙]/g, '·'],
];

const longestFolded = 400;
const ascii = /^[\0-\x7f]*$/;

/** A hyphen between words; a minus before a number and the dash of an option are none. */
const betweenWords = /(?<=[\p{L}\p{N}])-+(?=[\p{L}\p{N}])/gu;

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const besideHan = new RegExp(`(?<=[${han}]) | (?=[${han}])`, 'gu');

/** A text as it is compared: what does not count is the same in every text that differs by it alone. */
export function foldText(text: string, { case: letters, punctuation }: Folding): string {
  let folded = (ascii.test(text) ? text.replaceAll('`', "'") : unified(text)).replace(/\s+/g, ' ');
  if (letters === 'ignore') folded = folded.toLowerCase();
  if (punctuation === 'ignore') {
    folded = folded
      .replace(betweenWords, ' ')
      .replace(/ ?([,;:/]) ?/g, '$1')
      .replace(/^["' ]+/, '');
    folded = folded.slice(0, contentEnd(folded));
  }
  folded = folded.trim();
  return punctuation === 'ignore' ? folded.replace(besideHan, '') : folded;
}

/** Full width, look-alikes and what cannot be seen, each as the plain character it is read as. */
function unified(text: string): string {
  // One character may unfold into eighteen; no accepted form is as long as what is left here.
  let plain = text.normalize('NFKC').slice(0, longestFolded);
  for (const [marks, one] of lookAlikes) plain = plain.replace(marks, one);
  return plain.normalize('NFKC');
}

const closing = /["' .!?,;]/;

/** Where a text ends but for the marks that close it. Counted by hand: a pattern for "marks, then the end" may take quadratic time. */
function contentEnd(text: string): number {
  let end = text.length;
  while (end > 0 && closing.test(text.charAt(end - 1))) end--;
  return end;
}
