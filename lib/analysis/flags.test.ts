import { describe, expect, test } from 'vitest';
import { flagsOf } from './flags';
import { itemStatistics } from './item-statistics';

const whole = 1_000_000;
type First = readonly (readonly [share: number, ability: number, learners: number])[];

/** What is said of a question that was answered like this. */
function flags(first: First, more: object = {}, right: readonly string[] = ['key'], guess = 0.25) {
  const counts = first.map(([share, ability, learners]) => ({
    share: share * whole,
    ability: ability * whole,
    learners,
  }));
  const n = counts.reduce((sum, { learners }) => sum + learners, 0);
  const best = counts.reduce((sum, { share, learners }) => sum + share * learners, 0);
  const statistics = itemStatistics({ first: counts, best, seconds: [] });
  const evidence = { options: {}, misconceptions: {}, tries: n, hinted: 0, gaveUp: 0, ...more };
  const found = flagsOf({ evidence, statistics, guess: { kind: 'value', value: guess }, right: new Set(right) });
  return found.map(({ kind }) => kind);
}

const able = { rated: 20, ability: 20 * 0.9 * whole };
const unable = { rated: 20, ability: 20 * 0.3 * whole };

describe('what is said of a question', () => {
  test('nothing, where those who know more answer it better', () => {
    expect(
      flags([
        [1, 0.9, 18],
        [0, 0.3, 10],
        [1, 0.5, 6],
      ]),
    ).toEqual([]);
  });
  test('that its key is in doubt, where those who know more answer it worse', () => {
    expect(
      flags([
        [0, 0.9, 20],
        [1, 0.3, 20],
      ]),
    ).toEqual(['reversed']);
  });
  test('that it tells little apart, where it may be chance', () => {
    expect(
      flags([
        [0, 0.6, 15],
        [1, 0.6, 10],
        [0, 0.5, 10],
        [1, 0.5, 11],
      ]),
    ).toEqual(['weak']);
  });
  test('that a wrong answer attracts those who know more', () => {
    const options = { key: { learners: 20, ...unable }, other: { learners: 20, ...able } };
    expect(
      flags(
        [
          [1, 0.9, 20],
          [0, 0.3, 20],
        ],
        { options },
      ),
    ).toEqual(['rival']);
  });
  test('that it is easy, hard, or like guessing', () => {
    expect(
      flags([
        [1, 0.9, 30],
        [1, 0.3, 8],
        [0, 0.2, 1],
      ]),
    ).toEqual(['easy']);
    expect(
      flags([
        [0, 0.2, 30],
        [0, 0.5, 8],
        [1, 0.9, 5],
      ]),
    ).toEqual(['hard']);
    expect(
      flags([
        [0, 0.2, 28],
        [1, 0.9, 12],
      ]),
    ).toEqual(['guessing']);
  });
  test('that who tries again stays wrong, and that many share one mistake', () => {
    const more = { tries: 100, misconceptions: { 'ack-of-received': 20, other: 2 } };
    expect(
      flags(
        [
          [1, 0.9, 18],
          [0, 0.3, 22],
        ],
        more,
      ),
    ).toEqual(['stuck', 'misled']);
  });
  test('of a handful nothing that chance would say; of eight what can hardly be chance', () => {
    expect(
      flags([
        [0, 0.9, 3],
        [1, 0.3, 4],
      ]),
    ).toEqual([]);
    expect(
      flags([
        [1, 0.9, 10],
        [1, 0.3, 2],
      ]),
    ).toEqual([]);
    expect(
      flags([
        [0, 0.9, 6],
        [1, 0.3, 6],
      ]),
    ).toEqual(['reversed']);
  });
});
