import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOver, type SeenRun, visibilityOf } from './visibility';

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const run = (more: Partial<SeenRun> = {}): SeenRun => ({
  kind: 'graded',
  feedback: 'now',
  tries: 2,
  acceptsUntil: at('14:00'),
  handedInAt: null,
  endsAt: at('14:00'),
  ...more,
});
const wrong = { isRight: false, gaveUp: false, turn: 1 };
const all = { score: true, feedback: true, explanation: true };
const none = { score: false, feedback: false, explanation: false };
const tried = { score: true, feedback: true, explanation: false };

describe('in practice', () => {
  test.each([
    ['a wrong answer', { ...wrong, turn: null }, tried],
    ['a right one', { isRight: true, gaveUp: false, turn: null }, all],
    ['who gave up', { isRight: false, gaveUp: true, turn: null }, all],
  ])('%s is told at once, and explained only when nothing is left to find', (_, attempt, seen) => {
    expect(visibilityOf(attempt, null, at('12:00'))).toEqual(seen);
  });
});

describe('in a run', () => {
  test.each<[string, Partial<SeenRun>, string, object, object]>([
    ['now: a first wrong try', {}, '12:00', wrong, tried],
    ['now: the last try', {}, '12:00', { ...wrong, turn: 2 }, all],
    ['now: a right one', {}, '12:00', { ...wrong, isRight: true }, all],
    ['now: a first try, after handing in', { handedInAt: at('11:00') }, '12:00', wrong, all],
    ['after due: before', { feedback: 'after-due' }, '13:59', { ...wrong, isRight: true }, none],
    ['after due: handed in early', { feedback: 'after-due', handedInAt: at('11:00') }, '12:00', wrong, none],
    ['after due: after', { feedback: 'after-due' }, '14:01', wrong, all],
    [
      'after due: own time is over, the work is not',
      { feedback: 'after-due', acceptsUntil: at('12:00') },
      '13:00',
      wrong,
      none,
    ],
    ['never', { feedback: 'never' }, '23:00', wrong, none],
    [
      'at the end: while open',
      { kind: 'door', feedback: 'at-end', acceptsUntil: null, endsAt: null },
      '23:00',
      wrong,
      none,
    ],
    [
      'at the end: handed in',
      { kind: 'door', feedback: 'at-end', acceptsUntil: null, endsAt: null, handedInAt: at('12:00') },
      '12:01',
      wrong,
      all,
    ],
  ])('%s', (_, more, time, attempt, seen) => {
    expect(visibilityOf({ ...wrong, ...attempt }, run(more), at(time))).toEqual(seen);
  });

  test('nothing that was told is taken back as time goes on, and no explanation comes without its score', () => {
    const times = fc
      .integer({ min: 0, max: 1_000_000 })
      .map((second) => new Date(at('12:00').getTime() + second * 1_000));
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom('graded' as const, 'timed' as const),
          feedback: fc.constantFrom('now' as const, 'after-due' as const, 'never' as const, 'at-end' as const),
          tries: fc.integer({ min: 1, max: 5 }),
          acceptsUntil: fc.option(times),
          handedInAt: fc.constant(null),
          endsAt: fc.option(times),
        }),
        fc.record({ isRight: fc.boolean(), gaveUp: fc.constant(false), turn: fc.integer({ min: 1, max: 5 }) }),
        times,
        times,
        (any, attempt, one, other) => {
          const [earlier, later] = one < other ? [one, other] : [other, one];
          const [before, then] = [visibilityOf(attempt, any, earlier), visibilityOf(attempt, any, later)];
          for (const what of ['score', 'feedback', 'explanation'] as const)
            if (before[what]) expect(then[what]).toBe(true);
          if (then.explanation) expect(then.score).toBe(true);
        },
      ),
    );
  });
});

test('a run is over when it was handed in or its time is up, the network’s seconds included', () => {
  expect(isOver(run(), at('14:00'))).toBe(false);
  expect(isOver(run(), new Date(at('14:00').getTime() + 1))).toBe(true);
  expect(isOver(run({ handedInAt: at('10:00') }), at('12:00'))).toBe(true);
  expect(isOver(run({ acceptsUntil: null }), at('23:59'))).toBe(false);
});
