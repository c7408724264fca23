import { z } from 'zod';
import type { Feedback } from '../answer';
import { type CreditRule, creditFor } from '../credit';
import type { Grade } from '../grade';
import { letteredOptions, optionIds, publicText } from '../letters';
import type { MultipleChoiceResponse, PublicMultipleChoice } from '../public-multiple-choice';
import { haveOwnIds, haveOwnTexts, optionBase, questionBase } from '../question-base';
import { richTexts } from '../rich-text';

/** How ticks become credit: the right boxes are the parts, and a wrong tick takes a share back or spoils all. */
const ticksRules = ['right-minus-wrong', 'all-or-nothing'] as const satisfies readonly CreditRule[];

export const multipleChoiceSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('multiple-choice'),
  credit: z.enum(ticksRules).default('right-minus-wrong'),
  options: z
    .array(z.strictObject({ ...optionBase, right: z.literal(true).optional() }))
    .min(2)
    .max(12)
    .refine(haveOwnIds, 'two options share an id')
    .refine(haveOwnTexts, 'two options say the same')
    .refine(
      (options) => options.some((option) => option.right),
      'no option is right: give the right ones "right: true" (if none is right, ask it as a single choice)',
    ),
});

export type MultipleChoice = z.infer<typeof multipleChoiceSchema>;

export const multipleChoice = {
  toPublic(question: MultipleChoice): PublicMultipleChoice {
    return {
      kind: 'multiple-choice',
      prompt: publicText(question.prompt),
      options: letteredOptions(question.id, question.options),
    };
  },

  letters: (question: MultipleChoice) => optionIds(question.id, question.options),

  grade(question: MultipleChoice, response: MultipleChoiceResponse): Grade {
    if (response.choices.length === 0) return { kind: 'incomplete', missing: 'choices' };
    const right = question.options.filter((option) => option.right);
    const rightTicks = right.filter((option) => response.choices.includes(option.id)).length;
    const wrongTicks = new Set(response.choices).size - rightTicks;
    const earned = creditFor(question.credit, { right: rightTicks, of: right.length, wrong: wrongTicks });
    return { kind: 'scored', earned, possible: 1 };
  },

  /**
   * Until everything is right it speaks of one wrong tick: to mark each of them would give the answer to whoever ticks all.
   * Which boxes are missing is never said, only that some are.
   */
  feedback(question: MultipleChoice, response: MultipleChoiceResponse): Feedback {
    const ticked = question.options.filter((option) => response.choices.includes(option.id));
    const firstWrong = ticked.find((option) => !option.right);
    const isAll = question.options.every((option) => !option.right || response.choices.includes(option.id));
    if (!firstWrong && !isAll) return { isMore: true };
    const spokenOf = firstWrong ? [firstWrong] : ticked;
    return {
      marks: Object.fromEntries(
        spokenOf.map((option) => [
          option.id,
          { right: option.right === true, ...(option.feedback ? { feedback: richTexts(option.feedback) } : {}) },
        ]),
      ),
    };
  },

  /** Of several, the first in the file. */
  misconception(question: MultipleChoice, { choices }: MultipleChoiceResponse): string | undefined {
    const wrong = question.options.filter(({ id, right }) => !right && choices.includes(id));
    return wrong.find((option) => option.misconception)?.misconception;
  },

  fromKey(question: MultipleChoice): MultipleChoiceResponse {
    return { choices: question.options.filter((option) => option.right).map((option) => option.id) };
  },

  blank: (): MultipleChoiceResponse => ({ choices: [] }),
};
