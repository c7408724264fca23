import { setTimeout as sleep } from 'node:timers/promises';
import type { NewAttempt, StoreOutcome } from '@/lib/attempts/attempt';
import { attemptKey, storeAttempts } from '@/lib/attempts/attempt-store';
import { BatchedWriter } from '@/lib/attempts/batched-writer';
import { tellAnswers } from '@/lib/attempts/heard-answers';
import { isTransient } from '@/lib/attempts/transient-error';
import { onlyOne } from '@/lib/only-one';

/** The learner, then the item, then the browser's own order: the same in every process. */
function inStoringOrder(one: NewAttempt, other: NewAttempt): number {
  return (
    order(one.learnerId, other.learnerId) ||
    order(one.item, other.item) ||
    one.seq - other.seq ||
    order(one.id, other.id)
  );
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

async function storeAndTell(rows: readonly NewAttempt[]): Promise<StoreOutcome[]> {
  const outcomes = await storeAttempts(rows);
  tellAnswers(rows);
  return outcomes;
}

/** The process's one writer of answers: the door and Next's routes share it. */
export function answerWriter(): BatchedWriter<NewAttempt, StoreOutcome> {
  return onlyOne(
    'answer-writer',
    () =>
      new BatchedWriter<NewAttempt, StoreOutcome>({
        store: storeAndTell,
        learnerOf: (row) => row.learnerId,
        keyOf: attemptKey,
        compare: inStoringOrder,
        isTransient,
        wait: sleep,
        now: () => performance.now(),
      }),
  );
}

/** For shutting down: takes no more answers and waits until every one that was taken is stored. */
export function closeAnswerWriter(): Promise<void> {
  return answerWriter().close();
}
