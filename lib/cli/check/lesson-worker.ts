import { parentPort, workerData } from 'node:worker_threads';
import { KeptLessons } from '@/lib/curriculum/read-kept-lessons';
import type { Asked, Told } from './lesson-hands';
import { lookAt } from './lesson-job';

/** The thread that reads lessons beside the command's own: with a thousand of them to look at, two cores are twice one. */
const lessons = new KeptLessons(workerData.dirs);

parentPort?.on('message', async ({ id, job }: Asked) => {
  const { kept, errors } = await lookAt(lessons, job);
  parentPort?.postMessage({ id, kept, errors } satisfies Told);
});
