/**
 * What a class did in one lesson, as counts alone: the sum over its learners of what each of them did (`LessonScore`). Learners are those who are
 * in the class now, as learners; attempts are theirs, whenever they were made, without those in assignments of other classes. What was
 * withheld from the learner counts: only staff read this. Shares and abilities are whole millionths and everything is added as whole
 * numbers, so that what is folded step by step and what is counted anew are the same to the last digit.
 */
export type LessonRollup = {
  /** Who has answered anything in the lesson. */
  readonly learners: number;
  /** In the order of their names. */
  readonly items: readonly ItemRollup[];
  /** Learners whose checks of the lesson were all met on a day of the class's zone: `2026-11-24` → how many. */
  readonly completed: Readonly<Record<string, number>>;
};

export type ItemRollup = {
  /** `{path}/{lesson}/{question-or-task}`, as it is called today. */
  readonly item: string;
  /** First graded attempts, counted by share and ability. Their sum is n. */
  readonly first: readonly FirstCount[];
  /** The best share of each of these learners, added up, and the last one; millionths. */
  readonly best: number;
  readonly last: number;
  /** How many of these learners have been right once. */
  readonly solved: number;
  /** Graded attempts of these learners, the first ones included. */
  readonly tries: number;
  /** Answers that wait for a grade: to be marked, or deferred. */
  readonly waiting: number;
  /** How many learners' scores here they may not see themselves yet. */
  readonly withheld: number;
  /** How many of these learners were told a hint before their first attempt; how many the solution. */
  readonly hinted: number;
  readonly gaveUp: number;
  /** How many learners were told a hint, or the solution, before any attempt. */
  readonly helped: number;
  /** First attempts by how long they took, in whole seconds. */
  readonly seconds: readonly { readonly seconds: number; readonly learners: number }[];
  /** What was chosen in first attempts, by what `choicesIn` calls it. */
  readonly options: Readonly<Record<string, OptionCount>>;
  /** How many learners' first attempts led from a misconception. */
  readonly misconceptions: Readonly<Record<string, number>>;
  /** Of tasks: how many learners' attempts ended at a landmark at all. */
  readonly landmarks: Readonly<Record<string, number>>;
};

export type FirstCount = {
  readonly share: number;
  /** The mean share of the learner's first attempts at the lesson's other items, rounded; null: they have answered no other. */
  readonly ability: number | null;
  readonly learners: number;
};

export type OptionCount = {
  readonly learners: number;
  /** How many of them have an ability, and its sum over them, in millionths. */
  readonly rated: number;
  readonly ability: number;
};

/** A share or an ability as it is counted. */
export const whole = 1_000_000;
