import { expect, test } from 'vitest';
import { chanceOfAtLeast } from './chance';

test('four of four guesses among four options come true once in 256 times', () => {
  expect(chanceOfAtLeast(4, [0.25, 0.25, 0.25, 0.25])).toBeCloseTo(1 / 256, 12);
  expect(chanceOfAtLeast(5, Array(6).fill(0.25))).toBeCloseTo((6 * 3 + 1) / 4096, 12);
});

test('guesses of different chances are reckoned one by one', () => {
  expect(chanceOfAtLeast(1, [0.5, 0.25])).toBeCloseTo(1 - 0.5 * 0.75, 12);
  expect(chanceOfAtLeast(2, [0.5, 0.25])).toBeCloseTo(0.125, 12);
});

test('none at least is certain, more than there are is impossible', () => {
  expect(chanceOfAtLeast(0, [0.5])).toBeCloseTo(1, 12);
  expect(chanceOfAtLeast(2, [0.5])).toBe(0);
});
