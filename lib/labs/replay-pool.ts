import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { onlyOne } from '@/lib/only-one';
import { actionLogLimits } from './action-log';
import type { Task } from './task';
import type { TaskVerdict } from './verdict';

/** The log could not be graded in time; nothing was found wrong with it. */
export type Deferred = { kind: 'deferred' };

export type ReplayPoolOptions = { workers: number; wallTime: number; entry: string };

/** Jobs that may wait; more are deferred at once, so that memory stays bounded. */
const mostWaiting = 1_000;

// The entry is found from the project's root: this module may have been bundled, and then lies elsewhere.
const usual: ReplayPoolOptions = {
  workers: 2,
  wallTime: 5_000,
  entry: join(process.cwd(), 'lib/labs/replay-worker.ts'),
};

/** `--import tsx` does nothing in a worker of Node 20: there the loader must be registered from inside. */
const start = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:url').pathToFileURL(require('node:worker_threads').workerData).href);
})`;

type Job = { id: number; task: Task; log: unknown; settle: (verdict: TaskVerdict | Deferred) => void };
type Hand = { worker: Worker; job: Job | null; timer: NodeJS.Timeout | null };

/** A few worker threads that grade action logs. A log that outlives its wall time costs its worker, not the server. */
export class ReplayPool {
  readonly #options: ReplayPoolOptions;
  readonly #hands = new Set<Hand>();
  readonly #waiting: Job[] = [];
  #lastId = 0;
  #closed = false;

  constructor(options: Partial<ReplayPoolOptions> = {}) {
    this.#options = { ...usual, ...options };
  }

  grade(task: Task, log: unknown): Promise<TaskVerdict | Deferred> {
    const refusal = refuseUnsent(log);
    if (refusal) return Promise.resolve(refusal);
    if (this.#closed || this.#waiting.length >= mostWaiting) return Promise.resolve({ kind: 'deferred' });
    return new Promise((settle) => {
      this.#lastId += 1;
      this.#waiting.push({ id: this.#lastId, task, log, settle });
      this.#dispatch();
    });
  }

  /** Ends the workers; what is still waiting is deferred. The next job would hire new ones. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) job.settle({ kind: 'deferred' });
    await Promise.all([...this.#hands].map((hand) => this.#dismiss(hand)));
    this.#closed = false;
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const hand = this.#freeHand();
      const job = hand && this.#waiting.shift();
      if (!hand || !job) return;
      hand.job = job;
      hand.timer = setTimeout(() => this.#dismiss(hand), this.#options.wallTime);
      hand.worker.ref();
      hand.worker.postMessage({ id: job.id, task: job.task, log: job.log });
    }
  }

  #freeHand(): Hand | null {
    for (const hand of this.#hands) if (!hand.job) return hand;
    return this.#hands.size < this.#options.workers ? this.#hire() : null;
  }

  #hire(): Hand {
    const worker = new Worker(start, { eval: true, execArgv: [], workerData: this.#options.entry });
    const hand: Hand = { worker, job: null, timer: null };
    worker.unref();
    worker.on('message', (answer: { id: number; verdict: TaskVerdict }) => this.#finish(hand, answer));
    // A worker that fails takes only its own job along; the next job hires another.
    worker.on('error', () => void this.#dismiss(hand));
    worker.on('exit', () => void this.#dismiss(hand));
    this.#hands.add(hand);
    return hand;
  }

  #finish(hand: Hand, answer: { id: number; verdict: TaskVerdict }): void {
    const { job } = hand;
    if (job?.id !== answer.id) return;
    this.#release(hand);
    hand.worker.unref();
    job.settle(answer.verdict);
    this.#dispatch();
  }

  async #dismiss(hand: Hand): Promise<void> {
    if (!this.#hands.delete(hand)) return;
    const { job } = hand;
    this.#release(hand);
    job?.settle({ kind: 'deferred' });
    await hand.worker.terminate();
    if (!this.#closed) this.#dispatch();
  }

  #release(hand: Hand): void {
    if (hand.timer) clearTimeout(hand.timer);
    hand.timer = null;
    hand.job = null;
  }
}

/** What is clearly no log is refused before it is copied to another thread. */
function refuseUnsent(log: unknown): TaskVerdict | null {
  if (!Array.isArray(log)) {
    return { kind: 'rejected', code: 'bad-log', message: `expected a list of actions, found ${typeof log}` };
  }
  if (log.length <= actionLogLimits.actions) return null;
  const message = `expected at most ${actionLogLimits.actions} actions, found ${log.length}`;
  return { kind: 'rejected', code: 'too-long', message };
}

function pool(): ReplayPool {
  return onlyOne('replay-pool', () => new ReplayPool());
}

/** Grades a learner's log in a worker thread, within the limits of the contract. */
export function gradeInWorker(task: Task, log: unknown): Promise<TaskVerdict | Deferred> {
  return pool().grade(task, log);
}

export function closeReplayPool(): Promise<void> {
  return pool().close();
}
