import { fold } from '@/lib/gradebook/submit-fold';

/** Between two looks when there is little to do: staff see an answer after so long. */
const idleMs = 2_000;
/** What failed once would fail again at once. */
const failedMs = 15_000;
/** After work the job rests so many times as long as it worked: it takes a twelfth of the time at most. */
const restFactor = 11;

/** How long to rest after a fold that took so long. */
export function restAfter(workedMs: number, isAll: boolean): number {
  const rest = workedMs * restFactor;
  return isAll ? Math.max(idleMs, rest) : rest;
}

/**
 * Folds in the background what was stored, in whichever process comes first; call the result to stop. A look at nothing new is a few small
 * statements.
 */
export function keepFolding(failed: (error: unknown) => void): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const after = (ms: number) => {
    if (stopped) return;
    timer = setTimeout(look, ms);
    timer.unref();
  };
  const look = () => {
    const begun = performance.now();
    fold().then(
      (folded) => after(restAfter(performance.now() - begun, folded.kind === 'elsewhere' || folded.isAll)),
      (error) => {
        failed(error);
        after(failedMs);
      },
    );
  };
  after(idleMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
