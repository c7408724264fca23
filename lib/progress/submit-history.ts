import type { StoredAttempt } from '@/lib/attempts/attempt';
import { attemptsBefore } from '@/lib/attempts/history-store';
import { asSeen } from '@/lib/attempts/seen-attempts';

export type HistoryPage = {
  /** Without the scores that are not told yet. */
  readonly attempts: readonly StoredAttempt[];
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
  return {
    attempts: await asSeen(learnerId, page),
    last: found.length > mostOnPage ? page.at(-1)?.id : undefined,
    isFirst: before === undefined,
  };
}
