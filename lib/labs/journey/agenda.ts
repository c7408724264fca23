/** Something that is to happen at a time. */
type Task = { readonly at: number; readonly order: number; readonly deed: () => void };

/** What is to come, the earliest first; of the same time, what was planned first. */
export class Agenda {
  #tasks: Task[] = [];
  #order = 0;

  plan(at: number, deed: () => void): void {
    const task = { at, order: this.#order, deed };
    this.#order += 1;
    const place = this.#tasks.findIndex((other) => other.at > at);
    if (place === -1) this.#tasks.push(task);
    else this.#tasks.splice(place, 0, task);
  }

  /** When the first is due; null where nothing is planned. */
  get next(): number | null {
    return this.#tasks[0]?.at ?? null;
  }

  take(): Task | undefined {
    return this.#tasks.shift();
  }
}
