import { isTransient } from '@/lib/attempts/transient-error';
import { onlyOne } from '@/lib/only-one';
import { type NewExchange, storeRequests } from './practice-store';

/** `not`: another was first at that place, or the token is gone. `unknown`: the connection broke. `refused`: it cannot be written, or too much waits. */
export type WrittenDown = 'there' | 'not' | 'unknown' | 'refused';

type Waiting = { readonly exchange: NewExchange; readonly done: (written: WrittenDown) => void };
type Store = (rows: readonly NewExchange[]) => Promise<boolean[]>;

/** Of those that wait one half is written while the other half is heard and answered: database and process work side by side. */
const fewest = 16;
/** What may wait to be written, in bytes. */
const mostBytes = 64 * 1024 * 1024;

/** Writes down requests: those that come while a statement is under way share the next one. */
export class ExchangeWriter {
  readonly #store: Store;
  #waiting: Waiting[] = [];
  #bytes = 0;
  #isBusy = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Resolves when it is known what became of it. It is tried once: sent again to a database that came back with less it would leave a hole in the log. */
  write(exchange: NewExchange): Promise<WrittenDown> {
    if (this.#bytes > mostBytes) return Promise.resolve('refused');
    this.#bytes += exchange.request.length;
    return new Promise((done) => {
      this.#waiting.push({ exchange, done });
      if (this.#isBusy) return;
      this.#isBusy = true;
      // What has come by now over other connections goes along.
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, Math.max(fewest, Math.ceil(this.#waiting.length / 2)));
      // In every process in the same order, so that two never wait for each other.
      batch.sort((one, other) => (one.exchange.token < other.exchange.token ? -1 : 1));
      await this.#write(batch);
    }
    this.#isBusy = false;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    try {
      const there = await this.#store(batch.map(({ exchange }) => exchange));
      for (const [at, waiting] of batch.entries()) this.#tell(waiting, there[at] ? 'there' : 'not');
    } catch (error) {
      // One of them breaks the statement: each by itself.
      if (!isTransient(error) && batch.length > 1) for (const waiting of batch) await this.#write([waiting]);
      else for (const waiting of batch) this.#tell(waiting, isTransient(error) ? 'unknown' : 'refused');
    }
  }

  #tell({ exchange, done }: Waiting, written: WrittenDown): void {
    this.#bytes -= exchange.request.length;
    done(written);
  }
}

/** The process's one writer. */
export function writeDown(exchange: NewExchange): Promise<WrittenDown> {
  return onlyOne('exchange-writer', () => new ExchangeWriter(storeRequests)).write(exchange);
}
