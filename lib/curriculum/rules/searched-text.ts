/** Text as it is searched for an answer: width, case, emphasis, the dash between words and the grouping of numbers do not count. */
export function searchable(markdown: string): string {
  return markdown
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*`]/g, '')
    .replace(/(?<=[\p{L}\p{N}])[-_‐‑‒–]+(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/\s+/g, ' ')
    .replace(besideHan, '')
    .trim();
}

const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const besideHan = new RegExp(`(?<=[${han}]) | (?=[${han}])`, 'gu');
const wordCharacter = new RegExp(`[\\p{L}\\p{N}](?<![${han}])`, 'u');
const decimal = /^[.,]$/;
const digit = /^\d$/;

/** Whether the words stand in the text by themselves: "ack" stands in "SYN-ACK" and not in "track", 50 not in 1.50. Both are searchable. */
export function says(text: string, words: string): boolean {
  if (words === '') return false;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    if (isEdge(text, at - 1, -1, words.charAt(0)) && isEdge(text, at + words.length, 1, words.charAt(words.length - 1)))
      return true;
  return false;
}

/** Whether a word may end between its last character and what stands at `at`. */
function isEdge(text: string, at: number, step: 1 | -1, last: string): boolean {
  const beside = text.charAt(at);
  if (beside === '' || !wordCharacter.test(last)) return true;
  if (wordCharacter.test(beside)) return false;
  return !(digit.test(last) && decimal.test(beside) && digit.test(text.charAt(at + step)));
}

/** Whether words are many enough to be recognised as the answer: a number or a single name often stands in a prompt for good reason. */
export function isPhrase(words: string): boolean {
  const hans = words.match(new RegExp(`[${han}]`, 'gu'))?.length ?? 0;
  const latin = words.match(/[a-z]{2,}/g) ?? [];
  return hans >= 4 || (latin.length >= 2 && latin.join('').length >= 8);
}

/** Text as two readers compare it: width, spaces and emphasis do not count; what stands in backticks is compared as it is. */
export function readAs(markdown: string): string {
  return markdown
    .split(/(`+[^`]+`+)/)
    .map((piece, at) => (at % 2 === 1 ? piece : prose(piece)))
    .join('')
    .trim();
}

function prose(piece: string): string {
  return piece
    .normalize('NFKC')
    .replace(/\*+/g, '')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('。', '.')
    .replaceAll('、', ',')
    .replace(/\s+/g, ' ')
    .replace(besideHan, '');
}

/** True of a text in which nothing is said: "…", "?". */
export function isEmpty(markdown: string): boolean {
  return !/[\p{L}\p{N}]/u.test(markdown);
}
