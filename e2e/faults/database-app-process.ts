import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** An application process on an embedded database, as a test sees it (e2e/faults/database-app.ts). */
export interface TestApp {
  readonly process: ChildProcess;
  /** The ids whose storing was acknowledged, so far. */
  readonly stored: readonly string[];
  /** Resolves with the exit code, null when it was killed. */
  readonly hasEnded: Promise<number | null>;
  /** Resolves when `count` more rows were acknowledged. */
  storesMore(count: number): Promise<void>;
}

export function startApp(
  dataDir: string,
  systemFolder: string,
  program = 'e2e/faults/database-app.ts',
  args: readonly string[] = [],
): TestApp {
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataDir, systemFolder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, as a terminal gives each command.
    detached: true,
  });
  const stored: string[] = [];
  const said: string[] = [];
  const waiting: { until: number; resolve: () => void }[] = [];
  const hasEnded = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ended = async (): Promise<never> => {
    const code = await hasEnded;
    throw new Error(`the application ended (${code}): ${said.join('')}`);
  };
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (!line.startsWith('stored ')) return;
    stored.push(line.slice('stored '.length));
    for (const waiter of waiting.filter(({ until }) => stored.length >= until)) waiter.resolve();
  });
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  return {
    process: child,
    stored,
    hasEnded,
    storesMore: (count) => {
      const more = new Promise<void>((resolve) => waiting.push({ until: stored.length + count, resolve }));
      return Promise.race([more, ended()]);
    },
  };
}
