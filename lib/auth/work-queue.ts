/** More is waiting than can be done soon: come back later. */
export class Overloaded extends Error {
  override name = 'Overloaded';
  constructor(limit: number) {
    super(`${limit} pieces of work are waiting already`);
  }
}

/** Does at most `width` pieces of work at once, lets at most `limit` wait, and refuses the rest. */
export class WorkQueue {
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(
    readonly width: number,
    readonly limit: number,
    /** Told whenever a piece of work is refused. */
    readonly refused: () => void = () => {},
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy >= this.width) {
      if (this.#waiting.length >= this.limit) {
        this.refused();
        throw new Overloaded(this.limit);
      }
      // Whoever finishes hands their place on, so `#busy` does not change here.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#busy += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy -= 1;
    }
  }
}
