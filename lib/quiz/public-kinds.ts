import type { Reading } from './answer';
import { type MultipleChoiceResponse, type PublicMultipleChoice, publicMultipleChoice } from './public-multiple-choice';
import { type NumericResponse, type PublicNumeric, publicNumeric } from './public-numeric';
import { type OrderingResponse, type PublicOrdering, publicOrdering } from './public-ordering';
import { type PublicSingleChoice, publicSingleChoice, type SingleChoiceResponse } from './public-single-choice';

/** Everything a browser may know of a question, by kind. */
export type PublicKinds = {
  'single-choice': PublicSingleChoice;
  'multiple-choice': PublicMultipleChoice;
  numeric: PublicNumeric;
  ordering: PublicOrdering;
};

/** What a learner says to a question, by kind. */
export type Responses = {
  'single-choice': SingleChoiceResponse;
  'multiple-choice': MultipleChoiceResponse;
  numeric: NumericResponse;
  ordering: OrderingResponse;
};

export type Kind = keyof PublicKinds;
export type PublicQuestion = PublicKinds[Kind];

type PublicKind<K extends Kind> = {
  /** The raw response in a plain form. */
  fromForm(form: FormData): unknown;
  /** Checks a raw response against the letters that were shown. */
  read(letters: readonly string[], raw: object): Reading<Responses[K]>;
  /** The same response with other names: letters become option ids before anything is stored. */
  rename(response: Responses[K], to: (name: string) => string): Responses[K];
};

export const publicKinds: { [K in Kind]: PublicKind<K> } = {
  'single-choice': publicSingleChoice,
  'multiple-choice': publicMultipleChoice,
  numeric: publicNumeric,
  ordering: publicOrdering,
};
