import type { Card } from '@/lib/review/card';
import { dayNumber } from '@/lib/review/day';
import { isReviewable, type TaughtCard } from '@/lib/review/taught-cards';

/** A card that is taught, and how this learner knows it. */
export type KnownCard<C extends Card = Card> = { readonly taught: TaughtCard; readonly card: C };

/** A learner's cards that are still taught and have something to ask, in reading order. */
export function knownCards<C extends Card>(
  taught: ReadonlyMap<string, TaughtCard>,
  cards: ReadonlyMap<string, C>,
): KnownCard<C>[] {
  return [...taught.values()].flatMap((one) => {
    const card = cards.get(one.id);
    return card?.lastReview && one.items.some(isReviewable) ? [{ taught: one, card }] : [];
  });
}

/** The cards that are due on this day or were before. */
export function dueCards<C extends Card>(
  taught: ReadonlyMap<string, TaughtCard>,
  cards: ReadonlyMap<string, C>,
  day: number,
  zone: string,
): KnownCard<C>[] {
  return knownCards(taught, cards).filter(({ card }) => card.due && dayNumber(card.due, zone) <= day);
}
