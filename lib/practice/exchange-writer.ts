import { setTimeout as sleep } from 'node:timers/promises';
import { BatchedWriter } from '@/lib/attempts/batched-writer';
import { isTransient } from '@/lib/attempts/transient-error';
import { onlyOne } from '@/lib/only-one';
import { type NewExchange, storeRequests } from './practice-store';

/** `not`: another was first at that place, or the token is gone. `unknown`: the connection broke. `refused`: there are too many already. */
export type WrittenDown = 'there' | 'not' | 'unknown' | 'refused';

export async function writeDown(exchange: NewExchange): Promise<WrittenDown> {
  const writing = exchangeWriter().add([{ row: exchange, bytes: 200 + exchange.request.length }]);
  const [written] = writing === 'full' ? [] : await writing;
  if (written?.kind === 'written') return written.outcome ? 'there' : 'not';
  return written?.kind === 'unavailable' ? 'unknown' : 'refused';
}

/** The process's one writer of requests: those that come while a commit is under way share the next one. */
function exchangeWriter(): BatchedWriter<NewExchange, boolean> {
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
        // Whoever sends the same again to a database that came back with less would leave a hole in the log.
        patienceMs: 0,
        wait: sleep,
        now: () => performance.now(),
        // What has come over all connections by now goes into one statement.
        soon: setImmediate,
        lanes: 1,
      }),
  );
}
