import type { LessonScore } from '@/lib/gradebook/lesson-score';
import { whole } from '@/lib/gradebook/rollup';

/**
 * Counters of a lesson by item (`''`: of the lesson), each a whole number under a name whose first letter says what is counted. Only additions:
 * what a learner had added can be taken away again, in any order, and nothing stands at 0.
 */
export type Counts = Map<string, Map<string, number>>;

/** Raised when the same score comes to other counts than before: everything is then counted anew. */
export const countsVersion = 1;

/** What one learner adds to the class. */
export function countsOf({ items, completedOn }: LessonScore): Counts {
  const counts: Counts = new Map();
  const note = (item: string, name: string, by: number) => count(counts, item, name, by);
  note('', 'L', 1);
  if (completedOn !== null) note('', `c${completedOn}`, 1);
  let sum = 0;
  let graded = 0;
  for (const { first } of items.values()) {
    sum += first ?? 0;
    graded += first === null ? 0 : 1;
  }
  for (const [local, item] of items) {
    note(local, 'W', item.waiting);
    note(local, 'X', item.withheld ? 1 : 0);
    note(local, 'D', item.helped > 0 ? 1 : 0);
    for (const landmark of item.landmarks) note(local, `k${landmark}`, 1);
    if (item.first === null) continue;
    const ability = graded > 1 ? Math.round((sum - item.first) / (graded - 1)) : null;
    note(local, `f${item.first} ${ability ?? ''}`, 1);
    note(local, 'B', item.best);
    note(local, 'E', item.last);
    note(local, 'S', item.best >= whole ? 1 : 0);
    note(local, 'T', item.tries);
    note(local, 'H', item.help === 1 ? 1 : 0);
    note(local, 'G', item.help === 2 ? 1 : 0);
    if (item.seconds !== null) note(local, `s${item.seconds}`, 1);
    if (item.misconception !== null) note(local, `m${item.misconception}`, 1);
    for (const option of new Set(item.chosen)) {
      note(local, `o${option}`, 1);
      if (ability === null) continue;
      note(local, `r${option}`, 1);
      note(local, `a${option}`, ability);
    }
  }
  return counts;
}

function count(counts: Counts, item: string, name: string, by: number): void {
  if (by === 0) return;
  let named = counts.get(item);
  if (!named) {
    named = new Map();
    counts.set(item, named);
  }
  const now = (named.get(name) ?? 0) + by;
  if (now !== 0) named.set(name, now);
  else if (named.delete(name) && named.size === 0) counts.delete(item);
}

/** Adds `more` so many times; -1 takes it away. Changes `counts`. */
export function addCounts(counts: Counts, more: Counts, times: 1 | -1 = 1): Counts {
  for (const [item, named] of more) for (const [name, by] of named) count(counts, item, name, by * times);
  return counts;
}

/** As it is kept. Sorted, so that the same counts are the same text. */
export function printCounts(counts: Counts): string {
  return JSON.stringify(sorted(counts).map(([item, named]) => [item, Object.fromEntries(sorted(named))]));
}

export function readCounts(text: string): Counts {
  const kept: [string, Record<string, number>][] = JSON.parse(text);
  return new Map(kept.map(([item, named]) => [item, new Map(Object.entries(named))]));
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}
