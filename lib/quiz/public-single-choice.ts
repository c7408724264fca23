import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';

/** An option as it leaves the server: a letter by its place after the shuffle, and its text. */
export type PublicOption = { letter: string; text: Localized };

export type PublicSingleChoice = { kind: 'single-choice'; prompt: Localized; options: PublicOption[] };

/** In letters on the wire, in option ids once it is stored. */
export type SingleChoiceResponse = { choice: string };

export const publicSingleChoice = {
  names: (question: PublicSingleChoice) => question.options.map(({ letter }) => letter),

  fromForm(form: FormData): unknown {
    return { choice: form.get('choice') ?? '' };
  },

  read(letters: readonly string[], raw: object): Reading<SingleChoiceResponse> {
    const choice = 'choice' in raw ? raw.choice : '';
    if (choice === '') return { kind: 'incomplete', missing: 'choice' };
    if (typeof choice !== 'string' || !letters.includes(choice))
      return { kind: 'wrong-shape', field: 'response.choice', expected: `one of ${letters.join(', ')}` };
    return { kind: 'complete', response: { choice } };
  },

  rename(response: SingleChoiceResponse, to: (name: string) => string): SingleChoiceResponse {
    return { choice: to(response.choice) };
  },
};
