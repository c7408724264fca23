import type { Locale } from '@/lib/words/locale';
import type { KeyPath } from '../schema-errors';

/** Stands for what is not words: code, an address, what an engine prints. */
export const notWords = '\uFFFC';

/**
 * A stretch of words as it is read, without its marks: character `n` of `text` stands at `offsets[n]` of the file,
 * and the last offset is where the stretch ends.
 */
export type WordRun = {
  /** The file's name in the lesson's folder. */
  readonly name: string;
  readonly locale: Locale;
  readonly kind: 'paragraph' | 'heading' | 'property' | 'value';
  readonly text: string;
  readonly offsets: readonly number[];
  /** Which of it stands in a `<Term>`, from and to as in `text`. */
  readonly terms: readonly TermSpan[];
  /** Of a value in YAML: where it stands, without the language. */
  readonly path?: KeyPath;
};

export type TermSpan = { readonly id: string; readonly from: number; readonly to: number };

export class WordRunWriter {
  #text = '';
  readonly #offsets: number[] = [];
  readonly terms: TermSpan[] = [];

  get length(): number {
    return this.#text.length;
  }

  add(character: string, offset: number): void {
    this.#text += character;
    for (let unit = 0; unit < character.length; unit++) this.#offsets.push(offset + unit);
  }

  done(about: Pick<WordRun, 'name' | 'locale' | 'kind' | 'path'>, end: number): WordRun {
    return { ...about, text: this.#text, offsets: [...this.#offsets, end], terms: this.terms };
  }
}

/** Where `from` to `to` of a run stand in the file; undefined when marks lie in between. */
export function solidSpan({ offsets }: WordRun, from: number, to: number): { from: number; to: number } | undefined {
  const [begin, last] = [offsets[from], offsets[to - 1]];
  if (begin === undefined || last === undefined || last - begin !== to - 1 - from) return undefined;
  return { from: begin, to: last + 1 };
}

export function isHan(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Han}々〇]/u.test(character);
}
