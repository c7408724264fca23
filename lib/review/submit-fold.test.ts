import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { testLearner } from '@/lib/attempts/test-learner-store';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { keptCards } from './card-store';
import { scheduleWith } from './schedule';
import { freshCards } from './submit-fold';
import { isReviewable, type TaughtCard, taughtCards } from './taught-cards';
import { gradeLate, seedAnswer } from './test-answers-store';
import { publishedSequences } from './test-published-sequences';

withTestDatabase();

let taught: ReadonlyMap<string, TaughtCard>;
/** Two cards, with two items each. */
let cards: TaughtCard[];

beforeAll(async () => {
  taught = taughtCards(await curriculum());
  cards = [...taught.values()].filter(({ items }) => items.filter(isReviewable).length > 1).slice(0, 2);
});

async function look(learnerId: string, by?: ReturnType<typeof scheduleWith>) {
  const { rows } = await pool().query<{ item: string; tries: number }>(
    'SELECT item, tries FROM item_state WHERE learner_id = $1',
    [learnerId],
  );
  return freshCards(
    learnerId,
    taught,
    await keptCards(learnerId),
    new Map(rows.map((row) => [row.item, row.tries])),
    by,
  );
}

async function rowsOf(learnerId: string) {
  const read = async (text: string) => (await pool().query(text, [learnerId])).rows;
  return {
    cards: await read('SELECT * FROM review_card WHERE learner_id = $1 ORDER BY card'),
    log: await read('SELECT * FROM review_log WHERE learner_id = $1 ORDER BY attempt_id'),
  };
}

async function throwAway(learnerId: string) {
  await pool().query('DELETE FROM review_card WHERE learner_id = $1', [learnerId]);
  await pool().query('DELETE FROM review_log WHERE learner_id = $1', [learnerId]);
}

describe('the fold in the database', () => {
  test('thrown away and rebuilt gives equal rows, whenever the learner looked and however late grades came', async () => {
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('answer' as const),
          item: fc.nat(3),
          earned: fc.constantFrom(0, 0.5, 1),
          help: fc.nat(2),
          minutes: fc.nat(100_000),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('deferred' as const), item: fc.nat(3), minutes: fc.nat(5_000) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('grade' as const), earned: fc.constantFrom(0, 1, null) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { learnerId } = await testLearner();
        const items = cards.flatMap((card) =>
          card.items
            .filter(isReviewable)
            .slice(0, 2)
            .map(({ id }) => id),
        );
        const waiting: { attempt: string; item: string }[] = [];
        let at = Date.UTC(2026, 0, 1);
        for (const one of steps) {
          if (one.kind === 'answer' || one.kind === 'deferred') {
            at += one.minutes * 60_000;
            const item = items[one.item % items.length] ?? '';
            const given = { learnerId, item, at: new Date(at), earned: one.kind === 'answer' ? one.earned : null };
            const attempt = await seedAnswer({ ...given, help: one.kind === 'answer' ? one.help : 0 });
            if (one.kind === 'deferred') waiting.push({ attempt, item });
          } else if (one.kind === 'grade') {
            const late = waiting.shift();
            if (late) await gradeLate({ learnerId, ...late, earned: one.earned });
          } else await look(learnerId);
        }
        await look(learnerId);
        const kept = await rowsOf(learnerId);
        await throwAway(learnerId);
        await look(learnerId);
        expect(await rowsOf(learnerId)).toEqual(kept);
      }),
      { numRuns: 40 },
    );
  });

  test.each(publishedSequences)('reproduces the sequence that ts-fsrs publishes: $name', async (published) => {
    const by = scheduleWith(published.w);
    const { learnerId } = await testLearner();
    const [card] = cards;
    const item = card?.items.find(isReviewable)?.id ?? '';
    let at = new Date(published.from);
    const states: { stability: number; difficulty: number }[] = [];
    for (const rating of published.ratings) {
      // Answers lie a day apart at least, so that none is a retry.
      await seedAnswer({ learnerId, item, at, earned: rating === 'again' ? 0 : 1, help: rating === 'hard' ? 1 : 0 });
      const now = (await look(learnerId, by)).get(card?.id ?? '');
      states.push({ stability: now?.stability ?? 0, difficulty: now?.difficulty ?? 0 });
      at = now?.due ?? at;
    }
    expect(states.map(({ stability }) => stability)).toEqual(published.stabilities);
    expect(states.map(({ difficulty }) => difficulty)).toEqual(published.difficulties);
    const { log } = await rowsOf(learnerId);
    const inOrder = log.sort((a, b) => a.reviewed_at - b.reviewed_at);
    expect(inOrder.map(({ scheduled_days }) => scheduled_days)).toEqual(published.intervals);
    expect(inOrder.map(({ rating }) => rating)).toEqual(published.ratings);
  });

  test('writes nothing when nothing is new', async () => {
    const { learnerId } = await testLearner();
    await seedAnswer({ learnerId, item: cards[0]?.items[0]?.id ?? '', at: new Date(), earned: 1, help: 0 });
    await look(learnerId);
    const stamps = () => pool().query('SELECT xmin FROM review_card WHERE learner_id = $1', [learnerId]);
    const before = (await stamps()).rows;
    await look(learnerId);
    expect((await stamps()).rows).toEqual(before);
  });

  test('looked at by twenty readers at once is folded once', async () => {
    const { learnerId } = await testLearner();
    const item = cards[0]?.items[0]?.id ?? '';
    for (let day = 0; day < 5; day += 1)
      await seedAnswer({ learnerId, item, at: new Date(Date.UTC(2026, 0, 1 + day)), earned: day % 2, help: 0 });
    await Promise.all(Array.from({ length: 20 }, () => look(learnerId)));
    const { cards: kept, log } = await rowsOf(learnerId);
    expect(kept).toMatchObject([{ reps: 5, seen: { [item]: 5 } }]);
    expect(log).toHaveLength(5);
  });

  test('an item that comes to count for another objective takes its answers there', async () => {
    const { learnerId } = await testLearner();
    const [one, other] = cards;
    const moved = one?.items.find(isReviewable);
    if (!one || !other || !moved) throw new Error('two cards are needed');
    await seedAnswer({ learnerId, item: moved.id, at: new Date(), earned: 0, help: 0 });
    await look(learnerId);
    const before = taught;
    taught = new Map([
      [one.id, { ...one, items: one.items.filter((item) => item !== moved) }],
      [other.id, { ...other, items: [...other.items, moved] }],
    ]);
    await look(learnerId);
    taught = before;
    const { cards: kept, log } = await rowsOf(learnerId);
    expect(kept.find(({ card }) => card === one.id)).toMatchObject({ reps: 0, seen: {} });
    expect(log).toMatchObject([{ card: other.id }]);
  });

  test('keeps nothing of a learner who is gone', async () => {
    const learnerId = randomUUID();
    await seedAnswer({ learnerId, item: cards[0]?.items[0]?.id ?? '', at: new Date(), earned: 1, help: 0 });
    await look(learnerId);
    expect(await rowsOf(learnerId)).toEqual({ cards: [], log: [] });
  });
});
