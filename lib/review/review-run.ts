import type { Item } from '@/lib/curriculum/lesson';
import type { Queued } from '@/lib/review/queue';

/** What is asked now. */
export type Current = {
  readonly item: Item;
  readonly left: number;
  /** What was done in a lab in another round is not shown in this one. */
  readonly round: string;
};

type Decks = {
  readonly queue: readonly Queued[];
  readonly mistakes: readonly Item[];
  /** How often each item was answered. */
  readonly tries: ReadonlyMap<string, number>;
};

/** One way through a deck: which deck, and what was put off. It stands in the address, so that a reload and a second tab see the same. */
export type ReviewRun = {
  readonly deck: 'today' | 'mistakes';
  /** Today's minutes are used up, and the learner goes on. */
  readonly beyond: boolean;
  /** What comes first; what was put off comes last. */
  current(decks: Decks): Current | undefined;
  /** The items in the order in which they come. */
  order(decks: Decks): Item[];
  /** The address of this run, once more or with an item put off. */
  href(page: string, putOff?: string): string;
};

/** More than fit in a day; keeps an address short. */
const mostPutOff = 20;

export function reviewRun(asked: Readonly<Record<string, string | string[] | undefined>>): ReviewRun {
  const deck = asked.deck === 'mistakes' ? 'mistakes' : 'today';
  const beyond = asked.beyond !== undefined;
  const putOff = [asked.later ?? []].flat().slice(-mostPutOff);

  function order({ queue, mistakes }: Decks): Item[] {
    const items = deck === 'mistakes' ? mistakes : queue.map(({ item }) => item);
    const isFirst = (item: Item) => !putOff.includes(item.id);
    const later = items.filter((item) => !isFirst(item)).sort((a, b) => putOff.indexOf(a.id) - putOff.indexOf(b.id));
    return [...items.filter(isFirst), ...later];
  }

  return {
    deck,
    beyond,
    order,
    current(decks) {
      const items = order(decks);
      const [item] = items;
      const round = `review ${decks.tries.get(item?.id ?? '') ?? 0}`;
      return item && { item, left: items.length, round };
    },
    href(page, more) {
      const query = new URLSearchParams();
      if (deck === 'mistakes') query.set('deck', deck);
      if (beyond) query.set('beyond', '');
      const later = more === undefined ? putOff : [...putOff.filter((id) => id !== more), more];
      for (const id of later.slice(-mostPutOff)) query.append('later', id);
      return query.size > 0 ? `${page}?${query}` : page;
    },
  };
}
