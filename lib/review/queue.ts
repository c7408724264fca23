import type { Item } from '@/lib/curriculum/lesson';
import { itemMinutes } from '@/lib/curriculum/minutes';
import type { Card } from '@/lib/review/card';
import { dayNumber } from '@/lib/review/day';
import { schedule } from '@/lib/review/schedule';
import { isReviewable, type TaughtCard } from '@/lib/review/taught-cards';

/** A card that is taught, and how this learner knows it. */
export type KnownCard = { readonly taught: TaughtCard; readonly card: Card };

/** A card with what it asks this time. */
export type Queued = KnownCard & {
  readonly item: Item;
  readonly minutes: number;
  /** The chance that it is still known, 0 to 1. */
  readonly retrievability: number;
};

/** What matters of a card for its place in a day. */
type Weighed = Pick<Queued, 'card' | 'minutes' | 'retrievability'>;

/** A learner's cards that are still taught and have something to ask, in reading order. */
export function knownCards(taught: ReadonlyMap<string, TaughtCard>, cards: ReadonlyMap<string, Card>): KnownCard[] {
  return [...taught.values()].flatMap((one) => {
    const card = cards.get(one.id);
    return card?.lastReview && one.items.some(isReviewable) ? [{ taught: one, card }] : [];
  });
}

/** The cards that are due on this day or were before. */
export function dueBy(cards: readonly KnownCard[], day: number, zone: string): KnownCard[] {
  return cards.filter(({ card }) => card.due && dayNumber(card.due, zone) <= day);
}

/** What a card asks: of its questions and tasks the one that was not seen for longest. */
export function drawItem({ items }: TaughtCard, lastSeen: ReadonlyMap<string, Date>): Item {
  const seen = (item: Item) => lastSeen.get(item.id)?.getTime() ?? 0;
  const [first, ...others] = items.filter(isReviewable);
  if (!first) throw new Error('a card without anything to ask is never due');
  return others.reduce((oldest, item) => (seen(item) < seen(oldest) ? item : oldest), first);
}

export function asQueued(due: readonly KnownCard[], lastSeen: ReadonlyMap<string, Date>, now: Date): Queued[] {
  return due.map((known) => {
    const item = drawItem(known.taught, lastSeen);
    const retrievability = schedule.retrievability(known.card, now);
    return { ...known, item, minutes: itemMinutes(item), retrievability };
  });
}

const monthMs = 30 * 86_400_000;

/** How much more of a card will be known in a month when it is asked now, as a share: what a review is worth. */
export function worthOf(card: Card, now: Date): number {
  const then = new Date(now.getTime() + monthMs);
  const known = schedule.retrievability(card, now);
  const later = (rating: 'good' | 'again') =>
    schedule.retrievability({ ...card, stability: schedule.stabilityAfter(card, rating, now), lastReview: now }, then);
  return known * later('good') + (1 - known) * later('again') - schedule.retrievability(card, then);
}

/**
 * What is asked in so many minutes: when not all fits, what is worth most a minute. Always something while any time is left. In the order in
 * which it is about to be forgotten.
 */
export function withinMinutes<Q extends Weighed>(due: readonly Q[], minutes: number, now: Date): Q[] {
  return byForgetting(total(due) <= minutes ? due : mostWorth(due, minutes, now));
}

function mostWorth<Q extends Weighed>(due: readonly Q[], minutes: number, now: Date): Q[] {
  const chosen: Q[] = [];
  let left = minutes;
  for (const one of byWorth(due, now)) {
    if (one.minutes > left && !(chosen.length === 0 && left > 0)) continue;
    chosen.push(one);
    left -= one.minutes;
  }
  return chosen;
}

export function byWorth<Q extends Pick<Weighed, 'card' | 'minutes'>>(due: readonly Q[], now: Date): Q[] {
  return due
    .map((one) => ({ one, worth: worthOf(one.card, now) / one.minutes }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ one }) => one);
}

function byForgetting<Q extends Weighed>(due: readonly Q[]): Q[] {
  return [...due].sort((a, b) => a.retrievability - b.retrievability);
}

export function total(queue: readonly { readonly minutes: number }[]): number {
  return queue.reduce((sum, { minutes }) => sum + minutes, 0);
}
