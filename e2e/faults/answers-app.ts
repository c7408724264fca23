import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { answerWriter } from '@/lib/attempts/answer-writer';
import type { NewAttempt, StoreOutcome } from '@/lib/attempts/attempt';
import { attemptKey, storeAttempts } from '@/lib/attempts/attempt-store';
import { BatchedWriter } from '@/lib/attempts/batched-writer';
import { testLearner } from '@/lib/attempts/test-learner-store';
import { openDatabase } from '@/lib/db/database';
import { onlyOne } from '@/lib/only-one';

/**
 * The writer alone on the embedded database, to be killed: hands in one answer after another and prints each id once it is acknowledged.
 * With `early` as the last argument it has the fault that the kill test must find: it acknowledges before COMMIT.
 */
const [, , DATA_DIR = '', systemFolder = '', fault = ''] = process.argv;

const database = await openDatabase({ DATA_DIR }, { systemFolder });

if (fault === 'early') {
  onlyOne(
    'answer-writer',
    () =>
      new BatchedWriter<NewAttempt, StoreOutcome>({
        async store(rows) {
          storeAttempts(rows).catch(() => {});
          return rows.map(({ sessionId: _, ...row }) => ({
            kind: 'stored',
            attempt: {
              ...row,
              ordinal: 1,
              receivedAt: new Date().toISOString(),
              draw: null,
              sitting: null,
              assignment: null,
              help: 0,
              credit: null,
              turn: null,
            },
          }));
        },
        learnerOf: (row) => row.learnerId,
        keyOf: attemptKey,
        compare: () => 0,
        isTransient: () => false,
        wait: (ms) => pause(ms),
        now: () => performance.now(),
      }),
  );
}

const learner = await testLearner();
for (;;) {
  const attempt: NewAttempt = {
    ...learner,
    id: randomUUID(),
    item: 'tcp-tls/handshakes/syn',
    version: '0123456789abcdef',
    keyRevision: 1,
    response: { choice: 'next' },
    earned: 1,
    possible: 1,
    detail: {},
    seq: 1,
    answeredAt: null,
  };
  const ends = answerWriter().add([{ row: attempt, bytes: 1 }]);
  const [end] = ends === 'full' ? [] : await ends;
  if (end?.kind === 'written') console.log(`stored ${attempt.id}`);
  // Nothing may depend on how fast a console is.
  await pause(1);
  // The test that started it is gone.
  if (process.ppid === 1) break;
}
await database.close();
