import { expect, test } from 'vitest';
import { restAfter } from '@/lib/gradebook/keep-folding';

test('takes a twelfth of the time while there is work, and looks every two seconds when there is none', () => {
  expect(restAfter(100, false)).toBe(1_100);
  expect(restAfter(5, true)).toBe(2_000);
  expect(restAfter(1_000, true)).toBe(11_000);
});
