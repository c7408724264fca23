import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from '@/lib/db/embedded/installation';
import type { Owner } from '@/lib/db/embedded/system-user';
import { StartFault } from '@/lib/db/start-fault';

/** Looks at a home that exists, from the outside, and refuses what this PostgreSQL must not open. Changes nothing. */
export function judgeDataFolder(installation: Installation, major: number, owner: Owner | undefined): void {
  const { home, data, passwordFile } = installation;
  const uid = owner?.uid ?? process.getuid?.();
  if (statSync(home).uid !== uid)
    throw new StartFault(
      `The database in ${home} belongs to another user (uid ${statSync(home).uid}, this one is ${uid}).`,
      'Start as the user who set it up, or set DATA_DIR to a folder of your own.',
    );
  const found = readMajor(data);
  if (found === undefined || !existsSync(passwordFile))
    throw new StartFault(
      `${home} is not a database that Handrail made.`,
      'Move it away (the next start makes a new one), or set DATA_DIR to another folder.',
    );
  if (found < major)
    throw new StartFault(
      `The data in ${home} were written by PostgreSQL ${found}; this Handrail brings ${major}.`,
      `With the Handrail that wrote them: npm run handrail -- backup carry.handrail; then move ${home} away and, with this one: npm run handrail -- restore carry.handrail`,
    );
  if (found > major)
    throw new StartFault(
      `The data in ${home} were written by PostgreSQL ${found}, newer than the ${major} this Handrail brings.`,
      'Start the Handrail that last used them, or a later one.',
    );
}

function readMajor(data: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(data, 'PG_VERSION'), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}
