import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';
import type { PublicOption } from './public-single-choice';

export type PublicMultipleChoice = { kind: 'multiple-choice'; prompt: Localized; options: PublicOption[] };

export type MultipleChoiceResponse = { choices: string[] };

export const publicMultipleChoice = {
  names: (question: PublicMultipleChoice) => question.options.map(({ letter }) => letter),

  fromForm(form: FormData): unknown {
    return { choices: form.getAll('choice') };
  },

  read(letters: readonly string[], raw: object): Reading<MultipleChoiceResponse> {
    const choices: unknown = 'choices' in raw ? raw.choices : [];
    const wrong = {
      kind: 'wrong-shape',
      field: 'response.choices',
      expected: `a list of different letters of ${letters.join(', ')}`,
    } as const;
    if (!Array.isArray(choices) || choices.length > letters.length) return wrong;
    if (choices.length === 0) return { kind: 'incomplete', missing: 'choices' };
    const ticked = letters.filter((letter) => choices.includes(letter));
    // Shorter when a letter is unknown or stands twice.
    if (ticked.length !== choices.length) return wrong;
    return { kind: 'complete', response: { choices: ticked } };
  },

  rename(response: MultipleChoiceResponse, to: (name: string) => string): MultipleChoiceResponse {
    return { choices: response.choices.map(to) };
  },
};
