import type { Lesson } from '@/lib/curriculum/lesson';
import { Dice } from './dice';
import type { Story } from './people';

const minute = 60_000;
const day = 24 * 60 * minute;

/** One try at an item, as it is going to be: when, and whether it is meant to be right. */
export type PlannedTry = { readonly at: Date; readonly right: boolean; readonly helpAfter?: 'hint' | 'solution' };
export type PlannedItem = { readonly item: string; readonly tries: readonly PlannedTry[] };
export type PlannedPlace = {
  readonly lesson: string;
  readonly at: Date;
  readonly done: boolean;
  readonly heading: string;
};
export type Weeks = { readonly items: readonly PlannedItem[]; readonly places: readonly PlannedPlace[] };

export type Life = {
  readonly login: string;
  readonly story: Story;
  readonly seed: number;
  readonly now: Date;
  /** In the order in which the class takes them. */
  readonly lessons: readonly Lesson[];
};

const weeksLong = 6;

/** How long before now somebody stopped. */
const restingDays: Record<Story, number> = {
  steady: 0,
  stuck: 0,
  ahead: 2,
  inactive: 17,
  'just-began': 0,
  'never-came': 0,
};

/** Six weeks of one learner: which items, when, how often, and whether they came right. Follows from the seed. */
export function plannedWeeks({ login, story, seed, now, lessons }: Life): Weeks {
  if (story === 'never-came') return { items: [], places: [] };
  const dice = Dice.of(seed, login);
  const ability = story === 'ahead' ? 1.6 : story === 'stuck' ? -0.6 : dice.normal();
  const coverage = story === 'ahead' ? 1 : dice.between(0.6, 1);
  const began = now.getTime() - weeksLong * 7 * day;
  const stops = now.getTime() - restingDays[story] * day - 20 * minute;
  const share = story === 'ahead' ? 0.55 : 1;
  const items: PlannedItem[] = [];
  const places: PlannedPlace[] = [];
  const taken = story === 'just-began' ? lessons.slice(0, 1) : lessons;
  for (const [place, lesson] of taken.entries()) {
    const opened =
      story === 'just-began'
        ? now.getTime() - 2 * day
        : began + (place / lessons.length) * weeksLong * 7 * day * share + dice.between(0.1, 5) * day;
    const answered = lessonItems(lesson, story).filter(() => dice.chance(coverage));
    const clock = new Clock(opened, dice);
    const before = items.length;
    for (const item of answered) {
      const tries = plannedTries(item, ability, story === 'stuck' && place === taken.length - 1, seed, dice, clock);
      const kept = tries.filter(({ at }) => at.getTime() < stops);
      if (kept.length > 0) items.push({ item, tries: kept });
    }
    if (items.length === before) continue;
    const last = Math.max(...items.slice(before).flatMap(({ tries }) => tries.map(({ at }) => at.getTime())));
    const headings = lesson.texts.en?.headings ?? [];
    places.push({
      lesson: lesson.id,
      at: new Date(last),
      done: items.length - before > 0.75 * lessonItems(lesson, story).length,
      heading: headings.length > 0 ? dice.pick(headings).id : '',
    });
  }
  return { items, places };
}

/** Practice only, in the order of the lesson; one who is stuck sticks with the first objective of the tasks. */
function lessonItems(lesson: Lesson, story: Story): string[] {
  const all = lesson.items
    .filter((item) => item.kind === 'task' || item.question.use === 'practice')
    .map(({ id }) => id);
  return story === 'just-began' ? all.slice(0, 7) : all;
}

/** Somebody's working hours: a few items at a sitting, then another day. */
class Clock {
  #at: number;
  #left: number;
  constructor(
    opened: number,
    readonly dice: Dice,
  ) {
    this.#at = opened;
    this.#left = dice.below(8) + 6;
    this.#toEvening();
  }

  next(): Date {
    this.#left -= 1;
    if (this.#left <= 0) {
      this.#left = this.dice.below(8) + 6;
      this.#at += this.dice.between(0.6, 2.2) * day;
      this.#toEvening();
    }
    this.#at += this.dice.between(0.4, 3.2) * minute;
    return new Date(this.#at);
  }

  #toEvening() {
    const hour = this.dice.between(8, 20.5);
    this.#at = Math.floor(this.#at / day) * day + hour * 60 * minute;
  }
}

/** Logistic in ability and difficulty, as item response theory has it; each further try comes easier. */
export function chanceOfRight(ability: number, difficulty: number, tryNumber: number): number {
  return 1 / (1 + Math.exp(-(1.2 * (ability - difficulty) + 0.7 + 0.9 * tryNumber)));
}

function plannedTries(
  item: string,
  ability: number,
  isHopeless: boolean,
  seed: number,
  dice: Dice,
  clock: Clock,
): PlannedTry[] {
  const difficulty = 0.9 * Dice.of(seed, item).normal();
  const tries: PlannedTry[] = [];
  const most = isHopeless ? 4 : 3;
  for (let number = 0; number < most; number += 1) {
    const right = !isHopeless && dice.chance(chanceOfRight(ability, difficulty, number));
    const goesOn = !right && number + 1 < most && (isHopeless || dice.chance(0.75));
    const helpAfter = !goesOn ? undefined : dice.chance(0.08) ? 'solution' : dice.chance(0.3) ? 'hint' : undefined;
    tries.push({ at: clock.next(), right, ...(helpAfter ? { helpAfter } : {}) });
    if (!goesOn) break;
  }
  return tries;
}
