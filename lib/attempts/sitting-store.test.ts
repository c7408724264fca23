import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import type { NewAttempt, StoreOutcome } from './attempt';
import { storeAttempts } from './attempt-store';
import { openDraw } from './draw-store';
import { recordHelp } from './help-store';
import { type Policy, timesOf } from './policy';
import { findSitting, handIn, openRun } from './sitting-store';
import { testPolicy } from './test-class-store';
import { type TestLearner, testLearner } from './test-learner-store';

const database = withTestDatabase();

const item = 'tcp-tls/handshakes/syn';
const version = '0123456789abcdef';

function attempt(learner: TestLearner, more: Partial<NewAttempt> = {}): NewAttempt {
  return {
    ...learner,
    id: randomUUID(),
    item,
    version,
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

async function sitting(learner: TestLearner, policy: Policy = testPolicy(), dueInMs = 3_600_000): Promise<string> {
  const id = randomUUID();
  const items = [{ item, version, keyRevision: 1, draw: null }];
  const dueAt = new Date(Date.now() + dueInMs);
  const times = (openedAt: Date) => timesOf(policy, { openedAt, dueAt, timeFactor: 1 });
  await openRun(learner.learnerId, { assignment: randomUUID() }, { id, policy, items, seed: 'a', times });
  return id;
}

const kindOf = (outcome: StoreOutcome | undefined) => (outcome?.kind === 'refused' ? outcome.why : outcome?.kind);

async function creditsOf({ learnerId }: TestLearner): Promise<(number | null)[]> {
  const { rows } = await pool().query('SELECT credit FROM attempt WHERE learner_id = $1 ORDER BY turn', [learnerId]);
  return rows.map(({ credit }) => credit);
}

/** A second process's connections. */
async function withSecondPool<T>(work: (second: pg.Pool) => Promise<T>): Promise<T> {
  const second = new pg.Pool({ connectionString: database.url, max: 8 });
  try {
    return await work(second);
  } finally {
    await second.end();
  }
}

function record({ learnerId, sessionId, id, sitting: run, earned }: NewAttempt) {
  const rest = { item, version, key_revision: 1, response: {}, possible: 1, detail: {}, seq: 1, answered_at: null };
  return { learner_id: learnerId, session_id: sessionId, id, sitting_id: run, earned, ...rest };
}

describe('a sitting', () => {
  test('gives each try its credit, and takes no more tries than there are', async () => {
    const ann = await testLearner();
    const run = await sitting(ann);
    const outcomes: StoreOutcome[] = [];
    for (const earned of [0.5, 1, 1, 1])
      outcomes.push(...(await storeAttempts([attempt(ann, { earned, sitting: run })])));
    expect(outcomes.map(kindOf)).toEqual(['stored', 'stored', 'stored', 'no-tries']);
    expect(await creditsOf(ann)).toEqual([0.5, 0.7, 0.4]);
  });

  test('never takes more than its tries from two processes at once, whatever arrives first', async () => {
    const ann = await testLearner();
    const run = await sitting(ann);
    const answers = Array.from({ length: 24 }, () => attempt(ann, { sitting: run }));
    const outcomes = await withSecondPool((second) =>
      Promise.all(
        answers.map(async (answer, at) => {
          if (at % 2 === 0) return kindOf((await storeAttempts([answer]))[0]);
          const values = [[ann.learnerId], JSON.stringify([record(answer)])];
          return String((await second.query('SELECT outcome FROM store_attempts($1, $2)', values)).rows[0].outcome);
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'no-tries')).toHaveLength(21);
    expect(await creditsOf(ann)).toEqual([1, 0.7, 0.4]);
  });

  test('counts the same answer once, sent fifty times over two processes, and tells each the same', async () => {
    const ann = await testLearner();
    const once = attempt(ann, { sitting: await sitting(ann) });
    const told = await withSecondPool((second) =>
      Promise.all(
        Array.from({ length: 50 }, async (_, at) => {
          const db = at % 2 === 0 ? pool() : second;
          const { rows } = await db.query(
            'SELECT id, ordinal, earned, credit, turn, received_at FROM store_attempts($1, $2)',
            [[ann.learnerId], JSON.stringify([record(once)])],
          );
          return JSON.stringify(rows);
        }),
      ),
    );
    expect(new Set(told).size).toBe(1);
    expect(await creditsOf(ann)).toEqual([1]);
  });

  test('takes nothing after its time by the database’s clock, whatever the app’s clock says', async () => {
    const ann = await testLearner();
    // For the app it closes in an hour.
    const run = await sitting(ann);
    await pool().query(
      "UPDATE sitting SET closes_at = clock_timestamp() - interval '10 s', accepts_until = clock_timestamp() - interval '5 s' WHERE id = $1",
      [run],
    );
    expect(kindOf((await storeAttempts([attempt(ann, { sitting: run })]))[0])).toBe('sitting-closed');
    // What left in time has the network's seconds.
    await pool().query("UPDATE sitting SET accepts_until = clock_timestamp() + interval '5 s' WHERE id = $1", [run]);
    expect(kindOf((await storeAttempts([attempt(ann, { sitting: run })]))[0])).toBe('stored');
  });

  test('takes nothing once it was handed in, and tells a repeat of what it took before', async () => {
    const ann = await testLearner();
    const run = await sitting(ann);
    const first = attempt(ann, { sitting: run });
    await storeAttempts([first]);
    const read = await handIn(ann.learnerId, run);
    expect(read?.sitting.handedInAt).toBeInstanceOf(Date);
    expect((await handIn(ann.learnerId, run))?.sitting.handedInAt).toEqual(read?.sitting.handedInAt);
    expect((await storeAttempts([attempt(ann, { sitting: run }), first])).map(kindOf)).toEqual([
      'sitting-closed',
      'repeat',
    ]);
  });

  test('knows neither another learner’s run, nor another item or version', async () => {
    const [ann, bob] = [await testLearner(), await testLearner()];
    const run = await sitting(ann);
    const outcomes = await storeAttempts([
      attempt(bob, { sitting: run }),
      attempt(ann, { sitting: run, item: 'tcp-tls/handshakes/fin' }),
      attempt(ann, { sitting: run, version: 'ffffffffffffffff' }),
      attempt(ann, { sitting: randomUUID() }),
    ]);
    expect(outcomes.map(kindOf)).toEqual(Array(4).fill('unknown-sitting'));
    expect(await findSitting(bob.learnerId, run)).toBeUndefined();
  });

  test('keeps a withheld score out of the item’s best and last, and counts the try', async () => {
    const ann = await testLearner();
    const run = await sitting(ann, testPolicy({ feedback: 'after-due' }));
    await storeAttempts([attempt(ann, { sitting: run })]);
    const { rows } = await pool().query('SELECT tries, best, last FROM item_state WHERE learner_id = $1', [
      ann.learnerId,
    ]);
    expect(rows).toEqual([{ tries: 1, best: 0, last: 0 }]);
  });

  test('credits less for what comes late', async () => {
    const ann = await testLearner();
    const policy = testPolicy({ late: { hours: 24, credit: 0.5 } });
    await storeAttempts([attempt(ann, { sitting: await sitting(ann, policy, -60_000) })]);
    expect(await creditsOf(ann)).toEqual([0.5]);
  });

  test('of an assignment is opened once, however often and from how many devices', async () => {
    const ann = await testLearner();
    const policy = testPolicy();
    const assignment = randomUUID();
    const times = (openedAt: Date) => timesOf(policy, { openedAt, dueAt: openedAt, timeFactor: 1 });
    const reads = await Promise.all(
      Array.from({ length: 10 }, () =>
        openRun(ann.learnerId, { assignment }, { id: randomUUID(), policy, items: [], seed: 'a', times }),
      ),
    );
    expect(new Set(reads.map(({ sitting: { id } }) => id)).size).toBe(1);
  });
});

describe('a draw', () => {
  async function drawn({ learnerId }: TestLearner, run: string | null = null) {
    const draw = await openDraw({
      learnerId,
      id: randomUUID(),
      item,
      version,
      keyRevision: 1,
      seed: '00',
      sitting: run,
    });
    if (!draw) throw new Error('no draw was opened');
    return draw;
  }

  test('is answered once: another answer with the same numbers is refused, a repeat is told the same', async () => {
    const ann = await testLearner();
    const { id: draw } = await drawn(ann);
    const first = attempt(ann, { draw });
    expect((await storeAttempts([first, attempt(ann, { draw, seq: 2 })])).map(kindOf)).toEqual(['stored', 'draw-used']);
    expect((await storeAttempts([attempt(ann, { draw }), first])).map(kindOf)).toEqual(['draw-used', 'repeat']);
    expect((await drawn(ann)).id).not.toBe(draw);
  });

  test('of another learner, item or version, or made up, is unknown', async () => {
    const [ann, bob] = [await testLearner(), await testLearner()];
    const { id: draw } = await drawn(ann);
    const outcomes = await storeAttempts([
      attempt(bob, { draw }),
      attempt(ann, { draw, version: 'ffffffffffffffff' }),
      attempt(ann, { draw, item: 'tcp-tls/handshakes/fin' }),
      attempt(ann, { draw: randomUUID() }),
    ]);
    expect(outcomes.map(kindOf)).toEqual(Array(4).fill('unknown-draw'));
  });

  test('serves every try of its sitting, and none outside it', async () => {
    const ann = await testLearner();
    const run = await sitting(ann);
    const { id: draw } = await drawn(ann, run);
    expect(kindOf((await storeAttempts([attempt(ann, { draw })]))[0])).toBe('unknown-draw');
    for (const seq of [1, 2])
      expect(kindOf((await storeAttempts([attempt(ann, { draw, sitting: run, seq })]))[0])).toBe('stored');
  });
});

describe('help', () => {
  const helpOf = async (learner: TestLearner) => {
    const [outcome] = await storeAttempts([attempt(learner)]);
    return outcome?.kind === 'stored' ? outcome.attempt.help : undefined;
  };
  const tell = (learner: TestLearner, number: number) =>
    recordHelp(learner.learnerId, { item, version, number, draw: null });

  test('counts for the attempt after it and no other; the solution counts more than a hint', async () => {
    const ann = await testLearner();
    expect(await helpOf(ann)).toBe(0);
    await tell(ann, 1);
    expect(await helpOf(ann)).toBe(1);
    expect(await helpOf(ann)).toBe(0);
    await tell(ann, 1);
    await tell(ann, 0);
    expect(await helpOf(ann)).toBe(2);
    expect(await helpOf(ann)).toBe(0);
  });

  test('is not given on what stands in an open graded sitting, and is again once that is over', async () => {
    const ann = await testLearner();
    const run = await sitting(ann);
    expect(await tell(ann, 1)).toBe(false);
    await handIn(ann.learnerId, run);
    expect(await tell(ann, 1)).toBe(true);
  });
});
