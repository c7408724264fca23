import { isHan } from '@/lib/search/han';

/** From (included) and to (not included), in UTF-16 units. */
export type Mark = readonly [from: number, to: number];

/** Where the words stand in a text, in order; marks that touch are one. */
export function marksIn(text: string, words: readonly string[]): Mark[] {
  const sought = words.filter(Boolean).map(escaped);
  if (sought.length === 0) return [];
  const found: [number, number][] = [];
  for (const word of sought)
    for (const { index, 0: match } of text.matchAll(new RegExp(word, 'giu'))) found.push([index, index + match.length]);
  found.sort(([one], [other]) => one - other);
  const marks: [number, number][] = [];
  for (const [from, to] of found) {
    const last = marks.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else marks.push([from, to]);
  }
  return marks;
}

/** A word of letters is a whole word; Chinese has no gaps to go by. */
function escaped(word: string): string {
  const plain = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return isHan(word) ? plain : `(?<![\\p{L}\\p{N}])${plain}(?![\\p{Ll}\\p{N}])`;
}

export type SnippetPart = { readonly text: string; readonly isMarked: boolean };

const aroundEnglish = 140;
const aroundHan = 60;

/** A piece of the text around what was found, in parts; its beginning when nothing is found in it. */
export function snippetOf(text: string, words: readonly string[]): SnippetPart[] {
  const length = /\p{Script=Han}/u.test(text.slice(0, 40)) ? aroundHan : aroundEnglish;
  const marks = marksIn(text, words);
  const begin = beginOf(text, bestMark(marks, length)?.[0] ?? 0, length);
  const end = Math.min(text.length, begin + length);
  const parts: SnippetPart[] = [];
  const add = (from: number, to: number, isMarked: boolean) =>
    to > from && parts.push({ text: text.slice(from, to).replace(/\s+/g, ' '), isMarked });
  let at = begin;
  for (const [from, to] of marks) {
    if (from < begin || from >= end) continue;
    add(at, from, false);
    add(from, Math.min(to, end), true);
    at = Math.min(to, end);
  }
  add(at, end, false);
  if (begin > 0) parts.unshift({ text: '…', isMarked: false });
  if (end < text.length) parts.push({ text: '…', isMarked: false });
  return parts;
}

/** The mark that has most others close behind it. */
function bestMark(marks: readonly Mark[], length: number): Mark | undefined {
  const followers = (mark: Mark) => marks.filter(([from]) => from >= mark[0] && from < mark[0] + length * 0.7).length;
  return marks.reduce<Mark | undefined>(
    (best, mark) => (best && followers(best) >= followers(mark) ? best : mark),
    undefined,
  );
}

/** A little before the place, at the beginning of a word. */
function beginOf(text: string, at: number, length: number): number {
  const early = Math.max(0, Math.min(at - Math.floor(length / 4), text.length - length));
  if (early === 0) return 0;
  const gap = text.slice(early, at).search(/[\s，。；：、]/u);
  return gap < 0 ? early : early + gap + 1;
}
