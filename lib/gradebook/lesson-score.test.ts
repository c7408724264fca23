import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCounts, countsOf, printCounts, readCounts } from '@/lib/gradebook/counts';
import { type CountedAnswer, type LessonScore, lessonScore, sumUp } from '@/lib/gradebook/lesson-score';
import { packScore, unpackScore } from '@/lib/gradebook/packed-score';

const lesson = {
  checks: new Set(['a', 'b']),
  objectives: new Map([
    ['a', 'one'],
    ['b', 'one'],
    ['c', 'two'],
  ]),
};
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
let minute = 0;

function answered(local: string, share: number | null, more: Partial<CountedAnswer> = {}): CountedAnswer {
  minute += 1;
  return {
    local,
    earned: share,
    possible: 1,
    waiting: share === null,
    withheld: false,
    help: 0,
    receivedAt: new Date(Date.UTC(2026, 10, 24, 0, minute)),
    before: null,
    chosen: [],
    misconception: undefined,
    landmark: undefined,
    ...more,
  };
}

function scored(...answers: CountedAnswer[]): LessonScore {
  const score = lessonScore(answers, lesson, dayOf);
  if (!score) throw new Error('nothing was answered');
  return score;
}

test('the first graded answer is the first: what waits for a grade is not', () => {
  const { items } = scored(answered('a', null), answered('a', 0.5, { help: 1 }), answered('a', 1), answered('a', 0));
  expect(items.get('a')).toMatchObject({
    first: 500_000,
    best: 1_000_000,
    last: 0,
    tries: 3,
    waiting: 1,
    help: 1,
    helped: 1,
  });
});

test('is completed on the day on which the last check was right for the first time', () => {
  const late = { receivedAt: new Date('2026-12-01T10:00:00Z') };
  expect(scored(answered('a', 1), answered('b', 0.5)).completedOn).toBeNull();
  expect(scored(answered('a', 1), answered('b', 1, late), answered('b', 1)).completedOn).toBe('2026-12-01');
  expect(sumUp(scored(answered('a', 1), answered('c', 1)), lesson)).toMatchObject({
    done: 1,
    share: 1_000_000,
    tries: 2,
  });
});

test('is stuck after three failures on one objective, whatever the item, until something about it is right', () => {
  const three = [answered('a', 0), answered('b', 0.9), answered('a', 0)];
  expect([...scored(...three.slice(0, 2)).stuck]).toEqual([]);
  expect([...scored(...three).stuck]).toEqual([['one', 3]]);
  expect([...scored(...three, answered('c', 1)).stuck]).toEqual([['one', 3]]);
  expect([...scored(...three, answered('b', 1)).stuck]).toEqual([]);
});

test('a thought is no longer than half an hour', () => {
  const receivedAt = new Date('2026-11-24T10:00:00Z');
  const seconds = (before: string | null) =>
    scored(answered('a', 1, { receivedAt, before: before === null ? null : new Date(before) })).items.get('a')?.seconds;
  expect(seconds('2026-11-24T09:59:18Z')).toBe(42);
  expect(seconds('2026-11-24T09:29:59Z')).toBeNull();
  expect(seconds(null)).toBeNull();
});

const anyAnswer = fc
  .record({
    local: fc.constantFrom('a', 'b', 'c', '__proto__', '7'),
    share: fc.constantFrom(0, 1 / 3, 1, null),
    help: fc.nat({ max: 2 }),
    withheld: fc.boolean(),
    chosen: fc.array(fc.constantFrom('x', 'y', 'p>1'), { maxLength: 3 }),
    misconception: fc.option(fc.constantFrom('odd', 'even'), { nil: undefined }),
    landmark: fc.option(fc.constantFrom('start', 'end'), { nil: undefined }),
  })
  .map(({ local, share, ...more }) => answered(local, share, more));
const anyScore = fc.array(anyAnswer, { minLength: 1, maxLength: 12 }).map((answers) => scored(...answers));

test('what is kept is what was scored', () => {
  fc.assert(
    fc.property(anyScore, (score) => {
      expect(unpackScore(JSON.parse(JSON.stringify(packScore(score))))).toEqual(score);
    }),
  );
});

test('what was added can be taken away in any order, and nothing is left', () => {
  fc.assert(
    fc.property(fc.array(anyScore, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (scores, order) => {
      const sum = new Map();
      for (const score of scores) addCounts(sum, countsOf(score));
      expect(printCounts(readCounts(printCounts(sum)))).toBe(printCounts(sum));
      const left = [...scores];
      while (left.length > 0) {
        const [score] = left.splice((order.next().value ?? 0) % left.length, 1);
        if (score) addCounts(sum, countsOf(score), -1);
      }
      expect(sum.size).toBe(0);
    }),
  );
});
