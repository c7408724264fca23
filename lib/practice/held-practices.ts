import type { Practice } from './practice-store';

/** A token's practice as this process knows it: up to which request, and what the server holds after it. */
export type Held<State> = {
  readonly practice: Practice;
  state: State;
  /** Requests that are in the log, and when the last of them came. */
  count: number;
  at: number;
  /** What the log takes, in bytes as it is handed in. */
  bytes: number;
  /** Requests that wait for their turn. */
  waiting: number;
  /** The end of the request that is answered now. */
  turn: Promise<unknown>;
};

/** The practices that were used last. What is forgotten is read again from its log. */
export class HeldPractices<State> {
  readonly #held = new Map<string, Promise<Held<State> | undefined>>();

  constructor(
    readonly read: (token: string) => Promise<Held<State> | undefined>,
    readonly most = 1_000,
  ) {}

  /** Undefined: nobody ever got that token. */
  async find(token: string): Promise<Held<State> | undefined> {
    const known = this.#held.get(token);
    const found = known ?? this.read(token);
    // The newest stands last.
    if (known) this.#held.delete(token);
    this.#held.set(token, found);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.most) break;
      this.#held.delete(oldest);
    }
    try {
      const held = await found;
      if (!held) this.forget(token);
      return held;
    } catch (error) {
      this.forget(token);
      throw error;
    }
  }

  forget(token: string): void {
    this.#held.delete(token);
  }
}
