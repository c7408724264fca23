import { expect, it } from 'vitest';
import { advisoryTime } from './sent-answers';

it('keeps the time a browser says, in one form', () => {
  expect(advisoryTime('2026-11-23T08:00:00+08:00')).toBe('2026-11-23T00:00:00.000Z');
});

it.each([undefined, '0000-01-01T00:00:00Z', '1970-01-01T00:00:00Z', 'never'])(
  'keeps no time that means nothing: %s',
  (time) => {
    expect(advisoryTime(time)).toBeNull();
  },
);
