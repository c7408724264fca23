import { setTimeout as pause } from 'node:timers/promises';
import { askedSeconds, backOffSeconds } from '@/lib/jobs/back-off';
import { type JobHandler, JobLater, JobPoisoned, mostTries, secondsOf } from '@/lib/jobs/job';
import { type At, buryJob, claimJobs, finishJob, type HeldJob, postponeJob, releaseJob } from '@/lib/jobs/job-store';

export type Worker = {
  readonly handlers: readonly JobHandler[];
  /** How many at a time. */
  readonly atOnce?: number;
  /** Aborted: the process ends. */
  readonly ending?: AbortSignal;
  readonly now?: () => At;
  readonly chance?: () => number;
};

const AT_ONCE = 4;
/** Between two looks when nothing was due; each a little different, so that processes do not look together. */
const LOOK_MS = 1_000;
/** A try that was told to stop gets this long before another process may take its job. */
const GRACE_SECONDS = 15;
/** What is under way when the process is told to end. */
const LAST_MS = 5_000;
const LONGEST_ERROR = 1_000;

/** Does what is due, and comes back when it is done. Returns how many jobs were taken up. */
export async function workOnce(worker: Worker): Promise<number> {
  const jobs = await takeUp(worker, worker.atOnce ?? AT_ONCE);
  for (const done of await Promise.allSettled(jobs)) if (done.status === 'rejected') throw done.reason;
  return jobs.length;
}

/** Works until it is stopped. `stop` takes up no more and lets what is under way end, if it does so within a few seconds. */
export function keepWorking(
  worker: Omit<Worker, 'ending'>,
  failed: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  const underWay = new Set<Promise<void>>();
  const most = worker.atOnce ?? AT_ONCE;
  const loop = async () => {
    while (!signal.aborted) {
      // The database may be away: the next look is soon enough.
      const taken = await takeUp({ ...worker, ending: signal }, most - underWay.size).catch((error: unknown) => {
        failed(error);
        return [];
      });
      for (const job of taken) {
        const done = job.catch(failed).finally(() => underWay.delete(done));
        underWay.add(done);
      }
      const rest = pause(LOOK_MS * (0.5 + Math.random()), undefined, { signal, ref: false }).catch(() => {});
      if (underWay.size >= most) await Promise.race(underWay);
      else if (taken.length === 0) await rest;
    }
    await Promise.all(underWay);
  };
  const running = loop();
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

/** Claims what is due, and begins with it. */
async function takeUp(worker: Worker, most: number): Promise<Promise<void>[]> {
  const leases = new Map(worker.handlers.map(({ kind }) => [kind.name, secondsOf(kind) + GRACE_SECONDS]));
  const jobs = await claimJobs(leases, most, worker.now?.() ?? null);
  return jobs.map((job) => doOne(job, worker));
}

async function doOne(job: HeldJob, worker: Worker): Promise<void> {
  const handler = worker.handlers.find(({ kind }) => kind.name === job.kind);
  if (!handler) return releaseJob(job);
  const now = worker.now?.() ?? null;
  const most = mostTries(handler.kind);
  // Only a job whose holder never came back is held more often than it may be tried: it may be what ended them.
  if (job.tries > most) return buryJob(job, `Tried ${most} times; the last try never came back.`, now);
  try {
    await runInTime(handler, job, most, worker.ending);
  } catch (error) {
    if (worker.ending?.aborted && !(error instanceof JobPoisoned)) return releaseJob(job);
    const chance = (worker.chance ?? Math.random)();
    const told = tell(error);
    if (error instanceof JobPoisoned || job.tries >= most) return buryJob(job, told, now);
    const seconds = error instanceof JobLater ? askedSeconds(error.seconds, chance) : backOffSeconds(job.tries, chance);
    return postponeJob(job, told, seconds, now);
  }
  await finishJob(job);
}

/** A try ends when its time is over, even if what it waits for never does. */
async function runInTime(
  handler: JobHandler,
  job: HeldJob,
  most: number,
  ending: AbortSignal | undefined,
): Promise<void> {
  const seconds = secondsOf(handler.kind);
  const over = new AbortController();
  const { signal } = over;
  const timers = [setTimeout(() => over.abort(new Error(`It took longer than ${seconds} seconds.`)), seconds * 1_000)];
  const atEnd = () => timers.push(setTimeout(() => over.abort(new Error('The process ends.')), LAST_MS));
  ending?.addEventListener('abort', atEnd, { once: true });
  const cut = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  cut.catch(() => {});
  try {
    const { id, tries: number } = job;
    await Promise.race([handler.run(job.payload, { id, number, isLast: number >= most, signal }), cut]);
  } finally {
    timers.forEach(clearTimeout);
    ending?.removeEventListener('abort', atEnd);
  }
}

/** What went wrong, in one line. Handlers see to it that no secret is in it. */
function tell(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, LONGEST_ERROR);
  const { cause } = error;
  const why = cause instanceof Error && cause.message !== error.message ? ` (${cause.message})` : '';
  return `${error.message}${why}`.slice(0, LONGEST_ERROR);
}
