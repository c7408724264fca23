import type { StoredAttempt } from '@/lib/attempts/attempt';
import { attemptsBefore } from '@/lib/attempts/history-store';
import { visibilityIn } from '@/lib/attempts/result-of';
import { findSittings } from '@/lib/attempts/sitting-store';

/** An attempt in a list: whether its score may be seen by now. */
export type ListedAttempt = { readonly attempt: StoredAttempt; readonly isTold: boolean };

export type HistoryPage = {
  readonly attempts: readonly ListedAttempt[];
  /** The attempt after which the next page begins; undefined on the last page. */
  readonly last: string | undefined;
  readonly isFirst: boolean;
};

const mostOnPage = 50;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A page of a learner's own answers, the latest first. What is no attempt of theirs has nothing before it. */
export async function historyOf(learnerId: string, before: string | undefined): Promise<HistoryPage> {
  if (before !== undefined && !uuid.test(before)) return { attempts: [], last: undefined, isFirst: false };
  const found = await attemptsBefore(learnerId, before, mostOnPage + 1);
  const page = found.slice(0, mostOnPage);
  const runs = await findSittings(
    learnerId,
    page.flatMap(({ sitting }) => sitting ?? []),
  );
  return {
    attempts: page.map((attempt) => ({
      attempt,
      isTold: visibilityIn(attempt, runs.get(attempt.sitting ?? '') ?? null, false).score,
    })),
    last: found.length > mostOnPage ? page.at(-1)?.id : undefined,
    isFirst: before === undefined,
  };
}
