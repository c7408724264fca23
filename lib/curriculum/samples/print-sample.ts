import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { sampleProcess } from './sample-process';

/** What a sample printed, line by line, or why it came to no end. */
export type Printed = { readonly lines: readonly string[]; readonly failed?: string; readonly isEndless?: true };

/** So long may a sample work; it does nothing but compute. */
const WORKING_TIME = 1_000;
/** Until the process itself is given up: before it begins, because it may have to wait for a busy machine, and from then on. */
const WAKING_TIME = 20_000;
const WALL_TIME = 3_000;
const MOST_MEGABYTES = 64;
/** More than the lines that a sample may print. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Node 24 has no other name for it, Node 20 not this one. */
const permission = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

/**
 * Runs JavaScript in a world that has the language and nothing else: no files, no network, no modules, no clock and no chance, so that it
 * prints the same for ever. Timers are kept in order without waiting. The world lies in a process of its own, for whoever gets out of it:
 * one that may open no file, start no process and no thread, load nothing native, make no code out of text, knows no variable of the
 * environment, and is killed when its time or its memory is used up.
 */
export function printedBy(code: string, program = sampleProcess): Promise<Printed> {
  const child = spawn(
    process.execPath,
    [
      permission,
      '--no-warnings',
      '--no-addons',
      '--disallow-code-generation-from-strings',
      `--max-old-space-size=${MOST_MEGABYTES}`,
      '--eval',
      program,
    ],
    {
      env: { NODE_ENV: 'production' },
      cwd: tmpdir(),
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: WAKING_TIME,
      killSignal: 'SIGKILL',
    },
  );
  const told: Buffer[] = [];
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (part: Buffer) => {
    // A space says that it begins.
    timer ??= setTimeout(() => child.kill('SIGKILL'), WALL_TIME);
    bytes += part.length;
    if (bytes > MOST_BYTES) child.kill('SIGKILL');
    else told.push(part);
  });
  // It may end before it has read.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify({ code, workingTime: WORKING_TIME }));
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (exit, signal) => {
      clearTimeout(timer);
      settle(printedOf(told, exit, signal));
    });
  });
}

function printedOf(told: readonly Buffer[], exit: number | null, signal: NodeJS.Signals | null): Printed {
  if (signal === 'SIGKILL') return { lines: [], failed: 'it comes to no end', isEndless: true };
  // What the engine does when its heap is full: it gives up the process.
  if (signal === 'SIGABRT' || signal === 'SIGTRAP' || exit === 134)
    return { lines: [], failed: `it needs more than ${MOST_MEGABYTES} MB` };
  const read = parsed(Buffer.concat(told).toString('utf8'));
  return isPrinted(read) ? read : { lines: [], failed: 'it told nothing' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPrinted(told: unknown): told is Printed {
  return (
    told !== null &&
    typeof told === 'object' &&
    'lines' in told &&
    Array.isArray(told.lines) &&
    told.lines.every((line) => typeof line === 'string') &&
    (!('failed' in told) || typeof told.failed === 'string')
  );
}
