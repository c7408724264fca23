import fc from 'fast-check';
import { expect, test } from 'vitest';
import { didYouMean, editDistance } from './did-you-mean';

test('proposes the nearest candidate', () => {
  expect(didYouMean('propmt', ['kind', 'prompt', 'options'])).toBe('prompt');
  expect(didYouMean('Quizz', ['Quiz', 'Task'])).toBe('Quiz');
  expect(didYouMean('quiz', ['Quiz', 'Task'])).toBe('Quiz');
});

test('proposes nothing when nothing is near', () => {
  expect(didYouMean('colour', ['kind', 'prompt'])).toBeUndefined();
  expect(didYouMean('ab', ['xy'])).toBeUndefined();
});

test('a swap of neighbours is one mistake', () => {
  expect(editDistance('propmt', 'prompt')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
});

test('distance is 0 only to itself, symmetric, and never more than the longer text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
    }),
  );
});
