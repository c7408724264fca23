import { nextFraction, nextUint32, type RandomState, seeded } from '@/lib/labs/random';

/** Chance that comes out the same for the same seed. */
export class Dice {
  #state: RandomState;

  constructor(seed: number) {
    this.#state = seeded(seed);
  }

  /** Dice of one's own for a name: what is rolled for one learner does not change what comes for the next. */
  static of(seed: number, name: string): Dice {
    const mixed = [...name].reduce((state, letter) => seeded(state, letter.codePointAt(0)), seeded(seed, 1));
    return new Dice(mixed);
  }

  /** 0 ≤ value < 1 */
  fraction(): number {
    const { value, state } = nextFraction(this.#state);
    this.#state = state;
    return value;
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** from ≤ value < to */
  between(from: number, to: number): number {
    return from + this.fraction() * (to - from);
  }

  below(bound: number): number {
    return Math.floor(this.fraction() * bound);
  }

  /** About normal, mean 0 and deviation 1: twelve fractions. */
  normal(): number {
    let sum = -6;
    for (let roll = 0; roll < 12; roll += 1) sum += this.fraction();
    return sum;
  }

  pick<T>(all: readonly T[]): T {
    const one = all[this.below(all.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  }

  hex(bytes: number): string {
    let text = '';
    while (text.length < 2 * bytes) {
      const { value, state } = nextUint32(this.#state);
      this.#state = state;
      text += value.toString(16).padStart(8, '0');
    }
    return text.slice(0, 2 * bytes);
  }

  /** In the shape of a random UUID, version 4. */
  uuid(): string {
    const digits = this.hex(16);
    const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) % 4);
    const text = `${digits.slice(0, 12)}4${digits.slice(13, 16)}${variant}${digits.slice(17)}`;
    return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
