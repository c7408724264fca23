import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';
import type { Base } from './public-number';
import type { PublicOption } from './public-single-choice';
import { isBlank, longestBlank } from './public-text';

/** A place to fill in: its letter stands in the template as `{{a}}`. */
export type PublicBlank =
  | { kind: 'text'; letter: string; exactCase?: true }
  | { kind: 'number'; letter: string; bases?: Base[] }
  | { kind: 'choice'; letter: string; options: PublicOption[] };

export type PublicFillIn = { kind: 'fill-in'; prompt: Localized; template: Localized; blanks: PublicBlank[] };

/** What stands in each blank, by its letter on the wire and by its id once it is stored; of a choice, the option's. */
export type FillInResponse = { blanks: Record<string, string> };

export const publicFillIn = {
  /** Blanks are `a`, `b`; the options of the second are `b.a`, `b.b`. */
  names: ({ blanks }: PublicFillIn): readonly string[] =>
    blanks.flatMap((blank) => [
      blank.letter,
      ...(blank.kind === 'choice' ? blank.options.map(({ letter }) => `${blank.letter}.${letter}`) : []),
    ]),

  fromForm(form: FormData): unknown {
    const filled = [...form].flatMap(([name, value]) =>
      name.startsWith('blank.') ? [[name.slice('blank.'.length), value] as const] : [],
    );
    return { blanks: Object.fromEntries(filled) };
  },

  read(names: readonly string[], raw: object): Reading<FillInResponse> {
    const blanks: unknown = 'blanks' in raw ? raw.blanks : {};
    const letters = names.filter((name) => !name.includes('.'));
    const wrong = (field: string, expected: string) => ({ kind: 'wrong-shape', field, expected }) as const;
    if (blanks === null || typeof blanks !== 'object' || Array.isArray(blanks))
      return wrong('response.blanks', `what stands in each of ${letters.join(', ')}`);
    const sent = new Map<string, unknown>(Object.entries(blanks));
    const foreign = [...sent.keys()].find((name) => !letters.includes(name));
    if (foreign !== undefined) return wrong('response.blanks', `only ${letters.join(', ')}`);
    const filled: [string, string][] = [];
    for (const letter of letters) {
      const text = sent.get(letter) ?? '';
      const options = names.filter((name) => name.startsWith(`${letter}.`));
      if (typeof text !== 'string' || text.length > longestBlank)
        return wrong(`response.blanks.${letter}`, `what was typed, at most ${longestBlank} characters`);
      if (isBlank(text)) continue;
      if (options.length > 0 && !options.includes(`${letter}.${text}`))
        return wrong(`response.blanks.${letter}`, `one of ${options.map((name) => name.slice(letter.length + 1))}`);
      filled.push([letter, text.trim()]);
    }
    if (filled.length < letters.length) return { kind: 'incomplete', missing: 'blanks' };
    return { kind: 'complete', response: { blanks: Object.fromEntries(filled) } };
  },

  rename({ blanks }: FillInResponse, to: (name: string) => string): FillInResponse {
    const renamed = Object.entries(blanks).map(([name, said]) => {
      const blank = to(name);
      // What was typed is no name: only an option of this blank is known as one.
      const option = to(`${name}.${said}`);
      return [blank, option === `${name}.${said}` ? said : option.slice(option.indexOf('.') + 1)] as const;
    });
    return { blanks: Object.fromEntries(renamed) };
  },
};

/** A run of a template's characters, parted into what is read and what is filled in. `at` tells parts apart. */
export function templateParts(characters: string): ({ at: number; text: string } | { at: number; letter: string })[] {
  return characters
    .split(/\{\{([a-z])\}\}/)
    .map((part, at) => (at % 2 === 0 ? { at, text: part } : { at, letter: part }));
}
