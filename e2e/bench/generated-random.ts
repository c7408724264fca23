import { nextBelow, type RandomState, seeded } from '@/lib/labs/random';

/** The same seed, the same choices on every machine. */
export class SeededRandom {
  #state: RandomState;

  constructor(seed: number, branch = 0) {
    this.#state = seeded(seed, branch);
  }

  /** From 0 to `below`, without `below`. */
  whole(below: number): number {
    const { value, state } = nextBelow(this.#state, below);
    this.#state = state;
    return value;
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.whole(from.length)];
    if (one === undefined) throw new Error('there is nothing to pick from');
    return one;
  }
}
