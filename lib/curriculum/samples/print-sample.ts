import { Worker } from 'node:worker_threads';
import { sampleThread } from './sample-thread';

/** What a sample printed, line by line, or why it came to no end. */
export type Printed = { readonly lines: readonly string[]; readonly failed?: string; readonly isEndless?: true };

/** So long may a sample work; it does nothing but compute. */
const WORKING_TIME = 1_000;
/** Until the thread itself is given up: it may have to wait for a busy machine. */
const WALL_TIME = 20_000;
const MOST_MEGABYTES = 64;

/**
 * Runs JavaScript in a thread of its own, in a world that has the language and nothing else: no files, no network, no modules, no clock
 * and no chance, so that it prints the same for ever. Timers are kept in order without waiting.
 */
export function printedBy(code: string): Promise<Printed> {
  const worker = new Worker(sampleThread, {
    eval: true,
    workerData: { code, workingTime: WORKING_TIME },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  });
  return new Promise((settle) => {
    const end = (printed: Printed) => {
      clearTimeout(timer);
      settle(printed);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ lines: [], failed: 'it comes to no end', isEndless: true }), WALL_TIME);
    worker.on('message', (told: unknown) => end(isPrinted(told) ? told : { lines: [], failed: 'it told nothing' }));
    worker.on('error', (error) => end({ lines: [], failed: failureOf(error) }));
    worker.on('exit', () => end({ lines: [], failed: 'it ended the thread it ran in' }));
  });
}

function failureOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return `it needs more than ${MOST_MEGABYTES} MB`;
  return error instanceof Error ? error.message : String(error);
}

function isPrinted(told: unknown): told is Printed {
  return (
    told !== null &&
    typeof told === 'object' &&
    'lines' in told &&
    Array.isArray(told.lines) &&
    told.lines.every((line) => typeof line === 'string')
  );
}
