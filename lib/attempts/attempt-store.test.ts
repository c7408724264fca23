import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import type { NewAttempt } from './attempt';
import { attemptKey, storeAttempts } from './attempt-store';
import { BatchedWriter } from './batched-writer';
import { type TestLearner, testLearner } from './test-learner-store';
import { isTransient } from './transient-error';

const database = withTestDatabase();

function attempt(learner: TestLearner, more: Partial<NewAttempt> = {}): NewAttempt {
  return {
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
    ...more,
  };
}

function writer() {
  return new BatchedWriter({
    store: storeAttempts,
    learnerOf: ({ learnerId }: NewAttempt) => learnerId,
    keyOf: attemptKey,
    compare: (one, other) => (attemptKey(one) < attemptKey(other) ? -1 : 1),
    isTransient,
    wait: (ms) => sleep(ms),
    now: () => performance.now(),
  });
}

async function itemStates(learner: TestLearner) {
  const { rows } = await pool().query(
    'SELECT item, tries, best, last FROM item_state WHERE learner_id = $1 ORDER BY item',
    [learner.learnerId],
  );
  return rows;
}

async function countAttempts(learner: TestLearner): Promise<number> {
  const { rows } = await pool().query('SELECT count(*)::int AS n FROM attempt WHERE learner_id = $1', [
    learner.learnerId,
  ]);
  return rows[0].n;
}

describe('the statement that stores a batch', () => {
  test('numbers the tries of an item in the browser’s order, and keeps best and last', async () => {
    const ann = await testLearner();
    const outcomes = await storeAttempts([
      attempt(ann, { seq: 3, earned: 0 }),
      attempt(ann, { seq: 1, earned: 0.5 }),
      attempt(ann, { seq: 2, earned: 1 }),
      attempt(ann, { seq: 4, item: 'tcp-tls/handshakes/fin', earned: 0.25 }),
    ]);
    expect(outcomes.map((outcome) => outcome.kind === 'stored' && outcome.attempt.ordinal)).toEqual([3, 1, 2, 1]);
    expect(await itemStates(ann)).toEqual([
      { item: 'tcp-tls/handshakes/fin', tries: 1, best: 0.25, last: 0.25 },
      { item: 'tcp-tls/handshakes/syn', tries: 3, best: 1, last: 0 },
    ]);
  });

  test('stores a repeat once and answers it with what was stored, whatever it says now', async () => {
    const ann = await testLearner();
    const first = attempt(ann);
    const [stored] = await storeAttempts([first]);
    const [repeat] = await storeAttempts([{ ...first, earned: 0, response: { choice: 'same' } }]);
    expect(stored?.kind).toBe('stored');
    expect(repeat).toEqual({ ...stored, kind: 'repeat' });
    expect(await itemStates(ann)).toMatchObject([{ tries: 1, last: 1 }]);
  });

  test('stores nothing for a session that was revoked, has ended, or is another’s', async () => {
    const [revoked, ended, bob] = [await testLearner(), await testLearner(), await testLearner()];
    await pool().query('UPDATE session SET revoked_at = now() WHERE id = $1', [revoked.sessionId]);
    await pool().query('UPDATE session SET expires_at = now() WHERE id = $1', [ended.sessionId]);
    const stranger = { learnerId: bob.learnerId, sessionId: (await testLearner()).sessionId };
    const outcomes = await storeAttempts([attempt(revoked), attempt(ended), attempt(stranger), attempt(bob)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['no-session', 'no-session', 'no-session', 'stored']);
    expect(await countAttempts(bob)).toBe(1);
  });

  test('keeps a deferred answer out of the tries and puts it on the list of what is to be graded', async () => {
    const ann = await testLearner();
    await storeAttempts([attempt(ann, { earned: null }), attempt(ann)]);
    expect(await itemStates(ann)).toMatchObject([{ tries: 1 }]);
    const { rows } = await pool().query('SELECT tries FROM deferred_replay WHERE learner_id = $1', [ann.learnerId]);
    expect(rows).toEqual([{ tries: 0 }]);
  });
});

describe('repeats', () => {
  test('in one batch, in two, and over two processes at once give one attempt and equal answers', async () => {
    const ann = await testLearner();
    const once = attempt(ann);
    const [here, there] = [writer(), writer()];
    const ends = await Promise.all([
      here.add([once, once].map((row) => ({ row, bytes: 1 }))),
      ...[here, there, there].map((one) => one.add([{ row: once, bytes: 1 }])),
    ]);
    const told = ends.flatMap((end) => (end === 'full' ? [] : end)).map((end) => end.kind === 'written' && end.outcome);
    expect(told).toHaveLength(5);
    for (const outcome of told) expect(outcome).toMatchObject({ attempt: { id: once.id, ordinal: 1, earned: 1 } });
    expect(
      new Set(told.map((outcome) => JSON.stringify(outcome && 'attempt' in outcome && outcome.attempt))).size,
    ).toBe(1);
    expect(await countAttempts(ann)).toBe(1);
    expect(await itemStates(ann)).toMatchObject([{ tries: 1 }]);
  });

  test('racing over eight processes count each try once and number them without a gap', async () => {
    const learners = await Promise.all(Array.from({ length: 6 }, testLearner));
    const attempts = learners.flatMap((learner) => Array.from({ length: 5 }, (_, seq) => attempt(learner, { seq })));
    const processes = Array.from({ length: 8 }, writer);
    await Promise.all(
      processes.map((process, at) =>
        Promise.all(
          attempts.map((_, turn) =>
            process.add([
              {
                row:
                  attempts[(turn + at * 7) % attempts.length] ??
                  attempt(learners[0] ?? { learnerId: '', sessionId: '' }),
                bytes: 1,
              },
            ]),
          ),
        ),
      ),
    );
    for (const learner of learners) {
      expect(await itemStates(learner)).toMatchObject([{ tries: 5 }]);
      const { rows } = await pool().query('SELECT ordinal FROM attempt WHERE learner_id = $1 ORDER BY ordinal', [
        learner.learnerId,
      ]);
      expect(rows.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5]);
    }
  });
});

describe('errors of the database', () => {
  test('a poisoned row among 255 good ones fails alone', async () => {
    const learners = await Promise.all(Array.from({ length: 8 }, testLearner));
    const rows = Array.from({ length: 256 }, (_, at) => attempt(learners[at % 8] ?? fail(), { seq: at }));
    // PostgreSQL's jsonb cannot hold a zero character.
    rows[77] = { ...(rows[77] ?? fail()), response: { text: 'a\u0000b' } };
    const ends = await writer().add(rows.map((row) => ({ row, bytes: 1 })));
    if (ends === 'full') throw new Error('full');
    expect(ends.flatMap((end, at) => (end.kind === 'written' ? [] : [at]))).toEqual([77]);
    const stored = await Promise.all(learners.map(countAttempts));
    expect(stored.reduce((sum, count) => sum + count, 0)).toBe(255);
  });

  test('serialisation errors are sent again: none lost, none twice', async () => {
    const learners = await Promise.all(Array.from({ length: 4 }, testLearner));
    // The first two of every three transactions fail as a conflict would.
    await pool().query(`CREATE SEQUENCE stumbles; CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF nextval('stumbles') % 3 <> 0 THEN RAISE EXCEPTION 'conflict' USING ERRCODE = '40001'; END IF; RETURN NULL; END $$;
      CREATE TRIGGER stumble AFTER INSERT ON attempt FOR EACH STATEMENT EXECUTE FUNCTION stumble()`);
    try {
      const one = writer();
      const ends = await Promise.all(
        Array.from({ length: 40 }, (_, at) =>
          one.add([{ row: attempt(learners[at % 4] ?? fail(), { seq: at }), bytes: 1 }]),
        ),
      );
      expect(ends.flatMap((end) => (end === 'full' ? ['full'] : end.map(({ kind }) => kind)))).toEqual(
        Array(40).fill('written'),
      );
    } finally {
      await pool().query('DROP TRIGGER stumble ON attempt; DROP FUNCTION stumble; DROP SEQUENCE stumbles');
    }
    expect(await Promise.all(learners.map(countAttempts))).toEqual([10, 10, 10, 10]);
    expect((await Promise.all(learners.map(itemStates))).flat().map(({ tries }) => tries)).toEqual([10, 10, 10, 10]);
  });

  test('connections cut in the middle are made again: none lost, none twice', async () => {
    const learners = await Promise.all(Array.from({ length: 4 }, testLearner));
    const knife = new pg.Client({ connectionString: database.url });
    await knife.connect();
    const one = writer();
    const ends: ReturnType<ReturnType<typeof writer>['add']>[] = [];
    for (let round = 0; round < 20; round++) {
      ends.push(...learners.map((learner) => one.add([{ row: attempt(learner, { seq: round }), bytes: 1 }])));
      await knife.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'handrail' AND datname = current_database()",
      );
    }
    const written = (await Promise.all(ends)).flatMap((end) =>
      end === 'full' ? ['full'] : end.map(({ kind }) => kind),
    );
    await knife.end();
    expect(written).toEqual(Array(80).fill('written'));
    expect(await Promise.all(learners.map(countAttempts))).toEqual([20, 20, 20, 20]);
    expect((await Promise.all(learners.map(itemStates))).flat().map(({ tries }) => tries)).toEqual([20, 20, 20, 20]);
  });
});

function fail(): never {
  throw new Error('no such row');
}
