import { z } from 'zod';
import { type MultipleChoice, multipleChoiceSchema } from './kinds/multiple-choice';
import { type Numeric, numericSchema } from './kinds/numeric';
import { type Ordering, orderingSchema } from './kinds/ordering';
import { type SingleChoice, singleChoiceSchema } from './kinds/single-choice';
import type { Kind } from './public-kinds';

/** A question with its key, as an author wrote it. Never leaves the server. */
type Questions = {
  'single-choice': SingleChoice;
  'multiple-choice': MultipleChoice;
  numeric: Numeric;
  ordering: Ordering;
};

/** A question of kind K; the index keeps kind, response and key together through a call. */
export type QuestionOf<K extends Kind> = { [P in K]: { kind: P } & Questions[P] }[K];
export type Question = Questions[Kind];

export const questionSchema = z.discriminatedUnion('kind', [
  singleChoiceSchema,
  multipleChoiceSchema,
  numericSchema,
  orderingSchema,
]);

/** quiz.yaml */
export const quizSchema = z.strictObject({ questions: z.array(questionSchema) });
