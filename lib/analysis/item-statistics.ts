import type { ItemRollup } from '@/lib/gradebook/rollup';
import { efficiency, itemRest } from './correlation';
import { facility } from './facility';
import { median, standardDeviation } from './spread';
import { type Estimate, notDefined, type Point, type Statistic, valued } from './statistic';
import { upperLower } from './upper-lower';

/** What the statistics say of one question or task, over the first attempts of a class. */
export type ItemStatistics = {
  /** Learners with a graded first attempt. */
  readonly n: number;
  /** Those of them who have answered something else in the lesson: only they say anything of discrimination. */
  readonly compared: number;
  readonly facility: Estimate;
  readonly deviation: Statistic;
  readonly itemRest: Estimate;
  readonly upperLower: Statistic;
  readonly efficiency: Statistic;
  readonly medianSeconds: Statistic;
  /** How many learners the median rests on. */
  readonly timed: number;
  /** The mean of the best shares: beside facility it says what trying again is worth. */
  readonly best: Statistic;
};

/** Fewer learners than this are shown, and not to be relied on. */
export const fewLearners = 20;

const whole = 1_000_000;

export function itemStatistics(rollup: Pick<ItemRollup, 'first' | 'best' | 'seconds'>): ItemStatistics {
  const { seconds } = rollup;
  // In one order: sums of fractions then come to the same to the last digit, whoever counted.
  const first = [...rollup.first].sort((a, b) => a.share - b.share || (a.ability ?? -1) - (b.ability ?? -1));
  const n = first.reduce((sum, { learners }) => sum + learners, 0);
  const shares = first.map(({ share, learners }) => ({ x: share / whole, weight: learners }));
  const points = first.flatMap(({ share, ability, learners }): Point[] =>
    ability === null ? [] : [{ x: share / whole, y: ability / whole, weight: learners }],
  );
  const times = seconds.map(({ seconds: value, learners }) => ({ value, weight: learners }));
  return {
    n,
    compared: points.reduce((sum, { weight }) => sum + weight, 0),
    facility: facility(
      shares.reduce((sum, { x, weight }) => sum + x * weight, 0),
      n,
    ),
    deviation: standardDeviation(shares),
    itemRest: itemRest(points),
    upperLower: upperLower(points),
    efficiency: efficiency(points),
    medianSeconds: median(times),
    timed: times.reduce((sum, { weight }) => sum + weight, 0),
    best: n === 0 ? notDefined('no-answers') : valued(rollup.best / whole / n),
  };
}
