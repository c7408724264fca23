import { z } from 'zod';
import type { Feedback } from '../answer';
import type { Grade } from '../grade';
import { letteredOptions, optionIds, publicText } from '../letters';
import { localizedMarkdown } from '../localized-markdown';
import {
  feedbackOnPlaces,
  gradePlaces,
  numberedIds,
  numberedOptions,
  type Part,
  placesOf,
  placingRules,
} from '../placing';
import type { PublicMatching } from '../public-matching';
import type { PlacingResponse } from '../public-placing';
import { haveOwnIds, haveOwnTexts, idSchema, optionBase, questionBase } from '../question-base';

const leftSchema = z.strictObject({
  ...optionBase,
  /** The id of the right item it belongs to. */
  match: idSchema,
  mistakes: z
    .array(z.strictObject({ match: idSchema, feedback: localizedMarkdown }))
    .max(12)
    .default([]),
});

export const matchingSchema = z
  .strictObject({
    ...questionBase,
    kind: z.literal('matching'),
    credit: z.enum(placingRules).default('each-part'),
    lefts: z.array(leftSchema).min(2).max(12).refine(haveOwnTexts, 'two left items say the same'),
    /** Also those that fit nothing. */
    rights: z
      .array(z.strictObject({ id: idSchema, text: localizedMarkdown }))
      .min(2)
      .max(12)
      .refine(haveOwnTexts, 'two right items say the same'),
  })
  .refine(({ lefts, rights }) => haveOwnIds([...lefts, ...rights]), 'two items share an id; left and right ones count')
  .superRefine(({ lefts, rights }, context) => {
    const known = rights.map(({ id }) => id);
    lefts.forEach((left, at) => {
      const named = [
        { match: left.match, path: ['lefts', at, 'match'] },
        ...left.mistakes.map(({ match }, place) => ({ match, path: ['lefts', at, 'mistakes', place, 'match'] })),
      ];
      for (const { match, path } of named)
        if (!known.includes(match))
          context.addIssue({
            code: 'custom',
            path,
            message: `"${match}" is none of the right items: ${known.join(', ')}`,
          });
    });
  });

export type Matching = z.infer<typeof matchingSchema>;

const rightsOf = (question: Matching) => `${question.id}/rights`;

const partsOf = (question: Matching): Part[] =>
  question.lefts.map(({ id, match, feedback, mistakes }) => ({
    id,
    place: match,
    feedback,
    mistakes: mistakes.map((mistake) => ({ place: mistake.match, feedback: mistake.feedback })),
  }));

export const matching = {
  toPublic(question: Matching): PublicMatching {
    return {
      kind: 'matching',
      prompt: publicText(question.prompt),
      lefts: letteredOptions(question.id, question.lefts),
      rights: numberedOptions(question.rights, rightsOf(question)),
    };
  },

  letters: (question: Matching): Record<string, string> => ({
    ...optionIds(question.id, question.lefts),
    ...numberedIds(question.rights, rightsOf(question)),
  }),

  grade(question: Matching, response: PlacingResponse): Grade {
    return gradePlaces(partsOf(question), question.credit, response, 'pairs');
  },

  feedback(question: Matching, response: PlacingResponse): Feedback {
    return feedbackOnPlaces(partsOf(question), response);
  },

  fromKey: (question: Matching) => placesOf(partsOf(question)),

  blank: (): PlacingResponse => ({ places: {} }),
};
