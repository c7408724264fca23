/** After how many days without an answer or a visit a class's staff want to know, until they say otherwise. */
export const usualInactiveDays = 7;
export const inactiveDaysRange = { least: 1, most: 120 } as const;

/** How a learner stands in a class. */
export type Standing = {
  /** Checks that were right once. */
  readonly done: number;
  /** Objectives with three failures and more since anything about them was right. */
  readonly stuck: number;
  readonly seenAt: Date | null;
};

/** What a learner is held against. */
export type Course = {
  /** Checks of the class's lessons. */
  readonly of: number;
  /** What the learner in the middle of the class has done. */
  readonly middle: number;
  readonly inactiveDays: number;
};

export type Sign =
  | { readonly kind: 'stuck'; readonly objectives: number }
  | { readonly kind: 'inactive'; readonly days: number }
  | { readonly kind: 'ahead'; readonly by: number };

const dayMs = 86_400_000;

/**
 * Why somebody may want a word, by rules that are said on the page: stuck on an objective; not seen for so many days, and not through yet;
 * ahead of the middle of the class by a quarter of all checks. No score.
 */
export function signsOf(learner: Standing, course: Course, now: Date): Sign[] {
  const { done, stuck, seenAt } = learner;
  const days = seenAt ? Math.floor((now.getTime() - seenAt.getTime()) / dayMs) : null;
  const isThrough = course.of > 0 && done >= course.of;
  return [
    ...(stuck > 0 ? [{ kind: 'stuck' as const, objectives: stuck }] : []),
    ...(days !== null && days >= course.inactiveDays && !isThrough ? [{ kind: 'inactive' as const, days }] : []),
    ...(done >= aheadFrom(course) ? [{ kind: 'ahead' as const, by: done - course.middle }] : []),
  ];
}

/** From how many checks on somebody is ahead. */
export function aheadFrom({ of, middle }: Pick<Course, 'of' | 'middle'>): number {
  return middle + Math.max(1, Math.ceil(of / 4));
}

/** Whoever was seen after this is active. */
export function activeSince({ inactiveDays }: Pick<Course, 'inactiveDays'>, now: Date): Date {
  return new Date(now.getTime() - inactiveDays * dayMs);
}

/** What the learner in the middle has done, of learners counted by what they have done. */
export function middleOf(spread: readonly { readonly done: number; readonly learners: number }[]): number {
  const total = spread.reduce((sum, { learners }) => sum + learners, 0);
  let before = 0;
  for (const { done, learners } of [...spread].sort((one, other) => one.done - other.done)) {
    before += learners;
    if (before * 2 >= total) return done;
  }
  return 0;
}

/** Reads `14` as a number of days; undefined: it is none, or too few or too many. */
export function readInactiveDays(text: string): number | undefined {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return days >= inactiveDaysRange.least && days <= inactiveDaysRange.most ? days : undefined;
}
