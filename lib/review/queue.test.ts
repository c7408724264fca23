import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { type Card, newCard } from './card';
import { dayNumber } from './day';
import { comeBack, dueCalendar, expectedRetention } from './outlook';
import { asQueued, drawItem, dueBy, type KnownCard, knownCards, type Queued, total, withinMinutes } from './queue';
import { reviewRun } from './review-run';
import { isReviewable, type TaughtCard, taughtCards } from './taught-cards';

const now = new Date('2026-11-23T12:00:00Z');
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
const today = dayNumber(now, 'UTC');

let taught: TaughtCard[];

beforeAll(async () => {
  taught = [...taughtCards(await curriculum()).values()].filter(({ items }) => items.some(isReviewable));
});

function card(id: string, stability: number, lastReview: number, due: number): Card {
  return { ...newCard(id), stability, difficulty: 5, reps: 1, lastReview: day(lastReview), due: day(due) };
}

function known(at: number, stability = 5, lastReview = -5, due = 0): KnownCard {
  const one = taught[at % taught.length];
  if (!one) throw new Error('nothing is taught');
  return { taught: one, card: card(one.id, stability, lastReview, due) };
}

function queued(count: number, minutes: (n: number) => number, stability = (n: number) => n + 1): Queued[] {
  return asQueued(
    Array.from({ length: count }, (_, n) => known(n, stability(n), -10)),
    new Map(),
    now,
  ).map((one, n) => ({ ...one, minutes: minutes(n) }));
}

describe('a card is due', () => {
  test('on its day, whatever the hour, and on every day after', () => {
    const cards = [known(0, 5, -5, 0.4), known(1, 5, -5, -3), known(2, 5, -5, 1)];
    expect(dueBy(cards, today, 'UTC')).toEqual(cards.slice(0, 2));
  });

  test('only when it was answered once and is still taught', () => {
    const [one] = taught;
    const cards = new Map([['gone/lesson#objective', card('gone/lesson#objective', 5, -5, 0)]]);
    if (one) cards.set(one.id, newCard(one.id));
    expect(knownCards(new Map(taught.map((each) => [each.id, each])), cards)).toEqual([]);
  });
});

describe('a card asks', () => {
  test('what was not seen for longest, and what was never seen first of all', () => {
    const one = taught.find(({ items }) => items.filter(isReviewable).length > 1);
    const [first, second, ...others] = one?.items.filter(isReviewable) ?? [];
    if (!one || !first || !second) throw new Error('a card with two items is needed');
    const seen = new Map(others.map((item) => [item.id, day(-1)]));
    expect(drawItem(one, seen)).toBe(first);
    expect(drawItem(one, seen.set(first.id, day(-9)))).toBe(second);
    expect(drawItem(one, seen.set(second.id, day(-4)))).toBe(first);
  });

  test('nothing that is kept for assignments, and nothing that no machine grades', () => {
    for (const { items } of taught) {
      for (const item of items.filter(isReviewable)) {
        if (item.kind === 'question') expect([item.question.use, item.question.kind]).not.toContain('assessed');
      }
    }
  });
});

describe('a day of review', () => {
  test('holds everything when that fits, what is least likely to be known first', () => {
    const due = queued(4, () => 1);
    const queue = withinMinutes(due, 4, now);
    expect(queue).toHaveLength(4);
    const chances = queue.map(({ retrievability }) => retrievability);
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
  });

  test('never takes more than its minutes, but for one review that is longer by itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 20 }),
        (minutes, budget) => {
          const queue = withinMinutes(
            queued(minutes.length, (n) => minutes[n] ?? 1),
            budget,
            now,
          );
          expect(total(queue) <= budget || queue.length === 1).toBe(true);
          if (budget > 0 && minutes.length > 0) expect(queue.length).toBeGreaterThan(0);
          if (budget === 0) expect(queue).toEqual([]);
        },
      ),
    );
  });
});

describe('the outlook', () => {
  test('counts what is overdue today', () => {
    expect(dueCalendar([known(0, 5, -5, -9), known(1, 5, -5, 0), known(2, 5, -5, 2)], today, 4, 'UTC')).toEqual([
      2, 0, 1, 0,
    ]);
  });

  test('expects to know less when nothing is reviewed, and says nothing of nothing', () => {
    const cards = [known(0), known(1, 40)];
    const [later, soon] = [expectedRetention(cards, now, 30) ?? 1, expectedRetention(cards, now, 0) ?? 0];
    expect(later).toBeLessThan(soon);
    expect(soon).toBeLessThanOrEqual(1);
    expect(expectedRetention([], now, 0)).toBeNull();
  });

  test('spreads a backlog over days, all of it, within the minutes', () => {
    const plan = comeBack(
      queued(7, () => 4),
      [7, 0, 2, 0],
      10,
      now,
    );
    // Two a day, and on the third day two more fall due, of a minute each.
    expect(plan).toMatchObject({ cards: 7, minutes: 28, caughtUp: true });
    expect(plan?.days.reduce((sum, count) => sum + count, 0)).toBe(9);
    expect(plan?.days[0]).toBe(2);
  });

  test('makes no plan for what fits in today, and says when it can never be caught up', () => {
    expect(
      comeBack(
        queued(3, () => 3),
        [],
        9,
        now,
      ),
    ).toBeNull();
    const flood = Array.from({ length: 60 }, () => 11);
    expect(
      comeBack(
        queued(7, () => 2),
        flood,
        10,
        now,
      ),
    ).toMatchObject({ caughtUp: false });
  });
});

describe('a run through a deck', () => {
  test('puts off what is put off, in its order, and keeps that in its address', () => {
    const queue = queued(3, () => 1);
    const [a, b, c] = queue.map(({ item }) => item);
    const decks = { queue, mistakes: [], tries: new Map() };
    const run = reviewRun({});
    expect(run.order(decks)).toEqual([a, b, c]);
    const address = new URL(run.href('/en/review', a?.id), 'http://x');
    const after = reviewRun({ later: address.searchParams.getAll('later') });
    expect(after.order(decks)).toEqual([b, c, a]);
    expect(after.current(decks)).toMatchObject({ item: b, left: 3 });
  });

  test('takes any address: what is not in the deck is no matter', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('deck', 'later', 'beyond', 'x'), fc.oneof(fc.string(), fc.array(fc.string()))),
        (asked) => {
          const queue = queued(2, () => 1);
          expect(
            reviewRun(asked).order({ queue, mistakes: queue.map(({ item }) => item), tries: new Map() }),
          ).toHaveLength(2);
        },
      ),
    );
  });
});
