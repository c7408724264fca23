import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command and everything it started used of the machine. */
export type Used = {
  /** Seconds of processor time, of all cores together. */
  readonly coreSeconds: number;
  /** The most that all of them held in memory at one time, what they share counted once; 0 where the system does not say. */
  readonly mebibytes: number;
};

const LOOK_EVERY = 100;
/** Adding up the pages of a process is work for the system. */
const WEIGH_EVERY = 5;
/** Of the times in /proc, on every Linux there is. */
const TICKS_A_SECOND = 100;

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
  let looks = 0;
  // By process: what it had used when it was last seen. Who is killed and not waited for, as Next's workers are, is in nobody's sum.
  const seen = new Map<string, number>();
  const looking = setInterval(() => {
    const family = below(child.pid ?? 0);
    for (const { name, coreSeconds } of family) seen.set(name, coreSeconds);
    if (looks++ % WEIGH_EVERY === 0) mebibytes = Math.max(mebibytes, heldBy(family));
  }, LOOK_EVERY);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(looking);
      const looked = [...seen.values()].reduce((sum, one) => sum + one, 0);
      // Looking misses the end of each, the shell misses who was not waited for.
      if (code === 0) resolve({ coreSeconds: Math.max(looked, coreSecondsIn(said)), mebibytes });
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

/** `name`: the number and when it began, since numbers are used again. */
type Process = { readonly pid: number; readonly parent: number; readonly name: string; readonly coreSeconds: number };

/** A process and all that come from it; none where the system has no /proc. */
function below(root: number): Process[] {
  const all = new Map<number, Process>();
  for (const name of readIfThere('/proc')) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? textOf(`/proc/${pid}/stat`) : undefined;
    if (!stat) continue;
    // The name stands in brackets and may hold anything; after it come, from the third on: state, parent, … 14 utime, 15 stime, 22 starttime.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const at = (number: number) => Number(fields[number - 3]);
    all.set(pid, { pid, parent: at(4), name: `${pid} ${at(22)}`, coreSeconds: (at(14) + at(15)) / TICKS_A_SECOND });
  }
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(all.get(pid)?.parent ?? 0));
  return [...all.values()].filter(({ pid }) => isBelow(pid));
}

function heldBy(family: readonly Process[]): number {
  const kibibytes = family.map(({ pid }) =>
    Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0),
  );
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
