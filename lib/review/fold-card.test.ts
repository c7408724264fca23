import fc from 'fast-check';
import { default_w, forgetting_curve } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { type Evidence, newCard, type Rating } from './card';
import { foldCard } from './fold-card';
import { scheduleWith } from './schedule';
import { publishedSequences } from './test-published-sequences';

const start = Date.UTC(2026, 10, 23, 12);
const minutes = (count: number) => count * 60_000;

/** Answers to one item, by minutes after noon. */
function answer(at: number, right: boolean, help = 0, item = 'q'): Evidence {
  return { attempt: `${item}${at}`, item, right, help, at: new Date(start + minutes(at)), withheld: false };
}

const ratings = (...answers: Evidence[]): Rating[] =>
  foldCard(newCard('p/l#o'), answers).log.map(({ rating }) => rating);

describe('a rating', () => {
  test('is good for a right answer and again for a wrong one', () => {
    expect(ratings(answer(0, true), answer(1, false))).toEqual(['good', 'again']);
  });

  test('is hard when a hint was taken, and again when the solution was seen', () => {
    expect(ratings(answer(0, true, 1), answer(5, true, 2))).toEqual(['hard', 'again']);
  });

  test('is hard for a right answer within the hour after a wrong one at the same item', () => {
    expect(ratings(answer(0, false), answer(60, true))).toEqual(['again', 'hard']);
    expect(ratings(answer(0, false), answer(61, true))).toEqual(['again', 'good']);
    expect(ratings(answer(0, false), answer(1, true, 0, 'other'))).toEqual(['again', 'good']);
  });

  test('is good once the retry was right', () => {
    expect(ratings(answer(0, false), answer(1, true), answer(2, true))).toEqual(['again', 'hard', 'good']);
  });

  test('does not follow from an answer whose score may not be seen', () => {
    const { card, log } = foldCard(newCard('p/l#o'), [{ ...answer(0, true), withheld: true }]);
    expect({ card, log }).toEqual({ card: newCard('p/l#o'), log: [] });
  });
});

describe('the schedule', () => {
  const { retrievability, stabilityAfter, rate } = scheduleWith();
  const known = foldCard(newCard('p/l#o'), [answer(0, true), answer(6_000, true)]).card;

  test('forgets along the curve of FSRS', () => {
    for (const days of [0, 1, 9, 100, 4_000]) {
      const then = new Date((known.lastReview?.getTime() ?? 0) + days * 86_400_000);
      expect(retrievability(known, then)).toBeCloseTo(forgetting_curve(default_w, days, known.stability), 7);
    }
  });

  test('foretells the stability that a rating leaves', () => {
    for (const rating of ['again', 'hard', 'good'] as const) {
      const at = new Date(start + minutes(30_000));
      expect(stabilityAfter(known, rating, at)).toBe(rate(known, rating, at).next.stability);
    }
  });
});

describe('a card', () => {
  test.each(publishedSequences)('goes through the sequence that ts-fsrs publishes: $name', (published) => {
    const by = scheduleWith(published.w);
    let card = newCard('p/l#o');
    let at = new Date(published.from);
    const intervals: number[] = [];
    const stabilities: number[] = [];
    const difficulties: number[] = [];
    for (const rating of published.ratings) {
      const { next, scheduledDays } = by.rate(card, rating, at);
      intervals.push(scheduledDays);
      stabilities.push(next.stability);
      difficulties.push(next.difficulty);
      at = next.due ?? at;
      card = next;
    }
    expect(intervals).toEqual(published.intervals);
    expect(stabilities).toEqual(published.stabilities);
    expect(difficulties).toEqual(published.difficulties);
  });

  test('is the same whether its answers are folded at once or in any pieces', () => {
    const answers = fc.array(
      fc.record({ gap: fc.nat(200_000), right: fc.boolean(), help: fc.nat(2), item: fc.constantFrom('a', 'b', 'c') }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(answers, fc.nat(30), (given, cut) => {
        let at = 0;
        const all = given.map(({ gap, right, help, item }) => {
          at += gap;
          return answer(at, right, help, item);
        });
        const whole = foldCard(newCard('p/l#o'), all);
        const first = foldCard(newCard('p/l#o'), all.slice(0, cut));
        const second = foldCard(first.card, all.slice(cut));
        expect(second.card).toEqual(whole.card);
        expect([...first.log, ...second.log]).toEqual(whole.log);
      }),
    );
  });

  test('is never due on the day it was answered, and never fails when the clock is set back', () => {
    const answers = [answer(0, true), answer(-3_000, false), answer(10, true)];
    const { card, log } = foldCard(newCard('p/l#o'), answers);
    expect(log.every(({ scheduledDays }) => scheduledDays >= 1)).toBe(true);
    expect(card.reps).toBe(3);
  });

  test('remembers the last four answers, and which items were missed last', () => {
    const { card } = foldCard(newCard('p/l#o'), [
      answer(0, true),
      answer(1, false),
      answer(2, true),
      answer(3, true),
      answer(4, false, 0, 'other'),
    ]);
    expect(card.recent).toEqual([0, 1, 1, 0]);
    expect(Object.keys(card.missed)).toEqual(['other']);
  });
});
