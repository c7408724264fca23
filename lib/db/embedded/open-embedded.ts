import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { embeddedMajor, ensureBinaries } from '@/lib/db/embedded/binaries';
import { judgeDataFolder } from '@/lib/db/embedded/data-folder';
import { initialise, ROLE } from '@/lib/db/embedded/initialise';
import { type Installation, locateInstallation } from '@/lib/db/embedded/installation';
import { LOCK_DATABASE } from '@/lib/db/embedded/join-server';
import { becomeMember } from '@/lib/db/embedded/membership';
import { ensureRoom, fullDisk } from '@/lib/db/embedded/room';
import type { Server } from '@/lib/db/embedded/server';
import { ensureSystemUser, type Owner } from '@/lib/db/embedded/system-user';
import { checkWhereabouts, hasNote, noteWhereabouts } from '@/lib/db/embedded/whereabouts';
import { errorCode } from '@/lib/db/error-code';
import type { ReachableDatabase } from '@/lib/db/reachable-database';
import { StartFault } from '@/lib/db/start-fault';
import { withClient } from '@/lib/db/with-client';

/** Two segments of write-ahead log: with less the first checkpoint could fail. */
const START_BYTES = 32 * 2 ** 20;
const DATABASE = 'handrail';

export interface EmbeddedOptions {
  /** Where root keeps the data; tests have their own. */
  readonly systemFolder?: string;
  readonly settings?: readonly string[];
}

/** Whether a database was ever set up for this data folder; makes nothing, not even the folder. */
export function hasInstallation(dataDir: string): boolean {
  if (!existsSync(dataDir)) return false;
  const installation = locateInstallation(dataDir, process.getuid?.() === 0);
  return existsSync(installation.home) || hasNote(installation) || existsSync(join(dataDir, 'postgres'));
}

/** The embedded server of a data folder: set up on the first start, started when it does not run, joined when it does. */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<ReachableDatabase> {
  const isRoot = process.getuid?.() === 0;
  const installation = locateInstallation(dataDir, isRoot, options.systemFolder);
  checkWhereabouts(installation);
  const owner = isRoot ? await ensureSystemUser() : undefined;
  const major = embeddedMajor();
  if (existsSync(installation.home)) {
    judgeDataFolder(installation, major, owner);
    ensureRoom(installation.home, START_BYTES);
  }
  const bin = await setUp(installation, owner).catch((error: unknown) => {
    throw setUpFault(error, installation);
  });
  const server: Server = { installation, bin, owner, settings: options.settings ?? [] };
  const membership = await becomeMember(server, urlOf(installation, LOCK_DATABASE));
  try {
    const serverVersion = await ensureDatabase(urlOf(installation, LOCK_DATABASE));
    const { home } = installation;
    return {
      kind: 'embedded',
      url: urlOf(installation, DATABASE),
      serverVersion,
      where: home,
      leave: membership.leave,
    };
  } catch (error) {
    await membership.leave();
    throw error;
  }
}

/** What is missing for a start: programs, a cluster, the note that says where it is, the socket's folder. */
async function setUp(installation: Installation, owner: Owner | undefined): Promise<string> {
  const bin = ensureBinaries(installation);
  if (!existsSync(installation.home)) await initialise(installation, bin, owner);
  noteWhereabouts(installation);
  ensureSocketFolder(installation);
  return bin;
}

function setUpFault(error: unknown, { home }: Installation): unknown {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return fullDisk(home, 'while the database was set up');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartFault(
        `The database cannot be set up in ${home} (${error instanceof Error ? error.message : error}).`,
        'Make that place writable, set DATA_DIR to another folder, or set DATABASE_URL.',
        { cause: error },
      );
    default:
      return error;
  }
}

function urlOf(installation: Installation, database: string): string {
  const password = readFileSync(installation.passwordFile, 'utf8').trim();
  return `postgresql://${ROLE}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(installation.run)}`;
}

function ensureDatabase(url: string): Promise<number> {
  return withClient(url, 'setup', async (client) => {
    const { rows } = await client.query<{ version: number; found: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version,
              EXISTS (SELECT FROM pg_database WHERE datname = $1) AS found`,
      [DATABASE],
    );
    if (!rows[0]?.found)
      await client.query(`CREATE DATABASE ${DATABASE}`).catch((error: unknown) => {
        // Another first start made it between the two statements.
        if (!['42P04', '23505'].includes(errorCode(error) ?? '')) throw error;
      });
    return rows[0]?.version ?? 0;
  });
}

/** The socket's folder may lie in /tmp when the data folder's own path is too long; there it is made anew and must be ours. */
function ensureSocketFolder({ run, home }: Installation): void {
  if (dirname(run) === home) return;
  try {
    mkdirSync(run, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const found = lstatSync(run);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new StartFault(
      `${run}, where the database's socket belongs, is not this user's folder.`,
      'Remove it, or set DATA_DIR to a shorter path.',
    );
  chmodSync(run, 0o700);
}
