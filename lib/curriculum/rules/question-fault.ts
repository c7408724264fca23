import type { Question } from '@/lib/quiz/question';
import { locales } from '@/lib/words/locale';
import type { AuthorError } from '../author-error';
import type { KeyPath } from '../schema-errors';

/** A finding about one question; `place` is where in the question, as its author wrote it: `['options', 2, 'text', 'en']`. */
export type QuestionFault = Omit<AuthorError, 'file' | 'line' | 'column' | 'edit'> & { readonly place: KeyPath };

export type QuestionRule = (question: Question) => QuestionFault[];

/** `feedback: { en: "…", zh: "…" }`, in the languages of the question. */
export function wordsToWrite(key: string, { prompt }: Pick<Question, 'prompt'>): string {
  const texts = locales.filter((locale) => prompt[locale] !== undefined).map((locale) => `${locale}: "…"`);
  return `${key}: { ${texts.join(', ')} }`;
}
