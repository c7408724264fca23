import { isConstant, notDefined, type Point, type Statistic, totalOf, valued } from './statistic';

/**
 * T. L. Kelley, "The selection of upper and lower groups for the validation of test items", Journal of Educational Psychology 30 (1939), 17–24:
 * groups of 27 % tell best what a question tells apart.
 */
const part = 0.27;

/**
 * The upper–lower discrimination index: the mean share of the 27 % who did best on the rest, less that of the 27 % who did worst. The groups are
 * 0.27·n learners, not rounded. Where the border falls among learners who did equally well on the rest, each of them belongs to the group
 * by the same fraction; so it does not matter in what order anybody stands.
 */
export function upperLower(points: readonly Point[]): Statistic {
  const n = totalOf(points);
  if (n === 0) return notDefined('no-answers');
  const size = part * n;
  // Less than one learner on each side.
  if (size < 1) return notDefined('too-few');
  if (isConstant(points.map(({ x }) => x))) return notDefined('all-alike');
  if (isConstant(points.map(({ y }) => y))) return notDefined('rest-alike');
  const levels = levelsOf(points);
  return valued(meanOfFirst(levels.toReversed(), size) - meanOfFirst(levels, size));
}

type Level = { rest: number; sum: number; weight: number };

/** Learners who did equally well on the rest, together; those who did worst first. */
function levelsOf(points: readonly Point[]): Level[] {
  const levels = new Map<number, Level>();
  for (const { x, y, weight } of points) {
    const level = levels.get(y) ?? { rest: y, sum: 0, weight: 0 };
    level.sum += x * weight;
    level.weight += weight;
    levels.set(y, level);
  }
  return [...levels.values()].sort((a, b) => a.rest - b.rest);
}

/** The mean share of the first `size` learners; of the level at the border each counts by the same fraction. */
function meanOfFirst(levels: readonly Level[], size: number): number {
  let [left, sum] = [size, 0];
  for (const level of levels) {
    if (left <= 0) break;
    const taken = Math.min(left, level.weight);
    sum += (level.sum / level.weight) * taken;
    left -= taken;
  }
  return sum / size;
}
