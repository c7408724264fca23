import { readFile } from './read-file';

/**
 * Reads one file and answers once. A capture is anybody's bytes: whatever it does to this worker, the page goes on, and ends the worker
 * when it takes too long (read-in-worker.ts).
 */
addEventListener('message', async (event: MessageEvent<unknown>) => {
  if (!(event.data instanceof Blob)) return;
  const { reading, bytes } = await readFile(event.data);
  // The packets are views of these bytes: handed over, not copied.
  postMessage(reading, { transfer: [bytes] });
});
