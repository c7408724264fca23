import { z } from 'zod';
import type { LocalizedText, Missing } from './answer';
import { letteredOptions } from './letters';
import { localizedMarkdown } from './localized-markdown';
import { asTyped, canBeTyped, cannotBeTyped, mistakeAt, numberKey, within } from './number-key';
import type { PublicBlank } from './public-fill-in';
import { readNumber } from './public-number';
import { haveOwnIds, haveOwnTexts, idSchema, misconception } from './question-base';
import { richTexts } from './rich-text';
import { checkWords, formsOf, judgeWords, wordsKey } from './words-key';

/** A browser's list shows plain text: no emphasis, no code. */
const plainText = z.string().trim().min(1).max(120);
const option = z.strictObject({
  id: idSchema,
  text: z
    .strictObject({ en: plainText.optional(), zh: plainText.optional() })
    .refine(({ en, zh }) => en !== undefined || zh !== undefined, 'write it in at least one language'),
  right: z.literal(true).optional(),
  feedback: localizedMarkdown.optional(),
  misconception,
});

/** One blank of a template, with its key. */
export const blankSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id: idSchema, kind: z.literal('text'), ...wordsKey }).superRefine(checkWords),
  z.strictObject({ id: idSchema, kind: z.literal('number'), ...numberKey }).refine(canBeTyped, cannotBeTyped),
  z.strictObject({
    id: idSchema,
    kind: z.literal('choice'),
    options: z
      .array(option)
      .min(2)
      .max(12)
      .refine(haveOwnIds, 'two options share an id')
      .refine(haveOwnTexts, 'two options say the same')
      .refine(
        (options) => options.filter(({ right }) => right).length === 1,
        'exactly one option is right: give one of them "right: true"',
      ),
  }),
]);

export type Blank = z.infer<typeof blankSchema>;

/** What may be shown of a blank, field by field. `scope` is the question's id and the blank's letter: it decides the order of a list. */
export function publicBlank(blank: Blank, letter: string, scope: string): PublicBlank {
  switch (blank.kind) {
    case 'text':
      return { kind: 'text', letter, ...(blank.case === 'exact' ? { exactCase: true } : {}) };
    case 'number':
      return { kind: 'number', letter, ...(blank.bases ? { bases: [...blank.bases] } : {}) };
    case 'choice':
      return { kind: 'choice', letter, options: letteredOptions(scope, blank.options) };
  }
}

type Judged = { right: boolean; feedback?: LocalizedText } | { missing: Missing };

function judged(right: boolean, feedback: Parameters<typeof richTexts>[0] | undefined): Judged {
  return { right, ...(feedback ? { feedback: richTexts(feedback) } : {}) };
}

/** How what stands in a blank is judged, or what is missing to judge it. */
export function judgeBlank(blank: Blank, said: string): Judged {
  switch (blank.kind) {
    case 'text': {
      const { right, near } = judgeWords(blank, said);
      return judged(right, near?.feedback);
    }
    case 'number': {
      const typed = readNumber(said, blank.bases ?? ['decimal']);
      if ('missing' in typed) return typed;
      if (typed.suffix !== '') return { missing: 'no-unit' };
      const right = within(typed.value, blank.value, blank.tolerance);
      return judged(right, right ? undefined : mistakeAt(blank, typed.value)?.feedback);
    }
    case 'choice': {
      const chosen = blank.options.find(({ id }) => id === said);
      return judged(chosen?.right === true, chosen?.feedback);
    }
  }
}

/** The mistaken idea that leads to what stands in a blank, if it is a wrong one that was thought of. */
export function misconceptionIn(blank: Blank, said: string): string | undefined {
  const judged = judgeBlank(blank, said);
  if ('missing' in judged || judged.right) return undefined;
  switch (blank.kind) {
    case 'text':
      return judgeWords(blank, said).near?.misconception;
    case 'number': {
      const typed = readNumber(said, blank.bases ?? ['decimal']);
      return 'missing' in typed ? undefined : mistakeAt(blank, typed.value)?.misconception;
    }
    case 'choice':
      return blank.options.find(({ id }) => id === said)?.misconception;
  }
}

/** What the key puts into the blank. */
export function rightIn(blank: Blank): string {
  switch (blank.kind) {
    case 'text':
      return formsOf(blank.accept)[0] ?? '';
    case 'number':
      return asTyped(blank);
    case 'choice':
      return blank.options.find(({ right }) => right)?.id ?? '';
  }
}
