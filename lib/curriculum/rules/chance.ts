/** How likely at least `hits` of independent guesses come true, when guess i does so with probability `each[i]` (a Poisson binomial tail). */
export function chanceOfAtLeast(hits: number, each: readonly number[]): number {
  // ways[k]: the probability of exactly k hits among the guesses so far.
  let ways = [1];
  for (const chance of each)
    ways = [...ways, 0].map((miss, count) => miss * (1 - chance) + (ways[count - 1] ?? 0) * chance);
  return ways.slice(Math.max(0, hits)).reduce((sum, way) => sum + way, 0);
}
