/** An answer as mastery sees it. */
export type Evidence = { objective: string; right: boolean };

/** By objective: whether the last few answers were right, newest last. */
export type Recent = Record<string, (0 | 1)[]>;

const looksAt = 4;
const needs = 3;

/** Folds answers, in their order, into what is remembered of them. */
export function foldRecent(evidence: readonly Evidence[]): Recent {
  const recent: Recent = {};
  for (const { objective, right } of evidence)
    recent[objective] = [...(recent[objective] ?? []), right ? (1 as const) : (0 as const)].slice(-looksAt);
  return recent;
}

/** Objectives of which three of the last four answers were right. */
export function mastered(recent: Recent): string[] {
  return Object.keys(recent).filter((objective) => {
    const last = recent[objective] ?? [];
    return last.reduce<number>((sum, right) => sum + right, 0) >= needs;
  });
}
