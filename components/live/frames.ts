import type { ToldEvent } from '@/lib/live/room-event';
import type { StaffChange, StaffView } from '@/lib/live/staff-view';

/** What a stream tells in one frame. `reset`: what came between is kept no longer, look at everything anew. */
export type LearnerFrame = { readonly events?: readonly ToldEvent[]; readonly reset?: true };

/** Makes the change in what a screen holds. The order is the screen's to choose. */
export function changedView(view: StaffView, change: StaffChange): StaffView {
  // A room that was opened anew begins with nothing.
  const isAnew = change.room !== undefined && change.room.openedAt !== view.room.openedAt;
  return {
    room: change.room ?? view.room,
    people: merged(isAnew ? [] : view.people, change.people ?? [], ({ id }) => id),
    items: merged(isAnew ? [] : view.items, change.items ?? [], ({ item }) => item),
  };
}

function merged<T>(old: readonly T[], fresh: readonly T[], keyOf: (one: T) => string): readonly T[] {
  if (fresh.length === 0) return old;
  const all = new Map(old.map((one) => [keyOf(one), one]));
  for (const one of fresh) all.set(keyOf(one), one);
  return [...all.values()];
}
