import type { KeptCard } from '@/lib/review/card';
import type { TaughtCard } from '@/lib/review/taught-cards';

/** Tries at each item, as the item rows count them. */
export type Tries = ReadonlyMap<string, number>;

/** Cards that have not seen every answer, or have seen answers that now count for another card. */
export function staleCards(
  taught: Iterable<TaughtCard>,
  kept: ReadonlyMap<string, KeptCard>,
  tries: Tries,
): TaughtCard[] {
  return [...taught].filter((card) => !sameTries(triesAt(card, tries), kept.get(card.id)?.seen ?? {}));
}

/** The tries at a card's items, without those that were never tried. */
export function triesAt(card: TaughtCard, tries: Tries): Record<string, number> {
  return Object.fromEntries(
    card.items.flatMap(({ id }) => {
      const count = tries.get(id) ?? 0;
      return count > 0 ? [[id, count]] : [];
    }),
  );
}

function sameTries(now: KeptCard['seen'], seen: KeptCard['seen']): boolean {
  const items = Object.keys(now);
  return items.length === Object.keys(seen).length && items.every((item) => now[item] === seen[item]);
}

/** Whether the answers that came after a card's last one are all that it has not seen: none came late between older ones. */
export function followsOn(card: KeptCard, now: Record<string, number>, fresh: readonly { item: string }[]): boolean {
  const reached: Record<string, number> = { ...card.seen };
  for (const { item } of fresh) reached[item] = (reached[item] ?? 0) + 1;
  return sameTries(now, reached);
}
