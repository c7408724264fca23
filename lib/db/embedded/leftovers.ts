import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Installation, socketOf } from '@/lib/db/embedded/installation';

/**
 * After a kill -9 PostgreSQL may refuse to start because of what the dead server left. Both cures look at who has the
 * data folder as working directory, which every server process has; /proc tells on Linux. Elsewhere nothing is done
 * and the start is simply tried again: orphans end by themselves when they notice that their postmaster is gone.
 */
export async function clearLeftovers(installation: Installation, log: string): Promise<void> {
  if (process.platform !== 'linux') return;
  if (/pre-existing shared memory block/.test(log)) await endOrphans(installation);
  else if (/lock file "(postmaster\.pid|.*\.lock)" already exists/.test(log)) forgetDeadPostmaster(installation);
}

/** Backends that outlived their postmaster. Never the processes of the server that the pid file names: it may be a new one. */
async function endOrphans(installation: Installation): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const postmaster = readPostmaster(installation);
    const orphans = usersOf(installation).filter((pid) => pid !== postmaster && parentOf(pid) !== postmaster);
    if (orphans.length === 0) return;
    for (const pid of orphans) signalTo(pid, signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/**
 * The pid file names a process that is a zombie (nobody reaped it, as in a container without init) or another program
 * that got the number later. A server that is starting has entered the data folder before it writes the file.
 */
function forgetDeadPostmaster(installation: Installation): void {
  const postmaster = readPostmaster(installation);
  if (postmaster === undefined || usersOf(installation).length > 0) return;
  rmSync(join(installation.data, 'postmaster.pid'), { force: true });
  rmSync(`${socketOf(installation)}.lock`, { force: true });
}

/** The postmaster that `postmaster.pid` names, alive or not. */
export function readPostmaster(installation: Installation): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(installation.data, 'postmaster.pid'), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

function usersOf(installation: Installation): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && workingDirectory(pid) === installation.data);
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone meanwhile, a zombie, or somebody else's.
    return undefined;
  }
}

function parentOf(pid: number): number | undefined {
  try {
    // "pid (name) state ppid …"; the name may hold spaces and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return Number(fields?.[1]);
  } catch {
    return undefined;
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself.
  }
}
