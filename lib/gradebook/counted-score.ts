/** What a learner's own work comes to in a column, 0 to 1; null: nothing has been done, or nothing is graded yet. */
export type WorkedCell = { readonly share: number | null };

/** What staff decided about a cell, as it stands: excused, or a score in place of the one the work earned. */
export type Decision =
  | { readonly kind: 'excused'; readonly reason: string }
  | { readonly kind: 'given'; readonly share: number; readonly reason: string };

/** What counts of a cell. */
export type CountedScore =
  /** Left out of every sum. */
  | { readonly kind: 'excused'; readonly worked: number | null }
  /** Given by a person; `worked` is what it stands in place of. */
  | { readonly kind: 'given'; readonly share: number; readonly worked: number | null }
  | { readonly kind: 'worked'; readonly share: number }
  | { readonly kind: 'none' };

/** The rule of the final score of one cell: excused before given, given before worked. */
export function countedScore(cell: WorkedCell | null, decision: Decision | null): CountedScore {
  const worked = cell?.share ?? null;
  if (decision?.kind === 'excused') return { kind: 'excused', worked };
  if (decision?.kind === 'given') return { kind: 'given', share: decision.share, worked };
  return worked === null ? { kind: 'none' } : { kind: 'worked', share: worked };
}

/** The share that counts; null: excused, or nothing there. */
export function countedShare(score: CountedScore): number | null {
  return score.kind === 'given' || score.kind === 'worked' ? score.share : null;
}
