import type { Log } from '@/lib/server/log';

const EVERY_MS = 10_000;

/** Stored files are sent by the thousand: they are counted, and written down as one line per ten seconds. */
export class StaticHits {
  #count = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(readonly log: Log) {
    this.#timer = setInterval(() => this.flush(), EVERY_MS);
    this.#timer.unref();
  }

  add(): void {
    this.#count += 1;
  }

  flush(): void {
    if (this.#count === 0) return;
    this.log.info({ hits: this.#count, seconds: EVERY_MS / 1000 }, 'stored files');
    this.#count = 0;
  }

  close(): void {
    clearInterval(this.#timer);
    this.flush();
  }
}
