import { onlyOne } from '@/lib/only-one';

/** So many at once, and of each name one: for work that holds something scarce as long as somebody else likes. In memory, for this process. */
export class Slots {
  readonly #held = new Set<string>();

  constructor(readonly most: number) {}

  /** False when all are taken, or this name has one. */
  take(name: string): boolean {
    if (this.#held.size >= this.most || this.#held.has(name)) return false;
    this.#held.add(name);
    return true;
  }

  free(name: string): void {
    this.#held.delete(name);
  }
}

/** An export holds one of the database's few connections while it is read: a quarter of them at most. */
export const exportSlots = () => onlyOne('export-slots', () => new Slots(3));
