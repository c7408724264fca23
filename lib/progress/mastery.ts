import type { Card } from '@/lib/review/card';

/** Mastery of an objective: so many of its last few answers were right. */
export const masteryNeeds = 3;
const looksAt = 4;

export type Mastery = {
  /** `begun`: right so far, too few answers to tell. `weak`: one of the last few was wrong, and it is not mastered. */
  readonly state: 'new' | 'begun' | 'weak' | 'mastered';
  /** Of the last few answers. */
  readonly right: number;
  readonly of: number;
};

/** How an objective stands, and why. Answers after the solution was seen do not count as right. */
export function masteryOf(card: Pick<Card, 'recent'> | undefined): Mastery {
  const last = card?.recent.slice(-looksAt) ?? [];
  const right = last.reduce<number>((sum, one) => sum + one, 0);
  const state =
    last.length === 0 ? 'new' : right >= masteryNeeds ? 'mastered' : right === last.length ? 'begun' : 'weak';
  return { state, right, of: last.length };
}
