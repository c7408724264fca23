import { expect, test } from 'vitest';
import { dateOf, dayNumber, isZone, startOfDay } from './day';

const iso = (day: number) => dateOf(day).toISOString().slice(0, 10);

test('a day begins where the learner lives', () => {
  const at = new Date('2026-11-23T20:00:00Z');
  expect(iso(dayNumber(at, 'UTC'))).toBe('2026-11-23');
  expect(iso(dayNumber(at, 'Asia/Shanghai'))).toBe('2026-11-24');
  expect(iso(dayNumber(at, 'America/Los_Angeles'))).toBe('2026-11-23');
});

test.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu'])(
  'the moment before a day begins belongs to the day before, also when clocks change: %s',
  (zone) => {
    const first = dayNumber(new Date('2026-01-01T12:00:00Z'), zone);
    for (let day = first; day < first + 366; day += 1) {
      const start = startOfDay(day, zone);
      expect(dayNumber(start, zone)).toBe(day);
      expect(dayNumber(new Date(start.getTime() - 1), zone)).toBe(day - 1);
    }
  },
);

test('a zone is one that this machine knows', () => {
  expect(isZone('Asia/Shanghai')).toBe(true);
  expect(isZone('Moon/Tranquility')).toBe(false);
});
