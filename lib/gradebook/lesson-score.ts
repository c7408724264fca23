import { whole } from '@/lib/gradebook/rollup';

/** One answer as a score is made from it: by the grade that counts. */
export type CountedAnswer = {
  /** The item's id inside its lesson, as it is called today. */
  readonly local: string;
  /** Null: it has no grade. */
  readonly earned: number | null;
  readonly possible: number;
  /** Without a grade, and one is to come. */
  readonly waiting: boolean;
  readonly withheld: boolean;
  /** Since the answer before it: 0 no help, 1 a hint, 2 the solution. */
  readonly help: number;
  readonly receivedAt: Date;
  /** When the learner had last answered anything, or its sitting or its draw was opened; null: nothing came before. */
  readonly before: Date | null;
  readonly chosen: readonly string[];
  readonly misconception: string | undefined;
  readonly landmark: string | undefined;
};

/** What one learner did with one item. Shares in millionths. */
export type ItemScore = {
  /** The first graded answer's; null: none is graded. */
  readonly first: number | null;
  readonly best: number;
  readonly last: number;
  /** Graded answers. */
  readonly tries: number;
  readonly waiting: number;
  readonly withheld: boolean;
  /** Before the first graded answer, and before any: 0 no help, 1 a hint, 2 the solution. */
  readonly help: number;
  readonly helped: number;
  /** How long the first graded answer took; null: nobody can tell. */
  readonly seconds: number | null;
  /** Of the first graded answer. */
  readonly chosen: readonly string[];
  readonly misconception: string | null;
  /** Where answers ended, each once, in the order of their names. */
  readonly landmarks: readonly string[];
  /** Seconds since 1970. */
  readonly lastAt: number;
};

export type LessonScore = {
  readonly items: ReadonlyMap<string, ItemScore>;
  /** Objective → failures since it was last right; from three on. */
  readonly stuck: ReadonlyMap<string, number>;
  /** The day, in the class's zone, on which the last of the lesson's checks was right for the first time. */
  readonly completedOn: string | null;
};

/** What of a lesson its scores depend on. */
export type ScoredLesson = {
  readonly checks: ReadonlySet<string>;
  /** By the item's id inside the lesson. */
  readonly objectives: ReadonlyMap<string, string>;
};

/** So many failures on one objective with nothing right since: stuck. */
export const stuckAfter = 3;
/** Longer than this between two answers is a break, and says nothing of the second. */
const longestThought = 30 * 60;

/** Scores a learner's answers in one lesson, given in the order in which they came. Pure; `dayOf` knows the class's zone. */
export function lessonScore(
  answers: readonly CountedAnswer[],
  lesson: ScoredLesson,
  dayOf: (at: Date) => string,
): LessonScore | null {
  if (answers.length === 0) return null;
  const items = new Map<string, ItemScore>();
  const failures = new Map<string, number>();
  const missing = new Set(lesson.checks);
  let completedOn: string | null = null;
  for (const answer of answers) {
    items.set(answer.local, withAnswer(items.get(answer.local), answer));
    if (answer.earned === null) continue;
    const isRight = answer.earned >= answer.possible;
    const objective = lesson.objectives.get(answer.local);
    if (objective !== undefined) failures.set(objective, isRight ? 0 : (failures.get(objective) ?? 0) + 1);
    if (isRight && missing.delete(answer.local) && missing.size === 0) completedOn = dayOf(answer.receivedAt);
  }
  const stuck = new Map([...failures].filter(([, count]) => count >= stuckAfter));
  return { items, stuck, completedOn };
}

function withAnswer(known: ItemScore | undefined, answer: CountedAnswer): ItemScore {
  const so = known ?? untouched;
  const shared = {
    waiting: so.waiting + (answer.waiting ? 1 : 0),
    withheld: so.withheld || answer.withheld,
    helped: Math.max(so.helped, answer.help),
    landmarks: withName(so.landmarks, answer.landmark),
    lastAt: Math.max(so.lastAt, Math.floor(answer.receivedAt.getTime() / 1000)),
  };
  if (answer.earned === null) return { ...so, ...shared };
  const share = answer.possible > 0 ? Math.round((answer.earned / answer.possible) * whole) : 0;
  const graded = { ...shared, last: share, best: Math.max(so.best, share), tries: so.tries + 1 };
  if (so.first !== null) return { ...so, ...graded };
  return {
    ...graded,
    first: share,
    best: share,
    help: answer.help,
    seconds: secondsOf(answer),
    chosen: answer.chosen,
    misconception: answer.misconception ?? null,
  };
}

const untouched: ItemScore = {
  first: null,
  best: 0,
  last: 0,
  tries: 0,
  waiting: 0,
  withheld: false,
  help: 0,
  helped: 0,
  seconds: null,
  chosen: [],
  misconception: null,
  landmarks: [],
  lastAt: 0,
};

function withName(names: readonly string[], name: string | undefined): readonly string[] {
  return name === undefined || names.includes(name) ? names : [...names, name].sort();
}

function secondsOf({ receivedAt, before }: CountedAnswer): number | null {
  if (before === null) return null;
  const seconds = Math.round((receivedAt.getTime() - before.getTime()) / 1000);
  return seconds >= 0 && seconds <= longestThought ? seconds : null;
}

/** What a gradebook says of a lesson at a glance. */
export function sumUp(score: LessonScore, { checks }: ScoredLesson) {
  const items = [...score.items];
  const graded = items.filter(([, { first }]) => first !== null);
  const total = graded.reduce((sum, [, { best }]) => sum + best, 0);
  return {
    done: items.filter(([local, { best }]) => best >= whole && checks.has(local)).length,
    share: graded.length > 0 ? Math.round(total / graded.length) : null,
    tries: items.reduce((sum, [, { tries }]) => sum + tries, 0),
    waiting: items.reduce((sum, [, { waiting }]) => sum + waiting, 0),
    stuck: score.stuck.size,
    withheld: items.some(([, { withheld }]) => withheld),
    lastAt: Math.max(...items.map(([, { lastAt }]) => lastAt)),
  };
}
