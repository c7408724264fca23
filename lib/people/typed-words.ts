/** Words that are looked for at once; more only slow the look-up. */
const mostWords = 6;
const longestWord = 40;

/** ASCII signs and white space stand between words, as for `words_of_person` in the database. */
const between = /[!-/:-@[-`{-~\s]+/u;

/** `typedWords('Nwosu, A')` is `['nwosu', 'a']`: each begins some word of the person that is looked for. */
export function typedWords(typed: string): string[] {
  return typed
    .slice(0, 300)
    .replace(/\p{Cc}/gu, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .split(between)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, longestWord).join(''))
    .slice(0, mostWords);
}
