import type { RunningServer } from '@/lib/server/serve';

/** npm passes a Ctrl-C on to us, which the terminal has sent to us already: two within this time are one. */
const SAME_MS = 500;

/** Serves until SIGTERM or Ctrl-C, then finishes what was begun. A second Ctrl-C stops at once. */
export function untilToldToStop(server: RunningServer, tell: (sentence: string) => void): void {
  let told: number | undefined;
  const stop = () => {
    if (told !== undefined) {
      if (performance.now() - told > SAME_MS) process.exit(130);
      return;
    }
    told = performance.now();
    tell('Stopping: finishing what was begun. Ctrl-C again stops at once.');
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
