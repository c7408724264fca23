/** What decides when something may be seen of the answers of one run. Times are the database's. */
export type SeenRun = {
  readonly kind: 'graded' | 'timed' | 'door';
  readonly feedback: 'now' | 'after-due' | 'never' | 'at-end';
  readonly tries: number;
  /** When nothing more is taken of this learner: time on the clock, and the network's grace. */
  readonly acceptsUntil: Date | null;
  readonly handedInAt: Date | null;
  /** When the work is over, lateness included. */
  readonly endsAt: Date | null;
};

export type SeenAttempt = {
  readonly isRight: boolean;
  /** The solution was told before this attempt, or after it. */
  readonly gaveUp: boolean;
  /** In a run: the how-manieth try at the item. */
  readonly turn: number | null;
};

/** What of an attempt its learner may see now. */
export type Visibility = { readonly score: boolean; readonly feedback: boolean; readonly explanation: boolean };

export const nothing: Visibility = { score: false, feedback: false, explanation: false };

/** True when a run takes no more answers: handed in, or closed by the clock. */
export function isOver(run: Pick<SeenRun, 'acceptsUntil' | 'handedInAt'>, now: Date): boolean {
  return run.handedInAt !== null || (run.acceptsUntil !== null && now > run.acceptsUntil);
}

/**
 * Practice (no run) tells everything but the explanation, which comes with the right answer or on giving up. A run tells when its policy
 * says so; its explanations come after the last try, since they would answer the next.
 */
export function visibilityOf(attempt: SeenAttempt, run: SeenRun | null, now: Date): Visibility {
  if (!run) return { score: true, feedback: true, explanation: attempt.isRight || attempt.gaveUp };
  if (!isTold(run, now)) return nothing;
  const isLastTry = attempt.turn !== null && attempt.turn >= run.tries;
  return { score: true, feedback: true, explanation: attempt.isRight || isLastTry || isOver(run, now) };
}

function isTold(run: SeenRun, now: Date): boolean {
  switch (run.feedback) {
    case 'now':
      return true;
    case 'at-end':
      return isOver(run, now);
    case 'after-due':
      // Handing in early tells nothing: others are still answering.
      return run.endsAt !== null && now > run.endsAt;
    case 'never':
      return false;
  }
}
