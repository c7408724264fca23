import { type Card, type Evidence, newCard } from '@/lib/review/card';
import { foldCard } from '@/lib/review/fold-card';
import { withinMinutes } from '@/lib/review/queue';
import { schedule } from '@/lib/review/schedule';

/** What a year is simulated with. Every chance comes from `random`, so that a seed gives one year. */
export type YearOptions = { readonly learners: number; readonly days: number; readonly random: () => number };

/** One day of all learners. */
export type SimulatedDay = {
  /** Cards due when the day begins, of those who have begun: the middle learner, and the one of ten who has most. */
  readonly due: { readonly median: number; readonly high: number };
  /** Minutes spent on review, on average over those who came. */
  readonly minutes: number;
  /** The share of what was learned that is truly known: with review, and by the same learners without. Told once a week. */
  readonly known: { readonly reviewing: number; readonly not: number } | null;
};

const dayMs = 86_400_000;
const lessons = 25;
const objectivesOfLesson = 7;
const daysBetweenLessons = 10;
const begin = Date.UTC(2026, 0, 5, 18);
const minutesOfItem = [1, 1, 1, 4];

type Known = { card: Card; minutes: number };

/** A person: how well they remember, how often they come, when they are away. */
class Learner {
  readonly cards: Known[] = [];
  /** The same objectives, answered in the lesson and never again. */
  readonly unreviewed: Card[] = [];
  reviewed = 0;
  readonly #memory: number;
  readonly #comes: number;
  readonly #budget: number;
  readonly #away: number;
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
    // The schedule knows nobody's memory: some forget half as fast as it thinks, some twice as fast.
    this.#memory = 2 ** (random() * 2 - 1);
    this.#comes = 0.45 + random() * 0.5;
    this.#budget = [5, 10, 15, 20][Math.floor(random() * 4)] ?? 10;
    this.#away = 60 + Math.floor(random() * 240);
  }

  due(now: Date): Known[] {
    return this.cards.filter(({ card }) => card.due && card.due.getTime() < now.getTime() + dayMs / 4);
  }

  /** Three weeks away once in the year; else more or less often here. Returns the minutes of review, or null when they did not come. */
  live(day: number, now: Date): number | null {
    this.reviewed = 0;
    if (day >= this.#away && day < this.#away + 21) return null;
    if (this.#random() > this.#comes) return null;
    this.#learn(day, now);
    const due = this.due(now).map((known) => ({
      ...known,
      known,
      retrievability: schedule.retrievability(known.card, now),
    }));
    const queue = withinMinutes(due, this.#budget, now);
    for (const { known } of queue) this.#review(known, now);
    return queue.reduce((sum, { minutes }) => sum + minutes, 0);
  }

  /** The share of objectives that would be answered right now. */
  knows(cards: readonly Card[], now: Date): number {
    return cards.reduce((sum, card) => sum + this.#recall(card, now), 0) / cards.length;
  }

  #learn(day: number, now: Date): void {
    const reached = Math.min(lessons, Math.floor(day / daysBetweenLessons) + 1);
    if (this.cards.length >= reached * objectivesOfLesson) return;
    for (let n = 0; n < objectivesOfLesson; n += 1) {
      const minutes = minutesOfItem[Math.floor(this.#random() * minutesOfItem.length)] ?? 1;
      const fresh = newCard(`lesson-${this.cards.length}`);
      const right = this.#random() < 0.75;
      const answers = right
        ? [answer(now, true)]
        : [answer(now, false), answer(new Date(now.getTime() + 60_000), true)];
      const { card } = foldCard(fresh, answers);
      this.cards.push({ card, minutes });
      this.unreviewed.push(card);
    }
  }

  #review(known: Known, now: Date): void {
    const right = this.#random() < this.#recall(known.card, now);
    const answers = right ? [answer(now, true)] : [answer(now, false), answer(new Date(now.getTime() + 60_000), true)];
    known.card = foldCard(known.card, answers).card;
    this.reviewed += 1;
  }

  #recall(card: Card, now: Date): number {
    return schedule.retrievability({ ...card, stability: card.stability * this.#memory }, now);
  }
}

function answer(at: Date, right: boolean): Evidence {
  return { attempt: '', item: 'item', right, help: 0, at, withheld: false };
}

/** A year of learners who take a lesson every ten days and review within their minutes. Pure. */
export function simulateYear({ learners, days, random }: YearOptions): SimulatedDay[] {
  const all = Array.from({ length: learners }, () => new Learner(random));
  return Array.from({ length: days }, (_, day) => {
    const now = new Date(begin + day * dayMs);
    const due: number[] = [];
    const minutes: number[] = [];
    for (const learner of all) {
      due.push(learner.due(now).length);
      const spent = learner.live(day, now);
      if (spent !== null) minutes.push(spent);
    }
    const begun = day % 7 === 0 ? all.filter(({ cards }) => cards.length > 0) : [];
    return {
      due: { median: quantile(due, 0.5), high: quantile(due, 0.9) },
      minutes: mean(minutes),
      known:
        begun.length === 0
          ? null
          : {
              reviewing: mean(
                begun.map((learner) =>
                  learner.knows(
                    learner.cards.map(({ card }) => card),
                    now,
                  ),
                ),
              ),
              not: mean(begun.map((learner) => learner.knows(learner.unreviewed, now))),
            },
    };
  });
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
