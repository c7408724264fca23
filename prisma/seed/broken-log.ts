import type { Dice } from './dice';

/** What somebody did who did not get there: stopped early, left a step out, or did one twice. Most leave off at the same place. */
export function brokenLog(solution: readonly unknown[], dice: Dice): unknown[] {
  const last = solution.length - 1;
  if (last < 1) return [...solution, ...solution];
  const way = dice.fraction();
  if (way < 0.5) return solution.slice(0, Math.max(1, Math.ceil(solution.length / 2)));
  if (way < 0.75) return solution.slice(0, last);
  const at = dice.below(solution.length);
  return way < 0.9
    ? solution.filter((_, place) => place !== at)
    : [...solution.slice(0, at + 1), ...solution.slice(at)];
}
