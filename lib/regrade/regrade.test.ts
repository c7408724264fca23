import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { storeAttempts } from '@/lib/attempts/attempt-store';
import { correctionsOf } from '@/lib/attempts/correction-store';
import { findAttempt } from '@/lib/attempts/history-store';
import { testClass } from '@/lib/attempts/test-class-store';
import type { TestLearner } from '@/lib/attempts/test-learner-store';
import type { Item } from '@/lib/curriculum/lesson';
import { MovedIds } from '@/lib/curriculum/moved-ids';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { transaction } from '@/lib/db/transaction';
import { exportLearner } from '@/lib/progress/export-learner';
import type { Question } from '@/lib/quiz/question';
import { regradeLines } from '@/lib/regrade/regrade-lines';
import { regrade } from '@/lib/regrade/submit-regrade';
import { targetsFor } from '@/lib/regrade/submit-targets';
import { newCard } from '@/lib/review/card';
import { gradedAnswers, keepFold, keptCards, lockLearner } from '@/lib/review/card-store';
import { foldCard } from '@/lib/review/fold-card';
import { type Given, learnerWith, portsQuestion, publish } from './test-history-store';

withTestDatabase();

beforeEach(async () => {
  await pool().query(
    'TRUNCATE question_version, attempt, grade, item_state, review_card, review_log, audit_event, certificate, learner CASCADE',
  );
});

const items = ['nets/ports/https', 'nets/ports/ssh'];
const card = 'nets/ports#ports';
const apply = { actor: { name: 'tester' } };

function questions(keys: readonly (readonly string[])[], more: object = {}): Map<string, Question> {
  return new Map(items.map((item, at) => [item, portsQuestion(item.split('/').at(-1) ?? '', keys[at] ?? [], more)]));
}

async function publishAll(all: ReadonlyMap<string, Question>): Promise<void> {
  for (const [item, question] of all) await publish(item, question);
}

async function regradeAll(named: readonly string[] = [], isApplied = true, earlier = false) {
  const { targets } = await targetsFor(named, earlier);
  return regrade({ targets, ...(isApplied ? { apply } : {}) });
}

/** What is seen of a learner: standing on each item, and the card of the objective as it is folded from what counts. */
async function standing(learnerId: string) {
  const { rows } = await pool().query(
    'SELECT item, tries, best, last FROM item_state WHERE learner_id = $1 ORDER BY item',
    [learnerId],
  );
  const folded = await transaction(async (client) => {
    const { answers } = await gradedAnswers(client, learnerId, items, null);
    return foldCard(newCard(card), answers);
  });
  const log = folded.log.map(({ attempt: _, ...entry }) => entry);
  return { items: rows, card: folded.card, log };
}

/** Keeps the card as a look at it would, under the lock that every fold takes. */
async function look(learnerId: string): Promise<void> {
  await transaction(async (client) => {
    await lockLearner(client, learnerId);
    const { answers, tries } = await gradedAnswers(client, learnerId, items, null);
    const { card: next, log } = foldCard(newCard(card), answers);
    const lastAttempt = answers.at(-1)?.attempt ?? null;
    await keepFold(client, learnerId, {
      cards: [{ ...next, seen: Object.fromEntries(tries), lastAttempt }],
      log,
      anew: [card],
    });
  });
}

const choice = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1, maxLength: 3 });
const key = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 2, maxLength: 3 });
const history = fc.array(
  fc.record({ item: fc.constantFrom(...items), choices: choice, minute: fc.integer({ min: 1, max: 5_000 }) }),
  { minLength: 1, maxLength: 12 },
);
const inTime = (given: readonly Given[]) => given.map((one, at) => ({ ...one, minute: at * 5_000 + one.minute }));

test('a history that is graded again stands as it would had it been graded by the newer key from the first', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.tuple(key, key), fc.tuple(key, key), async (given, before, after) => {
      await pool().query(
        'TRUNCATE question_version, attempt, grade, item_state, review_card, review_log, learner CASCADE',
      );
      const [old, now] = [questions(before), questions(after)];
      await publishAll(old);
      const ann = await learnerWith(inTime(given), old);
      await look(ann.learnerId);
      await publishAll(now);
      await regradeAll();
      const ben = await learnerWith(inTime(given), now);
      expect(await standing(ann.learnerId)).toEqual(await standing(ben.learnerId));
      // Done once is done.
      expect(await regradeAll()).toMatchObject({ changes: [] });
    }),
    { numRuns: 25 },
  );
}, 60_000);

describe('a key that was wrong', () => {
  const given: Given[] = [
    { item: items[0] ?? '', choices: ['a', 'b'], minute: 1 },
    { item: items[1] ?? '', choices: ['a', 'b'], minute: 2 },
    { item: items[0] ?? '', choices: ['c', 'd'], minute: 3 },
  ];
  const wrong = questions([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  const mended = questions([
    ['c', 'd'],
    ['a', 'b'],
  ]);

  test('is told before anything is changed: who, from what to what, and why', async () => {
    await publishAll(wrong);
    const ann = await learnerWith(given, wrong);
    await publishAll(mended);
    const dry = await regradeAll([], false);
    expect(dry.changes.map(({ from, to }) => [from.earned / from.possible, to.earned / to.possible])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const said = regradeLines(dry, false).join('\n');
    expect(said).toContain('since key 1: options.a.right: true → absent');
    expect(said).toContain('2 grades of 1 learner change (1 better, 1 worse)');
    expect(said).toContain(`guest ${ann.learnerId.slice(0, 8)}: `);
    for (const table of ['grade', 'audit_event']) expect((await pool().query(`SELECT FROM ${table}`)).rowCount).toBe(0);
  });

  test('leaves the attempts as they were, puts the new grades beside them, and writes down who did it', async () => {
    await publishAll(wrong);
    const ann = await learnerWith(given, wrong);
    const before = await pool().query('SELECT * FROM attempt ORDER BY id');
    await publishAll(mended);
    await regradeAll();
    expect((await pool().query('SELECT * FROM attempt ORDER BY id')).rows).toEqual(before.rows);
    expect(await findAttempt(ann.learnerId, ann.attempts[0] ?? '')).toMatchObject({ earned: 0, keyRevision: 2 });
    expect(await findAttempt(ann.learnerId, ann.attempts[2] ?? '')).toMatchObject({ keyRevision: 2 });
    const { rows } = await pool().query('SELECT actor, action, detail FROM audit_event ORDER BY at');
    expect(rows.map(({ actor, action }) => [actor, action])).toEqual([
      ['tester', 'regrade'],
      ['tester', 'regrade-done'],
    ]);
    expect(rows[1]?.detail).toMatchObject({ answers: 2, changed: 2, learners: 1 });
  });

  test('is told to its learner: when, from what to what, and both grades are in their data', async () => {
    await publishAll(wrong);
    const ann = await learnerWith(given, wrong);
    const [first = '', second = ''] = ann.attempts;
    expect(await correctionsOf(ann.learnerId, first)).toEqual([]);
    await publishAll(mended);
    await regradeAll();
    await publishAll(wrong);
    await regradeAll();
    const told = await correctionsOf(ann.learnerId, first);
    expect(told.map(({ from, to }) => [from.earned / from.possible, to.earned / to.possible])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(told.every(({ at }) => at > new Date('2026-01-02'))).toBe(true);
    // Its key was not touched.
    expect(await correctionsOf(ann.learnerId, second)).toEqual([]);
    const other = await learnerWith([], wrong);
    expect(await correctionsOf(other.learnerId, first)).toEqual([]);

    let text = '';
    for await (const piece of exportLearner(ann.learnerId)) text += piece;
    const { tables } = JSON.parse(text);
    const mine = tables.grade.filter((row: { attempt_id: string }) => row.attempt_id === first);
    expect(mine.map((row: { earned: number; possible: number }) => row.earned / row.possible)).toEqual([0, 1]);
    expect(Date.parse(mine[0].graded_at)).toBe(told[0]?.at.getTime());
    expect(tables.attempt).toHaveLength(given.length);
  });

  test('folds the cards that rested on it anew, and no others', async () => {
    await publishAll(wrong);
    const ann = await learnerWith(given, wrong);
    await look(ann.learnerId);
    const ben = await learnerWith([{ item: items[1] ?? '', choices: ['a', 'b'], minute: 1 }], wrong);
    await look(ben.learnerId);
    await publishAll(mended);
    await regradeAll();
    expect((await keptCards(ann.learnerId)).size).toBe(0);
    expect((await keptCards(ben.learnerId)).size).toBe(1);
    const { rows } = await pool().query('SELECT DISTINCT learner_id FROM review_log');
    expect(rows).toEqual([{ learner_id: ben.learnerId }]);
  });

  test('is not graded again where only the words beside it were edited', async () => {
    await publishAll(wrong);
    await learnerWith(given, wrong);
    await publishAll(
      questions(
        [
          ['a', 'b'],
          ['a', 'b'],
        ],
        { explanation: { en: 'Because.', zh: '因为。' } },
      ),
    );
    expect((await targetsFor([], false)).targets).toEqual([]);
  });

  test("leaves a person's grade alone", async () => {
    await publishAll(wrong);
    const ann = await learnerWith(given.slice(0, 1), wrong);
    await pool().query(
      'INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible, graded_by) VALUES ($1, $2, 0, 0.5, 1, $3)',
      [ann.learnerId, ann.attempts[0], randomUUID()],
    );
    await publishAll(mended);
    const { summaries, changes } = await regradeAll();
    expect(changes).toEqual([]);
    expect(summaries[0]?.kept['by-a-person']).toBe(1);
    expect(await findAttempt(ann.learnerId, ann.attempts[0] ?? '')).toMatchObject({
      earned: 0.5,
      possible: 1,
      keyRevision: 1,
    });
  });

  test('goes on where it was broken off', async () => {
    await publishAll(wrong);
    const learners = await Promise.all(Array.from({ length: 6 }, () => learnerWith(given, wrong)));
    await publishAll(mended);
    const { targets } = await targetsFor([], false);
    let told = 0;
    const broken = regrade({
      targets,
      apply: {
        actor: { name: 'tester' },
        told: () => {
          told += 1;
          if (told === 2) throw new Error('the power went');
        },
      },
    });
    await expect(broken).rejects.toThrow('the power went');
    await expect
      .poll(
        async () =>
          (
            await pool().query('SELECT FROM pg_stat_activity WHERE state = $1 AND datname = current_database()', [
              'idle in transaction',
            ])
          ).rowCount,
      )
      .toBe(0);
    await regradeAll();
    const { rows } = await pool().query('SELECT learner_id, count(*)::int AS grades FROM grade GROUP BY 1');
    expect(rows.length).toBe(learners.length);
    expect(rows.every(({ grades }) => grades === 2)).toBe(true);
  });

  test('is safe beside a second regrade and beside answers that come in', async () => {
    await publishAll(wrong);
    const learners = await Promise.all(Array.from({ length: 5 }, () => learnerWith(given, wrong)));
    await publishAll(mended);
    const version = (await targetsFor([], false)).targets[0]?.key.version ?? '';
    const comesIn = ({ learnerId, sessionId }: TestLearner) =>
      storeAttempts([
        {
          learnerId,
          sessionId,
          id: randomUUID(),
          item: given[0]?.item ?? '',
          version,
          keyRevision: 2,
          response: { choices: ['c', 'd'] },
          earned: 1,
          possible: 1,
          detail: {},
          seq: 9,
          answeredAt: null,
        },
      ]);
    const looks = learners.map(({ learnerId }) => look(learnerId));
    await Promise.all([regradeAll(), ...learners.map(comesIn), regradeAll(), ...looks]);
    const states = await pool().query('SELECT DISTINCT tries, best, last FROM item_state WHERE item = $1', [
      given[0]?.item,
    ]);
    expect(states.rows).toEqual([{ tries: 3, best: 1, last: 1 }]);
    const { rows } = await pool().query('SELECT FROM grade');
    expect(rows.length).toBe(2 * learners.length);
    for (const { learnerId } of learners) {
      const kept = (await keptCards(learnerId)).get(card);
      const { card: fresh } = await standing(learnerId);
      // One that was kept before the last answer came in has not seen it, and is folded further on the next look.
      const seen = Object.values(kept?.seen ?? {}).reduce((sum, tries) => sum + tries, 0);
      if (kept && seen === given.length + 1) expect(kept.recent).toEqual(fresh.recent);
    }
  });
});

test("an earlier wording is graded by today's key only when that is asked for, and still looks as it did", async () => {
  const [item = ''] = items;
  const before = portsQuestion('https', ['a', 'b']);
  const now = portsQuestion('https', ['c', 'd'], { prompt: { en: 'Which ones?', zh: '是哪些？' } });
  const version = await publish(item, before);
  const ann = await learnerWith([{ item, choices: ['c', 'd'], minute: 1 }], new Map([[item, before]]));
  await publish(item, now);
  expect((await regradeAll([item], true)).changes).toEqual([]);
  const { changes } = await regradeAll([item], true, true);
  expect(changes).toMatchObject([{ version, to: { earned: changes[0]?.to.possible } }]);
  expect(await findAttempt(ann.learnerId, ann.attempts[0] ?? '')).toMatchObject({ version, keyRevision: 2 });
  const { rows } = await pool().query('SELECT DISTINCT public_form FROM question_version WHERE version = $1', [
    version,
  ]);
  expect(rows.length).toBe(1);
  expect((await regradeAll([item], true, true)).changes).toEqual([]);
});

test('answers from before a question moved are graded again under the id they were given to', async () => {
  const [old, now] = ['nets/ports/https', 'nets/ports/secure'];
  const before = portsQuestion('https', ['a', 'b']);
  await publish(old, before);
  const ann = await learnerWith([{ item: old, choices: ['c', 'd'], minute: 1 }], new Map([[old, before]]));
  // The prompt of the helper names the id: what is asked is the same.
  const moved = portsQuestion('secure', ['c', 'd'], { prompt: before.prompt, moved: 'https' });
  await publish(now, moved);
  const item: Item = { kind: 'question', id: now, local: 'secure', lesson: 'nets/ports', question: moved };
  const ids = new MovedIds({
    paths: [],
    item: (id) => (id === now ? item : undefined),
    items: () => [item].values(),
    lessonById: () => undefined,
    movedFrom: () => undefined,
  });
  expect((await targetsFor([now], true)).targets).toEqual([]);
  const { targets, incomparable } = await targetsFor([now], true, ids);
  expect(incomparable).toEqual([]);
  const { changes } = await regrade({ targets, apply, ids });
  expect(changes).toMatchObject([{ item: old, from: { earned: 0 }, to: { earned: changes[0]?.to.possible } }]);
  expect(await findAttempt(ann.learnerId, ann.attempts[0] ?? '')).toMatchObject({ item: old, keyRevision: 2 });
});

test('a certificate that would not have been issued is revoked, one that rests on enough else is not', async () => {
  const wrong = questions([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  await publishAll(wrong);
  const [https = '', ssh = ''] = items;
  const right = (item: string, minute: number): Given => ({ item, choices: ['a', 'b'], minute });
  const ann = await learnerWith([right(https, 1), right(https, 2), right(https, 3)], wrong);
  const ben = await learnerWith([right(ssh, 1), right(ssh, 2), right(ssh, 3), right(https, 4)], wrong);
  await testClass([ann.learnerId, ben.learnerId]);
  for (const { learnerId } of [ann, ben])
    await pool().query(
      `INSERT INTO certificate (learner_id, id, path, name, title, objectives, content_version, issued_at)
       VALUES ($1, $2, 'nets', 'Ann', '{}', '[{"lesson":"nets/ports","id":"ports"}]', 'x', '2026-02-01')`,
      [learnerId, randomUUID()],
    );
  await publishAll(
    questions([
      ['c', 'd'],
      ['a', 'b'],
    ]),
  );
  expect((await regradeAll([], false)).certificates).toBe(1);
  expect((await pool().query('SELECT FROM certificate WHERE revoked_at IS NOT NULL')).rowCount).toBe(0);
  expect((await regradeAll()).certificates).toBe(1);
  const { rows } = await pool().query('SELECT learner_id FROM certificate WHERE revoked_at IS NOT NULL');
  expect(rows).toEqual([{ learner_id: ann.learnerId }]);
});
