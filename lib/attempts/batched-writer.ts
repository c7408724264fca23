/** What became of a row: its outcome after its own COMMIT, refused by the database, or not stored for want of a database. */
export type Written<Outcome> =
  | { kind: 'written'; outcome: Outcome }
  | { kind: 'refused'; error: unknown }
  | { kind: 'unavailable'; error: unknown };

export type WriterOptions<Row, Outcome> = {
  /** One transaction. Outcomes in the order of the rows, after COMMIT; all rows or none. */
  store(rows: readonly Row[]): Promise<Outcome[]>;
  learnerOf(row: Row): string;
  /** Equal for a repeat: such rows are stored once and answered alike. */
  keyOf(row: Row): string;
  /** The order in which rows are stored, the same in every process. */
  compare(one: Row, other: Row): number;
  /** May the same rows simply be sent again? */
  isTransient(error: unknown): boolean;
  wait(ms: number): Promise<void>;
  now(): number;
  largestBatch?: number;
  /** Batches that may be under way at once. */
  lanes?: number;
  mostRows?: number;
  mostBytes?: number;
  /** How long a transient error is answered with another try. */
  patienceMs?: number;
};

type Waiting<Row, Outcome> = { row: Row; bytes: number; done(written: Written<Outcome>): void };

/**
 * Rows that arrive while a commit is under way share the next one. Never has one learner rows in two batches at once, so that the order of
 * a learner's answers is kept and two batches of one process never wait for each other.
 */
export class BatchedWriter<Row, Outcome> {
  readonly #options: Required<WriterOptions<Row, Outcome>>;
  #queue: Waiting<Row, Outcome>[] = [];
  #bytes = 0;
  #underWay = 0;
  readonly #busy = new Set<string>();
  #closed = false;
  #idle: (() => void)[] = [];

  constructor(options: WriterOptions<Row, Outcome>) {
    this.#options = {
      largestBatch: 256,
      lanes: 2,
      mostRows: 10_000,
      mostBytes: 64 * 1024 * 1024,
      patienceMs: 8_000,
      ...options,
    };
  }

  /** Every row's end, in order; or 'full' and none of them was taken. */
  add(rows: readonly { row: Row; bytes: number }[]): Promise<Written<Outcome>[]> | 'full' {
    const bytes = rows.reduce((sum, { bytes }) => sum + bytes, 0);
    const { mostRows, mostBytes } = this.#options;
    if (this.#closed || this.#queue.length + rows.length > mostRows || this.#bytes + bytes > mostBytes) return 'full';
    this.#bytes += bytes;
    const ends = rows.map(
      ({ row, bytes }) =>
        new Promise<Written<Outcome>>((done) => {
          this.#queue.push({ row, bytes, done });
        }),
    );
    this.#pump();
    return Promise.all(ends);
  }

  /** Resolves when everything that was taken has come to its end. */
  flush(): Promise<void> {
    if (this.#underWay === 0 && this.#queue.length === 0) return Promise.resolve();
    return new Promise((done) => {
      this.#idle.push(done);
    });
  }

  /** Takes nothing more and finishes what it has. */
  close(): Promise<void> {
    this.#closed = true;
    return this.flush();
  }

  #pump(): void {
    while (this.#underWay < this.#options.lanes) {
      const batch = this.#take();
      if (batch.length === 0) break;
      this.#underWay += 1;
      void this.#write(batch).then(() => {
        this.#underWay -= 1;
        for (const { row } of batch) this.#busy.delete(this.#options.learnerOf(row));
        this.#pump();
        if (this.#underWay === 0 && this.#queue.length === 0) for (const done of this.#idle.splice(0)) done();
      });
    }
  }

  /** The next rows in the order of arrival, leaving out learners who have a batch under way. */
  #take(): Waiting<Row, Outcome>[] {
    const { largestBatch, learnerOf } = this.#options;
    const batch: Waiting<Row, Outcome>[] = [];
    const left: Waiting<Row, Outcome>[] = [];
    for (const waiting of this.#queue) {
      const takes = batch.length < largestBatch && !this.#busy.has(learnerOf(waiting.row));
      (takes ? batch : left).push(waiting);
    }
    this.#queue = left;
    for (const { row, bytes } of batch) {
      this.#busy.add(learnerOf(row));
      this.#bytes -= bytes;
    }
    return batch;
  }

  /** Stores a batch and tells each of its rows; repeats within it share one row. */
  async #write(batch: readonly Waiting<Row, Outcome>[]): Promise<void> {
    const { keyOf, compare } = this.#options;
    const once = new Map<string, Row>();
    for (const { row } of batch) if (!once.has(keyOf(row))) once.set(keyOf(row), row);
    const rows = [...once.values()].sort(compare);
    const ends = new Map<string, Written<Outcome>>();
    await this.#store(rows, (row, written) => ends.set(keyOf(row), written), this.#options.now());
    for (const { row, done } of batch) {
      const end = ends.get(keyOf(row));
      if (!end) throw new Error(`the writer lost row ${keyOf(row)}`);
      done(end);
    }
  }

  async #store(rows: readonly Row[], tell: (row: Row, end: Written<Outcome>) => void, since: number): Promise<void> {
    const { store, isTransient, wait, now, patienceMs } = this.#options;
    for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
      try {
        const outcomes = await store(rows);
        rows.forEach((row, at) => {
          const outcome = outcomes[at];
          if (outcome === undefined) throw new Error(`the store said nothing about row ${at} of ${rows.length}`);
          tell(row, { kind: 'written', outcome });
        });
        return;
      } catch (error) {
        if (isTransient(error)) {
          if (now() - since < patienceMs) {
            await wait(pause);
            continue;
          }
          for (const row of rows) tell(row, { kind: 'unavailable', error });
          return;
        }
        if (rows.length === 1) {
          for (const row of rows) tell(row, { kind: 'refused', error });
          return;
        }
        // One of them breaks the batch: halves, until it stands alone.
        const middle = Math.ceil(rows.length / 2);
        await this.#store(rows.slice(0, middle), tell, since);
        await this.#store(rows.slice(middle), tell, since);
        return;
      }
    }
  }
}
