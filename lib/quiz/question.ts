import { z } from 'zod';
import { type Categorising, categorisingSchema } from './kinds/categorising';
import { type FillIn, fillInSchema } from './kinds/fill-in';
import { type Matching, matchingSchema } from './kinds/matching';
import { type MultipleChoice, multipleChoiceSchema } from './kinds/multiple-choice';
import { type Numeric, numericSchema } from './kinds/numeric';
import { type Ordering, orderingSchema } from './kinds/ordering';
import { type Pointing, pointingSchema } from './kinds/pointing';
import { type Prediction, predictionSchema } from './kinds/prediction';
import { type ShortText, shortTextSchema } from './kinds/short-text';
import { type SingleChoice, singleChoiceSchema } from './kinds/single-choice';
import { type Written, writtenSchema } from './kinds/written';
import type { Kind } from './public-kinds';
import { withVariants } from './variants/template-schema';
import { writtenPointingSchema } from './written-pointing';
import { writtenPredictionSchema } from './written-prediction';

/** A question with its key, as an author wrote it. Never leaves the server. */
type Questions = {
  'single-choice': SingleChoice;
  'multiple-choice': MultipleChoice;
  numeric: Numeric;
  ordering: Ordering;
  'short-text': ShortText;
  'fill-in': FillIn;
  written: Written;
  matching: Matching;
  categorising: Categorising;
  pointing: Pointing;
  prediction: Prediction;
};

/** A question of kind K; the index keeps kind, response and key together through a call. */
export type QuestionOf<K extends Kind> = { [P in K]: { kind: P } & Questions[P] }[K];
export type Question = Questions[Kind];

/** Kinds that are kept as they are written. */
const asWritten = [
  singleChoiceSchema,
  multipleChoiceSchema,
  numericSchema,
  orderingSchema,
  shortTextSchema,
  fillInSchema,
  writtenSchema,
  matchingSchema,
  categorisingSchema,
] as const;

export const questionSchema = withVariants(
  z.discriminatedUnion('kind', [...asWritten, pointingSchema, predictionSchema]),
);

/** In an author's file: the runs and figures are named, and stand elsewhere (written-question.ts puts them in their place). */
const writtenQuestionSchema = withVariants(
  z.discriminatedUnion('kind', [...asWritten, writtenPointingSchema, writtenPredictionSchema]),
);
export type WrittenQuestion = z.infer<typeof writtenQuestionSchema>;

/** quiz.yaml */
export const quizSchema = z.strictObject({ questions: z.array(writtenQuestionSchema) });
