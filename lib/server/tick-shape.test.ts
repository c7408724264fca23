import { expect, it } from 'vitest';
import { keepTickShape } from '@/lib/server/tick-shape';

it('holds one object of process.nextTick, the same for the whole process', () => {
  const kept = keepTickShape();
  expect(kept).toHaveProperty('callback');
  expect(keepTickShape()).toBe(kept);
});
