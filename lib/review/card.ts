/**
 * A card is an objective of a lesson: `tcp-tls/three-way-four-way#sequence-numbers`. What is kept of it for one learner follows from their
 * answers alone, and can be thrown away and folded again.
 */
export type Card = {
  readonly id: string;
  /** Null until an answer has given it a rating. */
  readonly due: Date | null;
  /** Days until the chance of knowing it has fallen to 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  readonly lastReview: Date | null;
  /** Whether its last four answers were right without the solution, newest last: what mastery looks at. */
  readonly recent: readonly (0 | 1)[];
  /** Items whose last answer was wrong, and when that was (milliseconds since 1970). */
  readonly missed: Readonly<Record<string, number>>;
};

/** A card with what it has seen, as it is stored. */
export type KeptCard = Card & {
  /** How many tries at each item are folded in, as the item rows count them. */
  readonly seen: Readonly<Record<string, number>>;
  /** The latest answer that is folded in. */
  readonly lastAttempt: string | null;
};

/** A graded answer as review sees it. */
export type Evidence = {
  readonly attempt: string;
  /** `tcp-tls/three-way-four-way/syn-ack-number` */
  readonly item: string;
  readonly right: boolean;
  /** 0: none, 1: a hint was taken, 2: the solution was seen since the last try. */
  readonly help: number;
  readonly at: Date;
  /** Its score may not be seen yet: nothing that a learner can see follows from it. */
  readonly withheld: boolean;
};

export type Rating = 'again' | 'hard' | 'good';

/** One rating, with the card as it was before: what is needed to refit the parameters, and nothing that the answers do not say. */
export type LogEntry = {
  readonly attempt: string;
  readonly card: string;
  readonly item: string;
  readonly rating: Rating;
  readonly at: Date;
  readonly elapsedDays: number;
  /** Days until it is due again. */
  readonly scheduledDays: number;
  readonly before: {
    readonly due: Date | null;
    readonly stability: number;
    readonly difficulty: number;
    readonly reps: number;
    readonly lapses: number;
  };
};

export function newCard(id: string): Card {
  return {
    id,
    due: null,
    stability: 0,
    difficulty: 0,
    reps: 0,
    lapses: 0,
    lastReview: null,
    recent: [],
    missed: {},
  };
}
