import { readFileSync } from 'node:fs';
import { run } from '@/lib/db/embedded/run';
import { StartFault } from '@/lib/db/start-fault';

/** Who PostgreSQL's processes run as; undefined is the user of this process. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'handrail';
const USERADD = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME];

/** The user that runs PostgreSQL when we are root: made without home or shell on the first start. */
export async function ensureSystemUser(): Promise<Owner> {
  for (let tries = 0; ; tries++) {
    const found = findUser();
    if (found) return found;
    const made = await run('/usr/sbin/useradd', USERADD).catch(() => ({ code: 127, output: 'useradd was not found' }));
    if (made.code === 0 || findUser()) continue;
    // Two starts at once: the second finds the file locked, or the user there.
    if (tries < 20 && /lock/.test(made.output)) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    throw new StartFault(
      `PostgreSQL refuses to run as root, and the user "${NAME}" could not be made (${made.output.trim()}).`,
      `Make it by hand (useradd --system ${NAME}), start as a plain user, or set DATABASE_URL.`,
    );
  }
}

function findUser(): Owner | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  const owner = { uid: Number(uid), gid: Number(gid) };
  return owner.uid > 0 && owner.gid > 0 ? owner : undefined;
}
