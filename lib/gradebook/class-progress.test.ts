import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dailyBars, mondayOf, plusDays, spreadBars, weeklyBars } from '@/lib/gradebook/class-progress';

test('weeks begin on Monday, over the turn of a year too', () => {
  expect(mondayOf('2026-11-24')).toBe('2026-11-23');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(mondayOf('2027-01-03')).toBe('2026-12-28');
  expect(plusDays('2026-02-28', 1)).toBe('2026-03-01');
});

test('a day on which nothing was has a bar of nothing', () => {
  expect(dailyBars('2026-11-22', '2026-11-24', new Map([['2026-11-23', 4]]))).toEqual([
    { from: '2026-11-22', count: 0 },
    { from: '2026-11-23', count: 4 },
    { from: '2026-11-24', count: 0 },
  ]);
  const days = [
    { day: '2026-11-22', count: 1 },
    { day: '2026-11-23', count: 2 },
  ];
  expect(weeklyBars('2026-11-20', '2026-11-24', days)).toEqual([
    { from: '2026-11-16', count: 1 },
    { from: '2026-11-23', count: 2 },
  ]);
});

test('every learner stands in one bar of the spread', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 30 }),
      fc.array(fc.record({ done: fc.nat({ max: 40 }), learners: fc.nat() })),
      (of, spread) => {
        const all = spread.reduce((sum, { learners }) => sum + learners, 0);
        expect(spreadBars(of, spread).reduce((sum, { learners }) => sum + learners, 0)).toBe(all);
      },
    ),
  );
  const bars = spreadBars(
    10,
    [0, 1, 5, 10].map((done) => ({ done, learners: done + 1 })),
  );
  expect(bars.map(({ learners }) => learners)).toEqual([1, 0, 2, 0, 0, 0, 6, 0, 0, 0, 0, 11]);
});
