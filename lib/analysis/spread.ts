import { meanOf, notDefined, type Statistic, totalOf, valued } from './statistic';

/** The standard deviation of the shares, of a sample: √(Σ(x − mean)² / (n − 1)). */
export function standardDeviation(shares: readonly { readonly x: number; readonly weight: number }[]): Statistic {
  const n = totalOf(shares);
  if (n === 0) return notDefined('no-answers');
  if (n < 2) return notDefined('too-few');
  const mean = meanOf(shares, ({ x }) => x);
  const sum = shares.reduce((so, { x, weight }) => so + weight * (x - mean) * (x - mean), 0);
  return valued(Math.sqrt(sum / (n - 1)));
}

/** The median of counted values: the middle one, or the mean of the two in the middle. */
export function median(counts: readonly { readonly value: number; readonly weight: number }[]): Statistic {
  const sorted = [...counts].sort((a, b) => a.value - b.value);
  const n = totalOf(sorted);
  if (n === 0) return notDefined('no-answers');
  return valued((nth(sorted, Math.ceil(n / 2)) + nth(sorted, Math.floor(n / 2) + 1)) / 2);
}

/** The value of the how-manieth, counted from 1. */
function nth(sorted: readonly { readonly value: number; readonly weight: number }[], place: number): number {
  let before = 0;
  for (const { value, weight } of sorted) {
    before += weight;
    if (before >= place) return value;
  }
  return sorted.at(-1)?.value ?? 0;
}
