import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';
import { isBlank } from './public-text';

/** No text of a learner is longer, whatever a question allows. */
export const longestWritten = 10_000;

/** What a text is marked by: said beforehand, so that nobody writes past it. */
export type PublicCriterion = { text: Localized; points: number };

export type PublicWritten = {
  kind: 'written';
  prompt: Localized;
  /** By the writer, with a model answer beside it, or by a person who teaches. */
  marked: 'self' | 'person';
  /** In characters, blank ends not counted. */
  length: { min: number; max: number };
  rubric?: PublicCriterion[];
};

export type WrittenResponse = { text: string };

/** Characters as a person counts them: an emoji is one, whatever it is made of underneath. */
export function lengthOf(text: string): number {
  return [...text].length;
}

export const publicWritten = {
  names: ({ length }: PublicWritten): readonly string[] => [`:min ${length.min}`, `:max ${length.max}`],

  fromForm(form: FormData): unknown {
    return { text: form.get('text') ?? '' };
  },

  read(names: readonly string[], raw: object): Reading<WrittenResponse> {
    const sent = 'text' in raw ? raw.text : '';
    if (typeof sent !== 'string' || sent.length > 2 * longestWritten)
      return {
        kind: 'wrong-shape',
        field: 'response.text',
        expected: `what was written, at most ${longestWritten} characters`,
      };
    // A form sends line ends as CR LF, a script as LF: they are one text.
    const text = sent.replace(/\r\n?/g, '\n').trim();
    if (isBlank(text)) return { kind: 'incomplete', missing: 'text' };
    const size = lengthOf(text);
    if (size < limitIn(names, ':min', 1)) return { kind: 'incomplete', missing: 'too-short' };
    if (size > limitIn(names, ':max', longestWritten)) return { kind: 'incomplete', missing: 'too-long' };
    return { kind: 'complete', response: { text } };
  },

  rename(response: WrittenResponse): WrittenResponse {
    return response;
  },
};

function limitIn(names: readonly string[], rule: string, otherwise: number): number {
  const named = names.find((name) => name.startsWith(`${rule} `));
  return named === undefined ? otherwise : Number(named.slice(rule.length));
}
