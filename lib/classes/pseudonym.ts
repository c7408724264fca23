import { pseudonymAnimals, pseudonymColours } from '@/lib/words/pseudonym';

/** A random whole number from 0 up to, not including, `below`: `randomInt` of node:crypto. */
export type Pick = (below: number) => number;

/**
 * `amber-otter-12`: what a learner is called where names are hidden. It follows from nothing, least of all from who they are, and is in no
 * language. `taken` are the class's; the new one is added.
 */
export function newPseudonym(taken: Set<string>, pick: Pick): string {
  for (let numbers = 98; ; numbers = Math.min(numbers * 2, 1_000_000)) {
    const colour = pseudonymColours[pick(pseudonymColours.length)];
    const animal = pseudonymAnimals[pick(pseudonymAnimals.length)];
    const code = `${colour}-${animal}-${2 + pick(numbers)}`;
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}
