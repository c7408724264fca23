import type { Run } from '@/lib/labs/run';
import type { Localized } from '@/lib/words/locale';
import type { PublicFigure } from './public-drawing';
import type { Question, WrittenQuestion } from './question';
import { resolvePointing } from './written-pointing';
import { resolvePrediction } from './written-prediction';

/** What stands around a question in its lesson, and may be named by it. */
export type Around = {
  readonly runs: readonly Run[];
  /** The names of the files in figures/. */
  readonly figures: readonly string[];
  figure(src: string, alt: Localized): PublicFigure | undefined;
};

/** What is wrong at a place of the question, before it is known where in which file it stands. */
export type Fault = {
  path: readonly (string | number)[];
  message: string;
  expected?: string;
  found?: string;
  /** `question` when nothing is said. */
  rule?: string;
};

export type Resolved<Q> = { question: Q } | { faults: readonly Fault[] };

/** A question as it is kept: what its author named (bytes of a run, a figure, what an engine says) is put in its place. Pure. */
export function resolveQuestion(written: WrittenQuestion, around: Around): Resolved<Question> {
  switch (written.kind) {
    case 'pointing':
      return resolvePointing(written, around);
    case 'prediction':
      return resolvePrediction(written, around);
    default:
      return { question: written };
  }
}
