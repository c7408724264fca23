import { z } from 'zod';
import type { Feedback } from '../answer';
import type { Grade } from '../grade';
import { publicText } from '../letters';
import { localizedMarkdown } from '../localized-markdown';
import type { NumericResponse, PublicNumeric } from '../public-numeric';
import { questionBase } from '../question-base';
import { richTexts } from '../rich-text';

const unitText = z.string().trim().min(1).max(24);

export const numericSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('numeric'),
  value: z.number(),
  /** How far from `value` is still right, in the number's own unit. */
  tolerance: z.number().min(0).default(0),
  /** Stands after the box. */
  unit: z.strictObject({ en: unitText.optional(), zh: unitText.optional() }).optional(),
  /** Wrong numbers that a sensible person arrives at, and what to tell them. The first that fits speaks. */
  mistakes: z
    .array(z.strictObject({ value: z.number(), tolerance: z.number().min(0).default(0), feedback: localizedMarkdown }))
    .max(20)
    .default([]),
});

export type Numeric = z.infer<typeof numericSchema>;

/** A little slack for decimal fractions that binary cannot hold: 0.3 is right when 0.1 + 0.2 was typed. */
function within(given: number, value: number, tolerance: number): boolean {
  const slack = Number.EPSILON * Math.max(Math.abs(given), Math.abs(value));
  return Math.abs(given - value) <= tolerance + slack;
}

export const numeric = {
  toPublic(question: Numeric): PublicNumeric {
    return {
      kind: 'numeric',
      prompt: publicText(question.prompt),
      ...(question.unit ? { unit: publicText(question.unit) } : {}),
    };
  },

  letters: (_question: Numeric): Record<string, string> => ({}),

  grade(question: Numeric, response: NumericResponse): Grade {
    if (response.text === '') return { kind: 'incomplete', missing: 'number' };
    if (!Number.isFinite(response.value)) return { kind: 'incomplete', missing: 'not-a-number' };
    return { kind: 'scored', earned: within(response.value, question.value, question.tolerance) ? 1 : 0, possible: 1 };
  },

  feedback(question: Numeric, response: NumericResponse): Feedback {
    if (within(response.value, question.value, question.tolerance)) return {};
    const mistake = question.mistakes.find(({ value, tolerance }) => within(response.value, value, tolerance));
    return mistake ? { note: richTexts(mistake.feedback) } : {};
  },

  fromKey(question: Numeric): NumericResponse {
    return { text: String(question.value), value: question.value };
  },

  blank: (): NumericResponse => ({ text: '', value: 0 }),
};
