import type { ItemState } from '@/lib/attempts/item-state-store';
import type { MovedIds } from '@/lib/curriculum/moved-ids';

/** Standings under what items are called today: of one that was called otherwise before, all that was done under any of its ids. */
export function mergedStates(states: readonly ItemState[], ids: MovedIds): readonly ItemState[] {
  if (ids.isEmpty) return states;
  const merged = new Map<string, ItemState>();
  for (const state of states) {
    const item = ids.currentId(state.item);
    const other = merged.get(item);
    merged.set(item, other ? joined(other, state) : { ...state, item });
  }
  return [...merged.values()];
}

function joined(one: ItemState, other: ItemState): ItemState {
  const { last, lastAt } = other.lastAt > one.lastAt ? other : one;
  return { item: one.item, tries: one.tries + other.tries, best: Math.max(one.best, other.best), last, lastAt };
}
