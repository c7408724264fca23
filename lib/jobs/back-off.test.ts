import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askedSeconds, backOffSeconds } from '@/lib/jobs/back-off';

test('waits longer after each try, up to six hours', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 20].map((number) => backOffSeconds(number, 0))).toEqual([
    10, 40, 160, 640, 2_560, 10_240, 21_600, 21_600,
  ]);
});

test('chance shortens a wait by no more than half', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (number, chance) => {
      const [whole, given] = [backOffSeconds(number, 0), backOffSeconds(number, chance)];
      expect(given).toBeLessThanOrEqual(whole);
      expect(given).toBeGreaterThanOrEqual(whole / 2);
    }),
  );
});

test('who asks to be left alone is left alone that long, and for a day at most', () => {
  expect(askedSeconds(30, 0)).toBe(30);
  expect(askedSeconds(30, 1)).toBeCloseTo(33);
  expect(askedSeconds(-5, 0)).toBe(1);
  expect(askedSeconds(1e9, 0)).toBe(86_400);
});
