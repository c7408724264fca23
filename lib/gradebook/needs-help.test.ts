import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activeSince, aheadFrom, middleOf, readInactiveDays, signsOf } from '@/lib/gradebook/needs-help';

const now = new Date('2026-11-24T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const course = { of: 40, middle: 12, inactiveDays: 7 };
const usual = { done: 12, stuck: 0, seenAt: daysAgo(1) };

test('who goes on like the others needs nothing', () => {
  expect(signsOf(usual, course, now)).toEqual([]);
});

test('is inactive from the set number of days on, unless they are through', () => {
  expect(signsOf({ ...usual, seenAt: daysAgo(6.9) }, course, now)).toEqual([]);
  expect(signsOf({ ...usual, seenAt: daysAgo(7) }, course, now)).toEqual([{ kind: 'inactive', days: 7 }]);
  expect(signsOf({ ...usual, done: 40, seenAt: daysAgo(30) }, course, now)).toEqual([{ kind: 'ahead', by: 28 }]);
});

test('is stuck and inactive at once', () => {
  const signs = signsOf({ done: 3, stuck: 2, seenAt: daysAgo(9) }, course, now);
  expect(signs).toEqual([
    { kind: 'stuck', objectives: 2 },
    { kind: 'inactive', days: 9 },
  ]);
});

test('is ahead by a quarter of the checks over the middle, and never in a class without checks', () => {
  expect(aheadFrom(course)).toBe(22);
  expect(signsOf({ ...usual, done: 21 }, course, now)).toEqual([]);
  expect(signsOf({ ...usual, done: 22 }, course, now)).toEqual([{ kind: 'ahead', by: 10 }]);
  expect(signsOf({ ...usual, done: 0 }, { ...course, of: 0, middle: 0 }, now)).toEqual([]);
});

test('the middle is where half of the class has done no more', () => {
  expect(middleOf([])).toBe(0);
  expect(middleOf([{ done: 9, learners: 1 }])).toBe(9);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 1 }), (done) => {
      const middle = middleOf(done.map((one) => ({ done: one, learners: 1 })));
      expect(done.filter((one) => one <= middle).length * 2).toBeGreaterThanOrEqual(done.length);
      expect(done.filter((one) => one < middle).length * 2).toBeLessThan(done.length);
    }),
  );
});

test('who was seen since then is active', () => {
  expect(activeSince({ inactiveDays: 7 }, now)).toEqual(daysAgo(7));
});

test('days are whole and within reason', () => {
  expect(['7', ' 14 ', '120'].map(readInactiveDays)).toEqual([7, 14, 120]);
  for (const text of ['0', '121', '-3', '7.5', 'seven', '', '1e2']) expect(readInactiveDays(text)).toBeUndefined();
});
