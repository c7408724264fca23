import { parentPort } from 'node:worker_threads';
import * as z from 'zod/mini';
import { gradeTask } from './grade-task';
import { stepTrail } from './step-trail';
import { taskSchema } from './task';

/** The thread that replays action logs: learners' logs are never run on the thread that answers everyone else. */
const job = z.object({ id: z.number(), task: taskSchema, log: z.unknown(), asks: z.enum(['grade', 'trail']) });

parentPort?.on('message', (message: unknown) => {
  const { id, task, log, asks } = job.parse(message);
  parentPort?.postMessage(
    asks === 'trail' ? { id, trail: stepTrail(task, log) } : { id, verdict: gradeTask(task, log) },
  );
});

// Until now the thread was loading: the clock of a job starts after this.
parentPort?.postMessage('ready');
