import { type Estimate, type Interval, notDefined, z95 } from './statistic';

/**
 * The Wilson score interval of a proportion: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212.
 * It stays within 0 and 1 and is sound for few learners and for proportions near the ends, where p ± z·√(p(1−p)/n) is not.
 */
export function wilson(p: number, n: number): Interval {
  const z2 = z95 * z95;
  const centre = p + z2 / (2 * n);
  const half = z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At the ends the formula gives 0, 1 and p itself, but for the last bit.
  const low = Math.min(p, Math.max(0, (centre - half) / scale));
  const high = Math.max(p, Math.min(1, (centre + half) / scale));
  return { kind: 'interval', low, high };
}

/**
 * Facility: the mean share of the points that first attempts earned. n is the number of learners. Where credit is partial, the mean share
 * stands for the proportion: a share within 0 and 1 varies at most as much as a right-or-wrong of the same mean (x² ≤ x), so the
 * interval is never too narrow, and is a little wide.
 */
export function facility(sum: number, n: number): Estimate {
  if (n === 0) return notDefined('no-answers');
  const p = Math.min(1, Math.max(0, sum / n));
  return { kind: 'value', value: p, interval: wilson(p, n) };
}
