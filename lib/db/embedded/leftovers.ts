import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Installation, socketOf } from '@/lib/db/embedded/installation';
import { readPostmaster } from '@/lib/db/embedded/postmaster';

/**
 * After a kill -9 PostgreSQL may refuse to start because of what the dead server left: backends that outlived it and keep
 * its shared memory, or a pid file whose process is a zombie (nobody reaped it, as in a container without init) or by now
 * another program. Who has the data folder as working directory decides, since every server process enters it before it
 * writes the pid file; /proc tells on Linux. Elsewhere the start is simply tried again: orphans end when they notice.
 */
export async function clearLeftovers(installation: Installation, log: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const isInTheWay = /lock file "(postmaster\.pid|.*\.lock)" already exists/.test(log);
  if (!isInTheWay && !/pre-existing shared memory block/.test(log)) return;
  const named = readPostmaster(installation);
  if (named !== undefined && usersOf(installation).includes(named)) return;
  await endOrphans(installation);
  if (!isInTheWay || named === undefined || readPostmaster(installation) !== named) return;
  rmSync(join(installation.data, 'postmaster.pid'), { force: true });
  rmSync(`${socketOf(installation)}.lock`, { force: true });
}

/** Never the processes of the server that the pid file names by then: it may be a new one. */
async function endOrphans(installation: Installation): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    // In this order: whoever entered the folder and wrote the file in between is spared.
    const users = usersOf(installation);
    const postmaster = readPostmaster(installation);
    const orphans = users.filter((pid) => pid !== postmaster && parentOf(pid) !== postmaster);
    if (orphans.length === 0) return;
    for (const pid of orphans) signalTo(pid, signal);
    await new Promise((resolve) => setTimeout(resolve, 300));
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
