import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { KeptLessons } from '@/lib/curriculum/read-kept-lessons';
import { keepCode } from './bundle';
import type { LessonDone, LessonJob } from './lesson-job';
import { lessonWork, MANY } from './lesson-work';

export type Asked = { readonly id: number; readonly job: LessonJob };
export type Told = { readonly id: number } & Pick<LessonDone, 'kept' | 'errors'>;

type Waiting = {
  readonly job: LessonJob;
  readonly settle: (done: Done) => void;
  readonly fail: (fault: unknown) => void;
};
/** From another thread comes what is kept, not the reading itself. */
export type Done = Omit<LessonDone, 'read'> & { readonly read?: LessonDone['read'] };

/** A thread is given several at once, so that it never waits for this one. */
const AT_ONCE = 4;

/** Looks at lessons: on this thread, and on one for each further core when there are many. */
export class LessonHands {
  readonly #waiting: Waiting[] = [];
  readonly #workers = new Map<Worker, Map<number, Waiting>>();
  #lessons: KeptLessons | undefined;
  #isBusy = false;
  #asked = 0;

  constructor(
    readonly dirs: readonly string[],
    readonly threads = availableParallelism() - 1,
  ) {}

  run(job: LessonJob): Promise<Done> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ job, settle, fail });
      if (!this.#isBusy) void this.#work();
    });
  }

  close(): void {
    // A long run forgets how it began: what a short one compiled is what the next one needs.
    if (this.#workers.size === 0) keepCode(this.#lessons ? 2 : 1);
    for (const worker of this.#workers.keys()) void worker.terminate();
    this.#workers.clear();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    // Whoever asks for one lesson asks for its neighbours in the same breath.
    await new Promise(setImmediate);
    const areMany = this.#waiting.length >= MANY;
    const { job, bundle } = await lessonWork(areMany);
    if (areMany) while (this.#workers.size < this.threads) this.#hire(bundle);
    // What reads a lesson comes with the rules: their own hand on what is kept.
    this.#lessons ??= job.lessonsOf(this.dirs);
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      await job.lookAt(this.#lessons, next.job).then(next.settle, next.fail);
      // Between two lessons the others are heard.
      await new Promise(setImmediate);
    }
    this.#isBusy = false;
  }

  #hire(bundle: string | undefined): void {
    const workerData = { dirs: this.dirs };
    const worker = bundle
      ? new Worker(`require(${JSON.stringify(bundle)}).lessonWorker()`, { eval: true, workerData, execArgv: [] })
      : new Worker(boot('lib/cli/check/lesson-worker.ts'), { eval: true, workerData });
    const hands = new Map<number, Waiting>();
    this.#workers.set(worker, hands);
    worker.on('message', ({ id, kept, errors }: Told) => {
      hands.get(id)?.settle({ kept, errors });
      hands.delete(id);
      this.#give(worker, hands);
    });
    // What a thread cannot do is done on this one, where its fault is told.
    worker.on('error', () => this.#dismiss(worker, hands));
    worker.on('exit', () => this.#dismiss(worker, hands));
    this.#give(worker, hands);
  }

  #give(worker: Worker, hands: Map<number, Waiting>): void {
    while (hands.size < AT_ONCE) {
      const next = this.#waiting.pop();
      if (!next) return;
      this.#asked += 1;
      hands.set(this.#asked, next);
      worker.postMessage({ id: this.#asked, job: next.job } satisfies Asked);
    }
  }

  #dismiss(worker: Worker, hands: Map<number, Waiting>): void {
    if (!this.#workers.delete(worker)) return;
    this.#waiting.push(...hands.values());
    hands.clear();
    if (!this.#isBusy && this.#waiting.length > 0) void this.#work();
  }
}

/** Loads TypeScript as the command does. */
function boot(entry: string): string {
  const address = JSON.stringify(pathToFileURL(entry).href);
  return `import('tsx/esm/api').then(({ register }) => { register(); return import(${address}); });`;
}
