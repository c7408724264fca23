import { z } from 'zod';
import type { Feedback } from '../answer';
import type { Grade } from '../grade';
import { letteredOptions, optionIds, publicText } from '../letters';
import type { PublicSingleChoice, SingleChoiceResponse } from '../public-single-choice';
import { haveOwnIds, haveOwnTexts, optionBase, questionBase } from '../question-base';
import { richTexts } from '../rich-text';

export const singleChoiceSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('single-choice'),
  options: z
    .array(z.strictObject({ ...optionBase, right: z.literal(true).optional() }))
    .min(2)
    .max(12)
    .refine(haveOwnIds, 'two options share an id')
    .refine(haveOwnTexts, 'two options say the same')
    .refine(
      (options) => options.filter((option) => option.right).length === 1,
      'exactly one option is right: give one of them "right: true"',
    ),
});

export type SingleChoice = z.infer<typeof singleChoiceSchema>;

export const singleChoice = {
  toPublic(question: SingleChoice): PublicSingleChoice {
    return {
      kind: 'single-choice',
      prompt: publicText(question.prompt),
      options: letteredOptions(question.id, question.options),
    };
  },

  letters: (question: SingleChoice) => optionIds(question.id, question.options),

  grade(question: SingleChoice, response: SingleChoiceResponse): Grade {
    if (response.choice === '') return { kind: 'incomplete', missing: 'choice' };
    const chosen = question.options.find((option) => option.id === response.choice);
    return { kind: 'scored', earned: chosen?.right ? 1 : 0, possible: 1 };
  },

  feedback(question: SingleChoice, response: SingleChoiceResponse): Feedback {
    const chosen = question.options.find((option) => option.id === response.choice);
    if (!chosen) return {};
    const mark = { right: chosen.right === true, ...(chosen.feedback ? { feedback: richTexts(chosen.feedback) } : {}) };
    return { marks: { [chosen.id]: mark } };
  },

  misconception(question: SingleChoice, { choice }: SingleChoiceResponse): string | undefined {
    return question.options.find(({ id, right }) => id === choice && !right)?.misconception;
  },

  fromKey(question: SingleChoice): SingleChoiceResponse {
    return { choice: question.options.find((option) => option.right)?.id ?? '' };
  },

  blank: (): SingleChoiceResponse => ({ choice: '' }),
};
