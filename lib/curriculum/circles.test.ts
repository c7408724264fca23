import { expect, test } from 'vitest';
import { circles } from './circles';

const needs = (all: Record<string, string[]>) => new Map(Object.entries(all));

test('what leads nowhere back is no circle, however often it is needed', () => {
  expect(circles(needs({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
  expect(circles(needs({ a: ['gone'] }))).toEqual([]);
});

test('a circle is told once, at the step that closes it', () => {
  expect(circles(needs({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual([
    { from: 'c', needs: 'b', circle: ['b', 'c', 'b'] },
  ]);
  expect(circles(needs({ a: ['a'] }))).toEqual([{ from: 'a', needs: 'a', circle: ['a', 'a'] }]);
});

test('two circles are two', () => {
  expect(circles(needs({ a: ['b'], b: ['a'], c: ['d'], d: ['c'] }))).toHaveLength(2);
});

test('ten thousand in a row are walked through', () => {
  const row = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`l${at}`, [`l${at + 1}`]]));
  expect(circles(needs(row))).toEqual([]);
});
