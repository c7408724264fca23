import type { Reading } from './answer';
import { type PublicCategorising, publicCategorising } from './public-categorising';
import { type FillInResponse, type PublicFillIn, publicFillIn } from './public-fill-in';
import { type PublicMatching, publicMatching } from './public-matching';
import { type MultipleChoiceResponse, type PublicMultipleChoice, publicMultipleChoice } from './public-multiple-choice';
import { type NumericResponse, type PublicNumeric, publicNumeric } from './public-numeric';
import { type OrderingResponse, type PublicOrdering, publicOrdering } from './public-ordering';
import type { PlacingResponse } from './public-placing';
import { type PointingResponse, type PublicPointing, publicPointing } from './public-pointing';
import { type PredictionResponse, type PublicPrediction, publicPrediction } from './public-prediction';
import { type PublicShortText, publicShortText, type ShortTextResponse } from './public-short-text';
import { type PublicSingleChoice, publicSingleChoice, type SingleChoiceResponse } from './public-single-choice';
import { type PublicWritten, publicWritten, type WrittenResponse } from './public-written';

/** What each kind shows. */
type ShownKinds = {
  'single-choice': PublicSingleChoice;
  'multiple-choice': PublicMultipleChoice;
  numeric: PublicNumeric;
  ordering: PublicOrdering;
  'short-text': PublicShortText;
  'fill-in': PublicFillIn;
  written: PublicWritten;
  matching: PublicMatching;
  categorising: PublicCategorising;
  pointing: PublicPointing;
  prediction: PublicPrediction;
};

/** Everything a browser may know of a question, by kind. That there are hints, and no more of them. */
export type PublicKinds = { [K in keyof ShownKinds]: ShownKinds[K] & { hasHints?: true } };

/** What a learner says to a question, by kind. */
export type Responses = {
  'single-choice': SingleChoiceResponse;
  'multiple-choice': MultipleChoiceResponse;
  numeric: NumericResponse;
  ordering: OrderingResponse;
  'short-text': ShortTextResponse;
  'fill-in': FillInResponse;
  written: WrittenResponse;
  matching: PlacingResponse;
  categorising: PlacingResponse;
  pointing: PointingResponse;
  prediction: PredictionResponse;
};

export type Kind = keyof PublicKinds;
export type PublicQuestion = PublicKinds[Kind];

/** The public form of a question of kind K; the index keeps kind and response together through a call. */
export type PublicOf<K extends Kind> = { [P in K]: { kind: P } & PublicKinds[P] }[K];

type PublicKind<K extends Kind> = {
  /**
   * Every name a response to this question may use: the letters of its options, its blanks, its units. A name that begins
   * with a colon is no name but a rule of reading, like ":hex". The same as the keys of the kind's \`letters\`.
   */
  names(question: PublicKinds[K]): readonly string[];
  /** The raw response in a plain form. */
  fromForm(form: FormData): unknown;
  /** Checks a raw response against the names of what was shown. */
  read(names: readonly string[], raw: object): Reading<Responses[K]>;
  /** The same response with other names: letters become option ids before anything is stored. */
  rename(response: Responses[K], to: (name: string) => string): Responses[K];
};

export const publicKinds: { [K in Kind]: PublicKind<K> } = {
  'single-choice': publicSingleChoice,
  'multiple-choice': publicMultipleChoice,
  numeric: publicNumeric,
  ordering: publicOrdering,
  'short-text': publicShortText,
  'fill-in': publicFillIn,
  written: publicWritten,
  matching: publicMatching,
  categorising: publicCategorising,
  pointing: publicPointing,
  prediction: publicPrediction,
};

/** Every name a response to this question may use, to be handed to the browser's own reading of it. */
export function namesIn<K extends Kind>(question: PublicOf<K>): readonly string[] {
  return publicKinds[question.kind].names(question);
}
