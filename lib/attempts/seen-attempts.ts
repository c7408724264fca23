import type { StoredAttempt } from '@/lib/attempts/attempt';
import { visibilityIn } from '@/lib/attempts/result-of';
import { findSittings } from '@/lib/attempts/sitting-store';

/** A learner's own attempts as that learner may have them by now: without a score that is not told yet. */
export async function asSeen(learnerId: string, attempts: readonly StoredAttempt[]): Promise<StoredAttempt[]> {
  const ids = new Set(attempts.flatMap(({ sitting }) => sitting ?? []));
  const runs = await findSittings(learnerId, [...ids]);
  return attempts.map((attempt) => {
    const run = attempt.sitting === null ? null : (runs.get(attempt.sitting) ?? null);
    if (visibilityIn(attempt, run).score) return attempt;
    return { ...attempt, earned: null, credit: null, detail: {} };
  });
}
