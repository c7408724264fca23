import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { onlyOne } from '@/lib/only-one';
import { actionLogLimits } from './action-log';
import { practisedLogSchema } from './grade-practice';
import type { StepTrail } from './step-trail';
import type { Task } from './task';
import type { TaskVerdict } from './verdict';

/** The log could not be graded in time; nothing was found wrong with it. */
export type Deferred = { kind: 'deferred'; why: string };

export type ReplayPoolOptions = { workers: number; wallTime: number; startTime: number; entry: string };

/** Jobs that may wait; more are deferred at once, so that memory stays bounded. */
const mostWaiting = 1_000;

// The entry is found from the project's root: this module may have been bundled, and then lies elsewhere.
const usual: ReplayPoolOptions = {
  workers: 2,
  wallTime: 5_000,
  startTime: 60_000,
  entry: join(process.cwd(), 'lib/labs/replay-worker.ts'),
};

type Verdict = TaskVerdict | Deferred;
type Job = { id: number; task: Task; log: unknown; asks: 'grade' | 'trail'; settle: (found: Found) => void };
/** What became of a job: a verdict, or where the log goes (undefined: it cannot be replayed). */
type Found = { verdict: Verdict } | { trail: StepTrail | undefined };
type Answer = 'ready' | ({ id: number } & Found);

/** A worker thread. While it loads it is not ready; while it grades it has a job; the timer is that of what it is doing. */
type Hand = { worker: Worker; ready: boolean; job: Job | null; timer: NodeJS.Timeout | null };

/** A few worker threads that grade action logs. A log that outlives its wall time costs its worker, not the server. */
export class ReplayPool {
  readonly #options: ReplayPoolOptions;
  readonly #hands = new Set<Hand>();
  readonly #waiting: Job[] = [];
  #lastId = 0;
  #closing = false;

  constructor(options: Partial<ReplayPoolOptions> = {}) {
    this.#options = { ...usual, ...options };
  }

  async grade(task: Task, log: unknown): Promise<Verdict> {
    const found = await this.#ask('grade', task, log);
    return 'verdict' in found ? found.verdict : deferred('the worker answered something else');
  }

  /** Where a log goes; undefined when it cannot be replayed, or not within the limits. */
  async trail(task: Task, log: unknown): Promise<StepTrail | undefined> {
    const found = await this.#ask('trail', task, log);
    return 'trail' in found ? found.trail : undefined;
  }

  #ask(asks: Job['asks'], task: Task, log: unknown): Promise<Found> {
    const verdict = refuseUnsent(log) ?? this.#refuse();
    if (verdict) return Promise.resolve({ verdict });
    return new Promise((settle) => {
      this.#lastId += 1;
      this.#waiting.push({ id: this.#lastId, task, log, asks, settle });
      this.#dispatch();
    });
  }

  #refuse(): Deferred | undefined {
    if (this.#closing) return deferred('the server is closing');
    return this.#waiting.length >= mostWaiting ? deferred(`${mostWaiting} logs wait already`) : undefined;
  }

  /** Ends the workers; what is still waiting is deferred. A job that comes later hires new ones. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const job of this.#waiting.splice(0)) job.settle({ verdict: deferred('the server is closing') });
    await Promise.all([...this.#hands].map((hand) => this.#dismiss(hand, 'the server is closing')));
    this.#closing = false;
  }

  /** Gives waiting jobs to idle hands, and hires as many more as the rest could use. */
  #dispatch(): void {
    for (const hand of this.#hands) if (hand.ready && !hand.job) this.#give(hand);
    const loading = [...this.#hands].filter((hand) => !hand.ready).length;
    const wanted = Math.min(this.#waiting.length - loading, this.#options.workers - this.#hands.size);
    for (let hired = 0; hired < wanted; hired += 1) this.#hire();
  }

  #give(hand: Hand): void {
    const job = this.#waiting.shift();
    if (!job) {
      hand.worker.unref();
      return;
    }
    hand.job = job;
    hand.timer = this.#limit(hand, 'replaying', this.#options.wallTime);
    hand.worker.ref();
    try {
      hand.worker.postMessage({ id: job.id, task: job.task, log: job.log, asks: job.asks });
    } catch {
      // Nested so deeply that it cannot even be copied. Thrown on from here it would end the process.
      const message = 'expected a list of actions, found one nested too deeply';
      job.settle({ verdict: { kind: 'rejected', code: 'bad-log', message } });
      this.#release(hand);
      this.#give(hand);
    }
  }

  #hire(): void {
    const worker = new Worker(boot(this.#options.entry), { eval: true });
    const hand: Hand = { worker, ready: false, job: null, timer: null };
    hand.timer = this.#limit(hand, 'starting', this.#options.startTime);
    worker.on('message', (answer: Answer) => this.#hear(hand, answer));
    // A worker that fails takes only its own job along; the next job hires another.
    worker.on('error', (error) => void this.#dismiss(hand, `the worker failed: ${String(error)}`));
    worker.on('exit', (code) => void this.#dismiss(hand, `the worker ended with code ${code}`));
    this.#hands.add(hand);
  }

  #hear(hand: Hand, answer: Answer): void {
    if (answer === 'ready') hand.ready = true;
    else if (hand.job?.id !== answer.id) return;
    else hand.job.settle(answer);
    this.#release(hand);
    this.#give(hand);
  }

  async #dismiss(hand: Hand, why: string): Promise<void> {
    if (!this.#hands.delete(hand)) return;
    // One that never got ready takes the first job in line along: else a worker that cannot load would be hired for ever.
    const job = hand.ready ? hand.job : this.#waiting.shift();
    this.#release(hand);
    job?.settle({ verdict: deferred(why) });
    await hand.worker.terminate();
    if (!this.#closing) this.#dispatch();
  }

  #limit(hand: Hand, doing: string, ms: number): NodeJS.Timeout {
    return setTimeout(() => void this.#dismiss(hand, `${doing} took more than ${ms} ms`), ms);
  }

  #release(hand: Hand): void {
    if (hand.timer) clearTimeout(hand.timer);
    hand.timer = null;
    hand.job = null;
  }
}

/** Loads TypeScript as the command does. `--import tsx` would do so in a worker of the main thread only, not in a worker's worker. */
function boot(entry: string): string {
  const address = JSON.stringify(pathToFileURL(entry).href);
  return `import('tsx/esm/api').then(({ register }) => { register(); return import(${address}); });`;
}

function deferred(why: string): Deferred {
  return { kind: 'deferred', why };
}

/** What is clearly no log is refused before it is copied to another thread. */
function refuseUnsent(log: unknown): TaskVerdict | null {
  if (!Array.isArray(log)) {
    if (practisedLogSchema.safeParse(log).success) return null;
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

/** Where a learner's log goes, action by action, within the same limits. */
export function trailInWorker(task: Task, log: unknown): Promise<StepTrail | undefined> {
  return pool().trail(task, log);
}

export function closeReplayPool(): Promise<void> {
  return pool().close();
}
