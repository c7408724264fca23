import type { Reading } from './read-file';

/** Ten thousand packets take a fraction of a second; whatever takes longer than this is not worth waiting for. */
const patienceMs = 10_000;

export type Outcome = Reading | { kind: 'too-slow' | 'broken' };

/** Reads a capture in a worker of its own, which ends when it has answered, when its time is up, or when nobody waits any more. */
export function readInWorker(file: File, tell: (outcome: Outcome) => void): () => void {
  const worker = new Worker(new URL('./capture-worker.ts', import.meta.url), { type: 'module' });
  const end = (outcome?: Outcome) => {
    clearTimeout(timer);
    worker.terminate();
    if (outcome) tell(outcome);
  };
  const timer = setTimeout(() => end({ kind: 'too-slow' }), patienceMs);
  worker.addEventListener('message', (event: MessageEvent<Reading>) => end(event.data));
  worker.addEventListener('error', () => end({ kind: 'broken' }));
  worker.postMessage(file);
  return () => end();
}
