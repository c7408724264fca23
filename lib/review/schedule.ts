import { type CardInput, computeDecayFactor, dateDiffInDays, fsrs, type Grade, Rating as Grades, State } from 'ts-fsrs';
import type { Card, LogEntry, Rating } from '@/lib/review/card';

/** When a card is asked again: FSRS, without chance, so that the same answers always lead to the same day. */
export type Schedule = {
  rate(
    card: Card,
    rating: Rating,
    at: Date,
  ): Pick<LogEntry, 'elapsedDays' | 'scheduledDays' | 'before'> & { next: Card };
  /** The stability that a rating would leave a card with. */
  stabilityAfter(card: Card, rating: Rating, at: Date): number;
  /** The chance of still knowing the card then, 0 to 1; a card that was never rated is not known. */
  retrievability(card: Card, then: Date): number;
};

const grades: Record<Rating, Grade> = { again: Grades.Again, hard: Grades.Hard, good: Grades.Good };

/** `w`: other parameters than FSRS's own, as a refit gives them or a published sequence names them. */
export function scheduleWith(w?: readonly number[]): Schedule {
  // Steps of minutes belong to a program that asks again at once. Here a lesson does that; a card comes back after a day at the earliest.
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, ...(w ? { w } : {}) });
  const { decay, factor } = computeDecayFactor(scheduler.parameters.w);
  return {
    rate(card, rating, at) {
      const { card: next, log } = scheduler.next(inFsrs(card, at), at, grades[rating]);
      const { due, stability, difficulty, reps, lapses } = card;
      return {
        elapsedDays: log.elapsed_days,
        scheduledDays: next.scheduled_days,
        before: { due, stability, difficulty, reps, lapses },
        next: {
          ...card,
          due: next.due,
          stability: next.stability,
          difficulty: next.difficulty,
          reps: next.reps,
          lapses: next.lapses,
          lastReview: at,
        },
      };
    },
    stabilityAfter({ stability, difficulty, lastReview }, rating, at) {
      const days = lastReview ? dateDiffInDays(lastReview, at) : 0;
      return scheduler.next_state({ stability, difficulty }, Math.max(0, days), grades[rating]).stability;
    },
    retrievability(card, then) {
      if (!card.lastReview) return 0;
      const days = Math.max(0, then.getTime() - card.lastReview.getTime()) / 86_400_000;
      // FSRS's forgetting curve. Its own function rounds each result as text, which is most of the time of a page.
      return (1 + (factor * days) / card.stability) ** decay;
    },
  };
}

export const schedule = scheduleWith();

function inFsrs(card: Card, at: Date): CardInput {
  const { due, stability, difficulty, reps, lapses, lastReview } = card;
  return {
    due: due ?? at,
    stability,
    difficulty,
    reps,
    lapses,
    state: lastReview ? State.Review : State.New,
    last_review: lastReview,
    elapsed_days: 0,
    scheduled_days: 0,
    learning_steps: 0,
  };
}
