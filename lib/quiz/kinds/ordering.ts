import { z } from 'zod';
import type { Feedback } from '../answer';
import { creditFor } from '../credit';
import type { Grade } from '../grade';
import { letteredOptions, optionIds, publicText } from '../letters';
import type { OrderingResponse, PublicOrdering } from '../public-ordering';
import { haveOwnIds, haveOwnTexts, optionBase, questionBase } from '../question-base';
import { richTexts } from '../rich-text';

export const orderingSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('ordering'),
  /** The file's own order is the right one. `feedback` is told when this step is the first out of place. */
  steps: z
    .array(z.strictObject(optionBase))
    .min(2)
    .max(12)
    .refine(haveOwnIds, 'two steps share an id')
    .refine(haveOwnTexts, 'two steps say the same'),
});

export type Ordering = z.infer<typeof orderingSchema>;

/** How many steps from the beginning stand where they belong. */
function placedSteps(question: Ordering, response: OrderingResponse): number {
  const firstWrong = question.steps.findIndex((step, place) => response.order[place] !== step.id);
  return firstWrong === -1 ? question.steps.length : firstWrong;
}

export const ordering = {
  toPublic(question: Ordering): PublicOrdering {
    return {
      kind: 'ordering',
      prompt: publicText(question.prompt),
      options: letteredOptions(question.id, question.steps),
    };
  },

  letters: (question: Ordering) => optionIds(question.id, question.steps),

  /** `all-or-nothing`: steps that are right by themselves say little about the order of the others. */
  grade(question: Ordering, response: OrderingResponse): Grade {
    if (response.order.length === 0) return { kind: 'incomplete', missing: 'order' };
    const earned = creditFor('all-or-nothing', { right: placedSteps(question, response), of: question.steps.length });
    return { kind: 'scored', earned, possible: 1 };
  },

  /** Says up to where the order holds, and speaks of the first step that stands too early. */
  feedback(question: Ordering, response: OrderingResponse): Feedback {
    const placed = placedSteps(question, response);
    const tooEarly = question.steps.find((step) => step.id === response.order[placed]);
    if (placed === question.steps.length || !tooEarly) return { placed };
    const told = tooEarly.feedback ? { feedback: richTexts(tooEarly.feedback) } : {};
    return { placed, marks: { [tooEarly.id]: { right: false, ...told } } };
  },

  fromKey(question: Ordering): OrderingResponse {
    return { order: question.steps.map((step) => step.id) };
  },

  blank: (): OrderingResponse => ({ order: [] }),
};
