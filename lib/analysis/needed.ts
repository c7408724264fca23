/**
 * What the statistics of a lesson rest on, for one class: counts alone, so that they can be folded ahead and added up. Learners are those who
 * are in the class now, as learners. Attempts are theirs, whenever they were made, without those in assignments of other classes. A share
 * is what was earned of what was possible, by the grade that counts; it and an ability are whole millionths, so that sums are exact.
 */
export type LessonEvidence = {
  readonly learners: number;
  readonly items: readonly ItemEvidence[];
};

export type ItemEvidence = {
  readonly item: string;
  /** First graded attempts, counted by share and ability. Their sum is n. */
  readonly first: readonly FirstCount[];
  /** The best share of each of these learners, added up. */
  readonly best: number;
  /** Graded attempts of these learners, the first ones included. */
  readonly tries: number;
  /** Answers that wait for a grade: to be marked, or deferred. */
  readonly waiting: number;
  /** How many of these learners were told a hint before their first attempt; how many the solution. */
  readonly hinted: number;
  readonly gaveUp: number;
  /** First attempts by how long they took, in whole seconds (`secondsOf`). */
  readonly seconds: readonly { readonly seconds: number; readonly learners: number }[];
  /** Of tasks: how many learners' attempts ended at a landmark at all. */
  readonly landmarks: Readonly<Record<string, number>>;
  /** How many learners' first attempts led from a misconception. */
  readonly misconceptions: Readonly<Record<string, number>>;
};

export type FirstCount = {
  readonly share: number;
  /** The mean share of the learner's first attempts at the lesson's other items, rounded; null: they have answered no other. */
  readonly ability: number | null;
  readonly learners: number;
};

/** A learner's share or ability as it is counted. */
export function millionths(share: number): number {
  return Math.round(share * 1_000_000);
}

/** Longer than this between two answers is a break, and says nothing of the second. */
export const longestThought = 30 * 60;

/**
 * How long an answer took, as far as it can be told: since the learner's answer before it, to whatever item, or since its sitting or its draw
 * was opened, whichever was later. Undefined when nothing came before, or too long before. Reading on the way counts as thinking.
 */
export function secondsOf(receivedAt: Date, before: Date | null): number | undefined {
  if (before === null) return undefined;
  const seconds = Math.round((receivedAt.getTime() - before.getTime()) / 1_000);
  return seconds >= 0 && seconds <= longestThought ? seconds : undefined;
}
