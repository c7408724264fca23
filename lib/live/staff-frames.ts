import type { ItemView, PersonView, RoomView, StaffChange } from '@/lib/live/staff-view';

/** What one staff screen has yet to be told. Later news of the same person or item takes the place of earlier. */
export class PendingChange {
  #room: RoomView | undefined;
  readonly #people = new Map<string, PersonView>();
  readonly #items = new Map<string, ItemView>();

  add({ room, people = [], items = [] }: StaffChange): void {
    this.#room = room ?? this.#room;
    for (const one of people) this.#people.set(one.id, one);
    for (const one of items) this.#items.set(one.item, one);
  }

  /** Takes it all; null: there is nothing new. */
  take(): StaffChange | null {
    if (!this.#room && this.#people.size === 0 && this.#items.size === 0) return null;
    const change: StaffChange = {
      ...(this.#room ? { room: this.#room } : {}),
      ...(this.#people.size > 0 ? { people: [...this.#people.values()] } : {}),
      ...(this.#items.size > 0 ? { items: [...this.#items.values()] } : {}),
    };
    this.#room = undefined;
    this.#people.clear();
    this.#items.clear();
    return change;
  }
}
