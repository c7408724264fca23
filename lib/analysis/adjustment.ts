/** What an instructor may correct about a question in the class's own graded work. */
export type Change =
  /** All points for whoever answers like this: a response in option ids, taken from an answer that was given. */
  | { readonly kind: 'accept'; readonly answer: object }
  | { readonly kind: 'full-credit' }
  /** The question counts for nobody, neither what it earned nor what it could. */
  | { readonly kind: 'drop' }
  /** Takes a correction back, by its number. */
  | { readonly kind: 'undo'; readonly number: number };

/** A correction as it was made. Added to, never edited: that it was taken back is a correction of its own. */
export type Adjustment = {
  readonly number: number;
  readonly kind: 'accept' | 'full-credit' | 'drop';
  /** Of `accept`. */
  readonly answer: object | null;
  readonly madeAt: Date;
  /** Who made it; null: somebody who is gone. */
  readonly madeBy: string | null;
  readonly isUndone: boolean;
};

/** What counts, as the database reads it (`is_given_credit`). */
export type Correction = { readonly kind: Adjustment['kind']; readonly answer: object | null };

/** The corrections that count once this is changed as well. */
export function correctionsWith(made: readonly Adjustment[], change: Change | undefined): Correction[] {
  const isTakenBack = ({ number, isUndone }: Adjustment) =>
    isUndone || (change?.kind === 'undo' && change.number === number);
  const standing = made.filter((one) => !isTakenBack(one)).map(({ kind, answer }) => ({ kind, answer }));
  if (!change || change.kind === 'undo') return standing;
  return [...standing, { kind: change.kind, answer: change.kind === 'accept' ? change.answer : null }];
}

/** What one answer to the question is worth in the class's books, now and with the corrections that are looked at. */
export type BookedAnswer = {
  readonly attempt: string;
  /** Shares after declining credit; null: not graded yet. */
  readonly now: number | null;
  readonly then: number | null;
  /** A person graded it: that stands, whatever is corrected. */
  readonly isByPerson: boolean;
};

/** One learner's run of an assignment that asks the question. */
export type BookedRun = {
  readonly learnerId: string;
  readonly assignment: string;
  readonly answers: readonly BookedAnswer[];
  /** What the run's other items earned, and how many of them count. */
  readonly others: number;
  readonly othersOf: number;
};

/** What a change makes of a learner's score in an assignment, as shares; null: nothing is left that counts. */
export type ScoreChange = Pick<BookedRun, 'learnerId' | 'assignment'> & {
  readonly from: number | null;
  readonly to: number | null;
};

/** Whose score changes when one set of corrections takes the place of another. The best try counts; what was not answered earned nothing. */
export function scoreChanges(
  runs: readonly BookedRun[],
  before: readonly Correction[],
  after: readonly Correction[],
): ScoreChange[] {
  return runs.flatMap((run) => {
    const { learnerId, assignment } = run;
    const from = scoreOf(run, before, ({ now }) => now);
    const to = scoreOf(run, after, ({ then }) => then);
    return from === to ? [] : [{ learnerId, assignment, from, to }];
  });
}

function scoreOf(
  { answers, others, othersOf }: BookedRun,
  corrections: readonly Correction[],
  shareOf: (answer: BookedAnswer) => number | null,
): number | null {
  const has = (sort: Correction['kind']) => corrections.some(({ kind }) => kind === sort);
  if (has('drop')) return othersOf === 0 ? null : others / othersOf;
  const best = has('full-credit') ? 1 : Math.max(0, ...answers.map((answer) => shareOf(answer) ?? 0));
  return (others + best) / (othersOf + 1);
}

/** Answers that keep the grade a person gave them although the change would have raised it. */
export function keptByPeople(runs: readonly BookedRun[]): number {
  return runs.flatMap(({ answers }) => answers).filter(({ isByPerson }) => isByPerson).length;
}
