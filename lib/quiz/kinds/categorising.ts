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
import type { PublicCategorising } from '../public-categorising';
import type { PlacingResponse } from '../public-placing';
import { haveOwnIds, haveOwnTexts, idSchema, optionBase, questionBase } from '../question-base';

const itemSchema = z.strictObject({
  ...optionBase,
  /** The id of the category it belongs to. */
  category: idSchema,
  mistakes: z
    .array(z.strictObject({ category: idSchema, feedback: localizedMarkdown }))
    .max(6)
    .default([]),
});

export const categorisingSchema = z
  .strictObject({
    ...questionBase,
    kind: z.literal('categorising'),
    credit: z.enum(placingRules).default('each-part'),
    /** Shown in this order: of layers or of steps it says something. One may stay empty. */
    categories: z
      .array(z.strictObject({ id: idSchema, text: localizedMarkdown }))
      .min(2)
      .max(6)
      .refine(haveOwnTexts, 'two categories say the same'),
    items: z.array(itemSchema).min(2).max(16).refine(haveOwnTexts, 'two items say the same'),
  })
  .refine(
    ({ items, categories }) => haveOwnIds([...items, ...categories]),
    'two ids are the same; items and categories count',
  )
  .superRefine(({ items, categories }, context) => {
    const known = categories.map(({ id }) => id);
    items.forEach((item, at) => {
      const named = [
        { category: item.category, path: ['items', at, 'category'] },
        ...item.mistakes.map(({ category }, place) => ({
          category,
          path: ['items', at, 'mistakes', place, 'category'],
        })),
      ];
      for (const { category, path } of named)
        if (!known.includes(category))
          context.addIssue({
            code: 'custom',
            path,
            message: `"${category}" is none of the categories: ${known.join(', ')}`,
          });
    });
  });

export type Categorising = z.infer<typeof categorisingSchema>;

const partsOf = (question: Categorising): Part[] =>
  question.items.map(({ id, category, feedback, mistakes }) => ({
    id,
    place: category,
    feedback,
    mistakes: mistakes.map((mistake) => ({ place: mistake.category, feedback: mistake.feedback })),
  }));

export const categorising = {
  toPublic(question: Categorising): PublicCategorising {
    return {
      kind: 'categorising',
      prompt: publicText(question.prompt),
      items: letteredOptions(question.id, question.items),
      categories: numberedOptions(question.categories),
    };
  },

  letters: (question: Categorising): Record<string, string> => ({
    ...optionIds(question.id, question.items),
    ...numberedIds(question.categories),
  }),

  grade(question: Categorising, response: PlacingResponse): Grade {
    return gradePlaces(partsOf(question), question.credit, response, 'categories');
  },

  feedback(question: Categorising, response: PlacingResponse): Feedback {
    return feedbackOnPlaces(partsOf(question), response);
  },

  fromKey: (question: Categorising) => placesOf(partsOf(question)),

  blank: (): PlacingResponse => ({ places: {} }),
};
