import type { Assignment } from '@/lib/attempts/assignment';

/** How far one learner is with what was set: a quiz is done when it was handed in or its clock ran out, practice when all of it is right and read. */
export type WorkState = 'not-begun' | 'begun' | 'done';

/** One learner and one assignment, as staff may know it: nothing is withheld. What the learner may see is `told-score`'s to say. */
export type Standing = {
  readonly learnerId: string;
  readonly assignmentId: string;
  readonly state: WorkState;
  /** For this learner, extensions included. */
  readonly dueAt: Date;
  readonly timeFactor: number;
  readonly begunAt: Date | null;
  readonly doneAt: Date | null;
  /** Something of it came in, or was done, after it was due. */
  readonly isLate: boolean;
  /** A quiz: the learner's run. */
  readonly sittingId: string | null;
  /** Practice: the lessons and items that are done, by their ids. */
  readonly doneUnits: readonly string[];
  readonly score: WorkScore;
};

/** Each item of a quiz weighs one point; of practice each lesson and item that was chosen. */
export type WorkScore = {
  /** The sum of the best shares, before declining credit and lateness. */
  readonly earned: number;
  /** The same after declining credit and lateness: what counts. */
  readonly credited: number;
  readonly possible: number;
  /** Answers that nobody and nothing has graded yet: the score may still rise. */
  readonly waiting: number;
};

/** Not done, and no more time for it. */
export function isMissed({ state, dueAt }: Standing, { policy, withdrawnAt }: Assignment, now: Date): boolean {
  return state !== 'done' && !withdrawnAt && now.getTime() >= dueAt.getTime() + policy.late.hours * 3_600_000;
}
