import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Installation } from '@/lib/db/embedded/installation';
import { ensureRoom, fullDisk } from '@/lib/db/embedded/room';
import { run } from '@/lib/db/embedded/run';
import type { Owner } from '@/lib/db/embedded/system-user';
import { isAlive } from '@/lib/db/is-alive';
import { StartFault } from '@/lib/db/start-fault';

/** A new cluster is 39 MB and keeps 16 MB of write-ahead log per segment; half of this would do for a day. */
const FIRST_BYTES = 128 * 2 ** 20;

/** The role that owns everything in the embedded server. */
export const ROLE = 'handrail';

/**
 * Makes a new home with an empty cluster in it. It grows under a temporary name and is renamed when whole: a start that
 * is killed leaves nothing that looks like a database, and of several first starts one wins.
 */
export async function initialise(installation: Installation, bin: string, owner: Owner | undefined): Promise<void> {
  const { home } = installation;
  ensureRoom(dirname(home), FIRST_BYTES);
  mkdirSync(dirname(home), { recursive: true });
  if (installation.isRoot) chmodSync(dirname(home), 0o755);
  sweepUnfinished(home);
  const making = `${home}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const password = join(making, 'password');
  try {
    mkdirSync(making, { mode: 0o700 });
    mkdirSync(join(making, 'run'), { mode: 0o700 });
    writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
    if (owner) for (const path of [making, join(making, 'run'), password]) chownSync(path, owner.uid, owner.gid);
    const args = [
      `--pgdata=${join(making, 'data')}`,
      `--username=${ROLE}`,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
    ];
    // The builtin provider needs nothing of the machine and knows all of Unicode; plain C would break lower('ÉCOLE').
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const made = await run(join(bin, 'initdb'), [...args, ...locale], owner, making);
    if (/No space left on device|Disk quota exceeded/.test(made.output))
      throw fullDisk(dirname(home), 'while the database was made');
    if (/Permission denied/.test(made.output))
      throw new StartFault(
        `The database's user "handrail" may not enter ${dirname(home)}.`,
        'Let others enter every folder above it (chmod o+x), start as a plain user, or set DATABASE_URL.',
      );
    if (made.code !== 0) throw new Error(`initdb failed:\n${made.output}`);
    renameSync(making, home);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another start was faster: its home is as good as ours.
    if (!existsSync(home)) throw error;
  }
}

/** Removes what starts that were killed left behind. */
function sweepUnfinished(home: string): void {
  const prefix = `${basename(home)}.new-`;
  for (const name of readdirSync(dirname(home))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (!isAlive(pid)) rmSync(join(dirname(home), name), { recursive: true, force: true });
  }
}
