import { z } from 'zod';
import type { Feedback, Missing } from '../answer';
import { creditFor } from '../credit';
import type { Grade } from '../grade';
import { letteredOptions, optionIds, publicText } from '../letters';
import { asTyped, canBeTyped, cannotBeTyped, mistakeAt, numberKey, settled, within } from '../number-key';
import { namesOfBases } from '../public-number';
import type { NumericResponse, PublicNumeric } from '../public-numeric';
import { questionBase } from '../question-base';
import { richTexts } from '../rich-text';
import { isUnit, unitNamed, unitsOf, unitsSchema } from '../units';

const unitText = z.string().trim().min(1).max(24);

export const numericSchema = z
  .strictObject({
    ...questionBase,
    kind: z.literal('numeric'),
    /** `value`, `tolerance` and `mistakes` are in the first of `units`. */
    ...numberKey,
    /** Stands after the box: there is nothing to convert. */
    unit: z.strictObject({ en: unitText.optional(), zh: unitText.optional() }).optional(),
    /** Units an answer may be given in: the learner says which. */
    units: unitsSchema.optional(),
    /** Whether the unit is chosen from a list, or part of what is typed (and of what is asked). */
    unitIs: z.enum(['chosen', 'typed']).optional(),
  })
  .refine(({ unit, units }) => !unit || !units, {
    path: ['units'],
    message: 'either "unit" (it stands after the box) or "units" (the learner says which); not both',
  })
  .refine(({ units, unitIs }) => !unitIs || units, {
    path: ['unitIs'],
    message: 'there is nothing to choose or type: list the accepted ones, units: [ms, s]',
  })
  .refine(canBeTyped, cannotBeTyped);

export type Numeric = z.infer<typeof numericSchema>;

/** The number in the key's own unit, or what is missing to know it. */
function valueIn(
  question: Numeric,
  { value, unit, suffix }: NumericResponse,
): { value: number } | { missing: Missing } {
  if (!question.units) {
    if (suffix === undefined || (question.unit && isUnit(question.unit, suffix))) return { value };
    return { missing: question.unit ? 'unknown-unit' : 'no-unit' };
  }
  const units = unitsOf(question.units);
  const typed = suffix === undefined ? undefined : unitNamed(units, suffix);
  if (suffix !== undefined && !typed) return { missing: 'unknown-unit' };
  const chosen = units.find(({ id }) => id === unit);
  // "ms" chosen and "s" typed: nobody knows which was meant.
  const said = typed && chosen && typed !== chosen ? undefined : (typed ?? chosen);
  return said ? { value: value * said.factor } : { missing: 'unit' };
}

export const numeric = {
  toPublic(question: Numeric): PublicNumeric {
    const isTyped = question.unitIs === 'typed';
    return {
      kind: 'numeric',
      prompt: publicText(question.prompt),
      ...(question.unit ? { unit: publicText(question.unit) } : {}),
      ...(question.units && !isTyped ? { units: letteredOptions(question.id, unitsOf(question.units)) } : {}),
      ...(question.units && isTyped ? { unitIsTyped: true } : {}),
      ...(question.bases ? { bases: [...question.bases] } : {}),
    };
  },

  letters(question: Numeric): Record<string, string> {
    const rules = Object.fromEntries(namesOfBases(question.bases).map((rule) => [rule, rule]));
    if (!question.units || question.unitIs === 'typed') return rules;
    return { ...rules, ...optionIds(question.id, unitsOf(question.units)) };
  },

  grade(question: Numeric, response: NumericResponse): Grade {
    if (response.text === '') return { kind: 'incomplete', missing: 'number' };
    if (!Number.isFinite(response.value)) return { kind: 'incomplete', missing: 'not-a-number' };
    const given = valueIn(question, response);
    if ('missing' in given) return { kind: 'incomplete', missing: given.missing };
    const right = within(given.value, question.value, question.tolerance) ? 1 : 0;
    return { kind: 'scored', earned: creditFor('all-or-nothing', { right, of: 1 }), possible: 1 };
  },

  feedback(question: Numeric, response: NumericResponse): Feedback {
    const given = valueIn(question, response);
    if ('missing' in given || within(given.value, question.value, question.tolerance)) return {};
    const mistake = mistakeAt(question, given.value);
    return mistake ? { note: richTexts(mistake.feedback) } : {};
  },

  misconception(question: Numeric, response: NumericResponse): string | undefined {
    const given = valueIn(question, response);
    if ('missing' in given || within(given.value, question.value, question.tolerance)) return undefined;
    return mistakeAt(question, given.value)?.misconception;
  },

  fromKey(question: Numeric): NumericResponse {
    const [first] = question.units ? unitsOf(question.units) : [];
    const number = asTyped(question);
    const response = { text: number, value: settled(question.value) };
    if (!first) return response;
    if (question.unitIs !== 'typed') return { ...response, unit: first.id };
    const suffix = first.names[0] ?? first.id;
    return { ...response, text: `${number} ${suffix}`, suffix };
  },

  blank: (): NumericResponse => ({ text: '', value: 0 }),
};
