import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWallTime, shiftedDays, wallTimeOf } from './wall-time';

const zones = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Sydney',
  // Half an hour of summer time.
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
] as const;
const zone = fc.constantFrom(...zones);
const minute = 60_000;
const moment = fc
  .integer({ min: Date.UTC(2020, 0, 1) / minute, max: Date.UTC(2040, 0, 1) / minute })
  .map((minutes) => new Date(minutes * minute));

/** Where a zone's clocks are changed, to the minute, and by how much they jump. */
const jumps = [
  {
    zone: 'Europe/Berlin',
    skipped: '2026-03-29T02:30',
    next: '2026-03-29T03:00',
    twice: '2026-10-25T02:30',
    apart: 60,
  },
  {
    zone: 'America/New_York',
    skipped: '2026-03-08T02:00',
    next: '2026-03-08T03:00',
    twice: '2026-11-01T01:59',
    apart: 60,
  },
  {
    zone: 'Australia/Sydney',
    skipped: '2026-10-04T02:15',
    next: '2026-10-04T03:00',
    twice: '2026-04-05T02:00',
    apart: 60,
  },
  {
    zone: 'Australia/Lord_Howe',
    skipped: '2026-10-04T02:10',
    next: '2026-10-04T02:30',
    twice: '2026-04-05T01:45',
    apart: 30,
  },
  {
    zone: 'America/Santiago',
    skipped: '2026-09-06T00:30',
    next: '2026-09-06T01:00',
    twice: '2026-04-04T23:30',
    apart: 60,
  },
] as const;

describe('the time on a wall', () => {
  test('names a moment that shows the same time on the wall, for every zone and moment', () => {
    fc.assert(
      fc.property(moment, zone, (at, where) => {
        const wall = wallTimeOf(at, where);
        const found = (['earlier', 'later'] as const).map((which) => readWallTime(wall, where, which));
        const moments = found.map((one) => (one.kind === 'time' ? one.at.getTime() : Number.NaN));
        expect(moments).toContain(at.getTime());
        if (found[0]?.kind === 'time' && !found[0].isTwice) expect(moments[0]).toBe(moments[1]);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(jumps)('$zone: knows the time that is skipped and the one that is there twice', (jump) => {
    const skipped = readWallTime(jump.skipped, jump.zone);
    if (skipped.kind !== 'skipped') throw new Error(skipped.kind);
    expect(wallTimeOf(skipped.next, jump.zone)).toBe(jump.next);
    const [earlier, later] = (['earlier', 'later'] as const).map((which) => readWallTime(jump.twice, jump.zone, which));
    if (earlier?.kind !== 'time' || later?.kind !== 'time') throw new Error('expected a time');
    expect(earlier.isTwice && later.isTwice).toBe(true);
    expect(later.at.getTime() - earlier.at.getTime()).toBe(jump.apart * minute);
  });

  test('is read as the zone’s offset of that day says', () => {
    const read = (text: string, where: string) => {
      const found = readWallTime(text, where);
      return found.kind === 'time' ? found.at.toISOString() : found.kind;
    };
    expect(read('2026-07-01T23:59', 'Europe/Berlin')).toBe('2026-07-01T21:59:00.000Z');
    expect(read('2026-12-01T23:59', 'Europe/Berlin')).toBe('2026-12-01T22:59:00.000Z');
    expect(read('2026-07-01T09:00', 'Australia/Sydney')).toBe('2026-06-30T23:00:00.000Z');
    expect(read('2026-01-01T09:00', 'Australia/Sydney')).toBe('2025-12-31T22:00:00.000Z');
    expect(read('2026-12-01T08:00:30', 'Asia/Shanghai')).toBe('2026-12-01T00:00:00.000Z');
  });

  test.each([
    '',
    'tomorrow',
    '2026-02-30T10:00',
    '2026-13-01T10:00',
    '2026-01-01T24:00',
    '0026-01-01T10:00',
    '2026-01-01',
  ])('“%s” cannot be read', (text) => expect(readWallTime(text, 'UTC').kind).toBe('unreadable'));
});

describe('the same time of day some days later', () => {
  test('stays the same on the wall over a change of the clocks', () => {
    const due = new Date('2026-03-23T22:59:00Z');
    expect(wallTimeOf(due, 'Europe/Berlin')).toBe('2026-03-23T23:59');
    expect(wallTimeOf(shiftedDays(due, 7, 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-30T23:59');
    expect(wallTimeOf(shiftedDays(due, 7, 'Europe/Berlin', 'Australia/Sydney'), 'Australia/Sydney')).toBe(
      '2026-03-30T23:59',
    );
  });

  test('goes back to where it was, but for times that are skipped or there twice', () => {
    fc.assert(
      fc.property(moment, zone, fc.integer({ min: -400, max: 400 }), (at, where, days) => {
        const shifted = shiftedDays(at, days, where);
        const isPlain = (one: Date) => {
          const read = readWallTime(wallTimeOf(one, where), where);
          return read.kind === 'time' && !read.isTwice;
        };
        const wanted = new Date(Date.parse(`${wallTimeOf(at, where)}Z`) + days * 86_400_000).toISOString().slice(0, 16);
        if (wallTimeOf(shifted, where) === wanted && isPlain(at) && isPlain(shifted))
          expect(shiftedDays(shifted, -days, where)).toEqual(at);
        else expect(readWallTime(wanted, where).kind === 'skipped' || !isPlain(at) || !isPlain(shifted)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
