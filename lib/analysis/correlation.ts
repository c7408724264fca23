import {
  type Estimate,
  type Interval,
  isConstant,
  meanOf,
  notDefined,
  type Point,
  type Statistic,
  totalOf,
  type Undefined,
  valued,
  z95,
} from './statistic';

/** Fewer learners than this say nothing of a correlation: Fisher's interval divides by √(n − 3). */
const fewest = 4;

/** A correlation this near to 1 is 1: sums of some thousand shares are rounded in their last digits. */
const nearly = 1e-12;

/**
 * The 95 % interval of a correlation: tanh(artanh r ± z/√(n−3)).
 * R. A. Fisher, "On the probable error of a coefficient of correlation deduced from a small sample", Metron 1 (1921), 3–32.
 */
export function fisher(r: number, n: number): Interval | Undefined {
  if (n < fewest) return notDefined('too-few');
  if (Math.abs(r) === 1) return notDefined('perfect');
  const z = Math.atanh(r);
  const half = z95 / Math.sqrt(n - 3);
  return { kind: 'interval', low: Math.tanh(z - half), high: Math.tanh(z + half) };
}

/** Why two variables have no correlation, if they have none. */
function fault(points: readonly Point[]): Undefined | undefined {
  const n = totalOf(points);
  if (n === 0) return notDefined('no-answers');
  if (n < fewest) return notDefined('too-few');
  if (isConstant(points.map(({ x }) => x))) return notDefined('all-alike');
  if (isConstant(points.map(({ y }) => y))) return notDefined('rest-alike');
  return undefined;
}

/** The sum of products of deviations; over (n − 1) the covariance. */
function products(points: readonly Point[]): { xx: number; yy: number; xy: number } {
  const [mx, my] = [meanOf(points, ({ x }) => x), meanOf(points, ({ y }) => y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y, weight } of points) {
    xx += weight * (x - mx) * (x - mx);
    yy += weight * (y - my) * (y - my);
    xy += weight * (x - mx) * (y - my);
  }
  return { xx, yy, xy };
}

/**
 * The item-rest correlation: Pearson's r of the share on a question (x) with the mean share on the rest (y). The question itself is not in the
 * rest, which would flatter it. P. M. Henrysson, "Correction of item-total correlations in item analysis", Psychometrika 28 (1963), 211–218.
 */
export function itemRest(points: readonly Point[]): Estimate {
  const undefinedFor = fault(points);
  if (undefinedFor) return undefinedFor;
  const { xx, yy, xy } = products(points);
  const raw = xy / Math.sqrt(xx * yy);
  const value = 1 - Math.abs(raw) < nearly ? Math.sign(raw) : raw;
  return { kind: 'value', value, interval: fisher(value, totalOf(points)) };
}

/**
 * Discriminative efficiency: the covariance of share and rest, of the greatest that these very shares and rests could have if they stood in
 * the same order (Moodle's quiz statistics, "Discriminative efficiency", as a share instead of a percentage). A question that nearly everybody gets right cannot correlate well, whatever it asks; this
 * allows for that. 1: nobody who knows less did better.
 */
export function efficiency(points: readonly Point[]): Statistic {
  const undefinedFor = fault(points);
  if (undefinedFor) return undefinedFor;
  const { xy } = products(points);
  return valued(xy / products(inOneOrder(points)).xy);
}

/** The same values of x and of y, the smallest with the smallest. */
function inOneOrder(points: readonly Point[]): Point[] {
  const xs = points.map(({ x, weight }) => ({ value: x, weight })).sort((a, b) => a.value - b.value);
  const ys = points.map(({ y, weight }) => ({ value: y, weight })).sort((a, b) => a.value - b.value);
  const paired: Point[] = [];
  for (let [i, j] = [0, 0]; ; ) {
    const [one, other] = [xs[i], ys[j]];
    if (!one || !other) return paired;
    const weight = Math.min(one.weight, other.weight);
    paired.push({ x: one.value, y: other.value, weight });
    one.weight -= weight;
    other.weight -= weight;
    if (one.weight === 0) i += 1;
    if (other.weight === 0) j += 1;
  }
}
