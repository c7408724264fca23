import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command and everything it started used of the machine. */
export type Used = {
  /** Seconds of processor time, of all cores together. */
  readonly coreSeconds: number;
  /** The most that all of them held in memory at one time, what they share counted once; 0 where the system does not say. */
  readonly mebibytes: number;
};

const LOOK_EVERY = 500;

/** Runs a command to its end. Fails when it does. */
export function used(command: readonly string[], env: Record<string, string>): Promise<Used> {
  // The shell adds up what its children used and waited for, which Node does not tell.
  const child = spawn('sh', ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  const hear = (bytes: Buffer) => {
    said += bytes.toString('utf8');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let mebibytes = 0;
  const looking = setInterval(() => {
    mebibytes = Math.max(mebibytes, heldBy(child.pid ?? 0));
  }, LOOK_EVERY);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(looking);
      if (code === 0) resolve({ coreSeconds: coreSecondsIn(said), mebibytes });
      else reject(new Error(`${command.join(' ')} ended with ${code}:\n${said.slice(-2_000)}`));
    });
  });
}

/** `times` writes two lines, `0m1.25s 0m0.50s`: the shell's own, and its children's. */
function coreSecondsIn(said: string): number {
  const last = said.trimEnd().split('\n').at(-1) ?? '';
  const parts = [...last.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`the shell told no times: ${last}`);
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function heldBy(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readIfThere('/proc')) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? textOf(`/proc/${pid}/stat`) : undefined;
    // The name stands in brackets and may hold anything.
    if (stat) parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(parents.get(pid) ?? 0));
  const kibibytes = [...parents.keys()]
    .filter(isBelow)
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0));
  return kibibytes.reduce((sum, one) => sum + one, 0) / 1_024;
}

function readIfThere(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Processes end while one looks at them. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
