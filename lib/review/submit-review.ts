import { type ItemState, itemStatesOf } from '@/lib/attempts/item-state-store';
import { itemVersion } from '@/lib/attempts/known-version';
import { mergedStates } from '@/lib/attempts/merged-states';
import { drawFor, type GivenDraw } from '@/lib/attempts/submit-draws';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item } from '@/lib/curriculum/lesson';
import { itemMinutes } from '@/lib/curriculum/minutes';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { keptCards } from '@/lib/review/card-store';
import { dateOf, dayNumber } from '@/lib/review/day';
import { type ComeBack, comeBack, dueCalendar, expectedRetention } from '@/lib/review/outlook';
import { asQueued, dueBy, knownCards, type Queued, withinMinutes } from '@/lib/review/queue';
import { reviewedToday, reviewSettingOf } from '@/lib/review/setting-store';
import { freshCards } from '@/lib/review/submit-fold';
import { isReviewable, taughtCards } from '@/lib/review/taught-cards';

/** A learner's review on one day: everything that `/review` shows. */
export type Review = {
  /** The day, as days since 1970 where the learner lives. */
  readonly today: number;
  readonly zone: string;
  /** Minutes a day. */
  readonly budget: number;
  /** What was reviewed today already. */
  readonly spent: { readonly count: number; readonly minutes: number };
  readonly queue: readonly Queued[];
  /** Due cards that today's budget leaves for tomorrow. */
  readonly rest: number;
  /** The first coming day on which something falls due. */
  readonly next: Date | null;
  readonly calendar: readonly number[];
  readonly retention: { readonly now: number; readonly inAMonth: number; readonly objectives: number } | null;
  readonly plan: ComeBack | null;
  /** Items whose last answer was not right, the oldest first. */
  readonly mistakes: readonly Item[];
  /** How often each item was answered. */
  readonly tries: ReadonlyMap<string, number>;
};

const calendarDays = 28;
const retentionDays = 30;

/** `beyond`: today's budget is used up, and the learner goes on. */
export async function reviewOf(
  learnerId: string,
  curriculum: Curriculum,
  { now = new Date(), beyond = false }: { now?: Date; beyond?: boolean } = {},
): Promise<Review> {
  const taught = taughtCards(curriculum);
  const [stored, kept, { minutes: budget, zone }] = await Promise.all([
    itemStatesOf(learnerId),
    keptCards(learnerId),
    reviewSettingOf(learnerId),
  ]);
  const states = mergedStates(stored, movedIds(curriculum));
  const tries = new Map(states.map((state) => [state.item, state.tries]));
  const folded = await freshCards(learnerId, taught, kept, tries);
  const spent = await spentToday(learnerId, curriculum, now, zone);
  const today = dayNumber(now, zone);
  const cards = knownCards(taught, folded);
  const due = asQueued(dueBy(cards, today, zone), new Map(states.map(({ item, lastAt }) => [item, lastAt])), now);
  const left = beyond ? Number.POSITIVE_INFINITY : Math.max(0, budget - spent.minutes);
  const queue = withinMinutes(due, left, now);
  const calendar = dueCalendar(cards, today, calendarDays, zone);
  const nextDue = cards.flatMap(({ card }) =>
    card.due && dayNumber(card.due, zone) > today ? [card.due.getTime()] : [],
  );
  const [knownNow, knownLater] = [expectedRetention(cards, now, 0), expectedRetention(cards, now, retentionDays)];
  return {
    today,
    zone,
    budget,
    spent,
    queue,
    rest: due.length - queue.length,
    next: nextDue.length > 0 ? dateOf(dayNumber(new Date(Math.min(...nextDue)), zone)) : null,
    calendar,
    retention:
      knownNow === null || knownLater === null
        ? null
        : { now: knownNow, inAMonth: knownLater, objectives: cards.length },
    plan: comeBack(due, calendar, budget, now),
    mistakes: mistakesIn(curriculum, states),
    tries,
  };
}

async function spentToday(
  learnerId: string,
  curriculum: Curriculum,
  now: Date,
  zone: string,
): Promise<Review['spent']> {
  const items = (await reviewedToday(learnerId, now, zone)).flatMap((id) => movedIds(curriculum).item(id) ?? []);
  return { count: items.length, minutes: items.reduce((sum, item) => sum + itemMinutes(item), 0) };
}

function mistakesIn(curriculum: Curriculum, states: readonly ItemState[]): Item[] {
  return states
    .filter(({ last }) => last < 1)
    .sort((a, b) => a.lastAt.getTime() - b.lastAt.getTime())
    .flatMap(({ item }) => curriculum.item(item) ?? [])
    .filter(isReviewable);
}

/** A variant's numbers: others each time it is asked, the same while it is not answered. */
export async function drawForReview(learnerId: string, item: Item): Promise<GivenDraw | undefined> {
  return item.kind === 'question' ? drawFor(learnerId, item.id, itemVersion(item)) : undefined;
}
