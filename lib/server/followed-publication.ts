import type { Builds } from '@/lib/server/builds';
import { type Circle, readPublication } from '@/lib/server/publication';

/** A build that was read ahead: `serve` changes over to it, at once and for everything; `drop`: another came, and it is not needed. */
export type ReadAhead = { readonly serve: () => void; readonly drop: () => void };

type Parts = {
  readonly builds: Builds;
  readonly circle: Circle;
  /** The build that is served from the start. */
  readonly hash: string;
  /** Reads everything of a build that serving it needs. */
  readonly readAhead: (hash: string) => Promise<ReadAhead>;
  readonly failed: (hash: string, error: unknown) => void;
};

const lookEveryMs = 1_000;
/** Reading a build ahead failed (the database was away): how long until it is tried again. */
const againAfterMs = 5_000;

/**
 * What is published, as a process that serves follows it. A build that is announced is read ahead; when it is published the process changes
 * over between two requests. Nothing is closed, so nothing can be cut off.
 */
export class FollowedPublication {
  readonly #parts: Parts;
  readonly #timer: NodeJS.Timeout;
  #served: string;
  #ahead: { readonly hash: string; readonly build: ReadAhead } | undefined;
  #reading: string | undefined;
  #notBefore = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#served = parts.hash;
    this.#timer = setInterval(() => this.look(), lookEveryMs).unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /**
   * Asked by every request that is not a stored page's while a build is read ahead, so that nobody who has seen the new pages in another
   * process meets the old ones' rules here.
   */
  get isAhead(): boolean {
    return this.#ahead !== undefined;
  }

  /** Looks what is published, and changes over if it is read ahead already. */
  look(): void {
    const { now, next } = readPublication(this.#parts.builds, this.#parts.circle);
    if (now !== null && now === this.#ahead?.hash) this.#changeOver(this.#ahead);
    else {
      // What is served here already is being announced, by this process: what was before it is past.
      const wanted = next ?? now;
      if (wanted === null || wanted === this.#served) this.#drop();
      else if (wanted !== this.#ahead?.hash) this.#read(wanted);
    }
  }

  #drop(): void {
    this.#ahead?.build.drop();
    this.#ahead = undefined;
  }

  #changeOver({ hash, build }: { hash: string; build: ReadAhead }): void {
    this.#ahead = undefined;
    this.#served = hash;
    build.serve();
  }

  #read(hash: string): void {
    if (this.#reading !== undefined || performance.now() < this.#notBefore) return;
    this.#reading = hash;
    this.#parts
      .readAhead(hash)
      .then(
        (build) => {
          this.#drop();
          this.#ahead = { hash, build };
        },
        (error: unknown) => {
          this.#notBefore = performance.now() + againAfterMs;
          this.#parts.failed(hash, error);
        },
      )
      .finally(() => {
        this.#reading = undefined;
        if (this.#ahead) this.look();
      });
  }
}
