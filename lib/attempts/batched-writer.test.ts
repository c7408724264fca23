import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BatchedWriter, type WriterOptions } from './batched-writer';

type Row = { learner: string; id: string };

/** A store that the test opens by hand: each call waits until it is let through, or fails as it is told. */
class Store {
  readonly calls: Row[][] = [];
  #waiting: { rows: readonly Row[]; done(outcomes: string[]): void; fail(error: Error): void }[] = [];

  store = (rows: readonly Row[]) => {
    this.calls.push([...rows]);
    return new Promise<string[]>((done, fail) => {
      this.#waiting.push({ rows, done, fail });
    });
  };

  get underWay(): number {
    return this.#waiting.length;
  }

  commit(): void {
    const next = this.#waiting.shift();
    next?.done(next.rows.map(({ id }) => `stored ${id}`));
  }

  fail(error: Error): void {
    this.#waiting.shift()?.fail(error);
  }
}

const transient = Object.assign(new Error('serialisation'), { code: '40001' });

function writerOver(store: WriterOptions<Row, string>['store'], more: Partial<WriterOptions<Row, string>> = {}) {
  let time = 0;
  return new BatchedWriter<Row, string>({
    store,
    learnerOf: ({ learner }) => learner,
    keyOf: ({ learner, id }) => `${learner}/${id}`,
    compare: (one, other) => (one.learner + one.id < other.learner + other.id ? -1 : 1),
    isTransient: (error) => error === transient,
    wait: async (ms) => {
      time += ms;
    },
    now: () => time,
    ...more,
  });
}

const row = (learner: string, id: string) => ({ row: { learner, id }, bytes: 100 });

/** What was promised, when it was taken at all. */
function taken<T>(promise: Promise<T> | 'full'): Promise<T> {
  if (promise === 'full') throw new Error('the writer was full');
  return promise;
}

/** Lets everything that can go on go on. */
const turn = () => new Promise((done) => setImmediate(done));

describe('a batched writer', () => {
  test('acknowledges a row after its own commit and not before', async () => {
    const store = new Store();
    let isAcknowledged = false;
    const end = taken(writerOver(store.store).add([row('ann', '1')])).then((ends) => {
      isAcknowledged = true;
      return ends;
    });
    await turn();
    expect(isAcknowledged).toBe(false);
    store.commit();
    expect(await end).toEqual([{ kind: 'written', outcome: 'stored 1' }]);
  });

  test('puts what arrives while commits are under way into the next one, in one order', async () => {
    const store = new Store();
    const writer = writerOver(store.store, { lanes: 1 });
    const ends = ['dan', 'cat', 'ann', 'bob'].map((learner) => taken(writer.add([row(learner, '1')])));
    store.commit();
    await turn();
    expect(store.calls.map((rows) => rows.map(({ learner }) => learner))).toEqual([['dan'], ['ann', 'bob', 'cat']]);
    store.commit();
    await Promise.all(ends);
  });

  test('never has one learner in two batches at once', async () => {
    const store = new Store();
    const writer = writerOver(store.store, { lanes: 4 });
    const ends = ['1', '2', '3'].map((id) => taken(writer.add([row('ann', id)])));
    await turn();
    expect(store.underWay).toBe(1);
    store.commit();
    await turn();
    expect(store.calls).toEqual([
      [{ learner: 'ann', id: '1' }],
      [
        { learner: 'ann', id: '2' },
        { learner: 'ann', id: '3' },
      ],
    ]);
    store.commit();
    await Promise.all(ends);
  });

  test('stores a repeat within a batch once and answers both alike', async () => {
    const store = new Store();
    const writer = writerOver(store.store);
    const end = taken(writer.add([row('ann', '1'), row('ann', '1')]));
    store.commit();
    expect(await end).toEqual([
      { kind: 'written', outcome: 'stored 1' },
      { kind: 'written', outcome: 'stored 1' },
    ]);
    expect(store.calls).toEqual([[{ learner: 'ann', id: '1' }]]);
  });

  test('takes at most the largest batch at a time', async () => {
    const store = new Store();
    const writer = writerOver(store.store, { lanes: 1, largestBatch: 256 });
    const end = taken(writer.add(Array.from({ length: 600 }, (_, at) => row(`learner ${at}`, '1'))));
    for (let left = 3; left > 0; left--) {
      store.commit();
      await turn();
    }
    await end;
    expect(store.calls.map(({ length }) => length)).toEqual([256, 256, 88]);
  });

  test('finds the rows that break a batch by halving; they fail alone', async () => {
    const ids = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(ids, fc.nat(6), async (rows, poisonedCount) => {
        const poisoned = new Set(rows.slice(0, poisonedCount));
        const stored = new Set<string>();
        const writer = writerOver(async (batch) => {
          if (batch.some(({ id }) => poisoned.has(Number(id)))) throw new Error('poison');
          return batch.map(({ id }) => {
            if (stored.has(id)) throw new Error(`${id} was stored twice`);
            stored.add(id);
            return `stored ${id}`;
          });
        });
        const ends = await taken(writer.add(rows.map((id) => row(`learner ${id % 7}`, String(id)))));
        ends.forEach((end, at) => {
          expect(end.kind).toBe(poisoned.has(rows[at] ?? -1) ? 'refused' : 'written');
        });
        expect(stored.size).toBe(rows.length - poisoned.size);
      }),
      { numRuns: 50 },
    );
  });

  test('sends a batch again after a serialisation or connection error', async () => {
    let errors = 3;
    const writer = writerOver(async (rows) => {
      if (errors-- > 0) throw transient;
      return rows.map(({ id }) => `stored ${id}`);
    });
    expect(await taken(writer.add([row('ann', '1')]))).toEqual([{ kind: 'written', outcome: 'stored 1' }]);
  });

  test('gives up when the database stays away, without calling any row bad', async () => {
    const writer = writerOver(() => Promise.reject(transient), { patienceMs: 2_000 });
    expect(await taken(writer.add([row('ann', '1'), row('bob', '1')]))).toMatchObject([
      { kind: 'unavailable' },
      { kind: 'unavailable' },
    ]);
  });

  test('takes no more than it can hold, all rows of a call or none', async () => {
    const store = new Store();
    const writer = writerOver(store.store, { lanes: 1, mostRows: 10, mostBytes: 1_000 });
    const first = taken(writer.add([row('first', '1')]));
    const many = (count: number) => Array.from({ length: count }, (_, at) => row(`learner ${at}`, '1'));
    const eight = taken(writer.add(many(8)));
    expect(writer.add(many(3))).toBe('full');
    expect(writer.add([{ row: { learner: 'big', id: '1' }, bytes: 900 }])).toBe('full');
    store.commit();
    await first;
    await turn();
    store.commit();
    expect(await eight).toHaveLength(8);
  });

  test('finishes what it has when it is closed, and takes nothing more', async () => {
    const store = new Store();
    const writer = writerOver(store.store, { lanes: 1 });
    const ends = [taken(writer.add([row('ann', '1')])), taken(writer.add([row('bob', '1')]))];
    const closed = writer.close();
    expect(writer.add([row('cat', '1')])).toBe('full');
    store.commit();
    await turn();
    store.commit();
    await closed;
    expect((await Promise.all(ends)).flat().map(({ kind }) => kind)).toEqual(['written', 'written']);
  });
});
