import { setTimeout as sleep } from 'node:timers/promises';
import { BatchedWriter } from '@/lib/attempts/batched-writer';
import { isTransient } from '@/lib/attempts/transient-error';
import { onlyOne } from '@/lib/only-one';
import { type NewExchange, storeRequests } from './practice-store';

/** The process's one writer of requests: those that come while a commit is under way share the next one. */
export function exchangeWriter(): BatchedWriter<NewExchange, boolean> {
  return onlyOne(
    'exchange-writer',
    () =>
      new BatchedWriter<NewExchange, boolean>({
        store: storeRequests,
        learnerOf: ({ token }) => token,
        keyOf: ({ token, number }) => `${token} ${number}`,
        compare: (one, other) =>
          one.token < other.token ? -1 : one.token > other.token ? 1 : one.number - other.number,
        isTransient,
        wait: sleep,
        now: () => performance.now(),
      }),
  );
}
