/** What was used last, by its token: `most` of them at least, and at most twice as many. What is forgotten is read again. */
export class HeldPractices<Held extends { readonly waiting: number }> {
  /** Used since the last change of generations, and before that. */
  #recent = new Map<string, Held>();
  #older = new Map<string, Held>();
  readonly #reading = new Map<string, Promise<Held | undefined>>();

  constructor(
    readonly read: (token: string) => Promise<Held | undefined>,
    readonly most = 1_000,
  ) {}

  /** Undefined: nobody ever got that token. What is held is there at once. */
  find(token: string): Held | Promise<Held | undefined> {
    const recent = this.#recent.get(token);
    if (recent) return recent;
    const held = this.#older.get(token);
    if (!held) return this.#readOnce(token);
    this.#older.delete(token);
    this.#keep(token, held);
    return held;
  }

  forget(token: string): void {
    this.#recent.delete(token);
    this.#older.delete(token);
  }

  /** One reading for all who ask meanwhile: two would make two of it. */
  #readOnce(token: string): Promise<Held | undefined> {
    const begun = this.#reading.get(token);
    if (begun) return begun;
    const reading = this.read(token)
      .then((held) => {
        if (held) this.#keep(token, held);
        return held;
      })
      .finally(() => this.#reading.delete(token));
    this.#reading.set(token, reading);
    return reading;
  }

  #keep(token: string, held: Held): void {
    this.#recent.set(token, held);
    if (this.#recent.size < this.most) return;
    const older = this.#older;
    this.#older = this.#recent;
    this.#recent = new Map();
    // What is being written would be read again without what is on its way.
    for (const [name, one] of older) if (one.waiting > 0) this.#older.set(name, one);
  }
}
