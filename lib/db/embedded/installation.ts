import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '@/lib/db/start-fault';

/** Where root keeps what PostgreSQL's own user must reach: binaries for all, data per data folder. */
export const SYSTEM_FOLDER = '/var/lib/handrail';

/** The whole address of a Unix socket must fit in 108 bytes on Linux and 104 on macOS, its name and end included. */
const LONGEST_SOCKET_PATH = 100;
const SOCKET_NAME = '.s.PGSQL.5432';

/** One embedded database on this machine: a home that holds its data, its password and its log. */
export interface Installation {
  /** The folder it belongs to (DATA_DIR), as the file system spells it. */
  readonly dataDir: string;
  readonly home: string;
  readonly data: string;
  /** The folder of the socket, entered by its owner only. */
  readonly run: string;
  readonly log: string;
  readonly passwordFile: string;
  readonly isRoot: boolean;
}

/**
 * PostgreSQL refuses to run as root, and the user it then runs as cannot enter a private checkout. As root the data
 * therefore lie in /var/lib/handrail under the hash of the data folder's path, so that clones never share; as a plain
 * user they lie in the data folder itself.
 */
export function locateInstallation(folder: string, isRoot: boolean, systemFolder = SYSTEM_FOLDER): Installation {
  const dataDir = makeDataDir(folder);
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = isRoot ? join(systemFolder, digest) : join(dataDir, 'postgres');
  return {
    dataDir,
    home,
    data: join(home, 'data'),
    run: socketFolder(join(home, 'run'), digest),
    log: join(home, 'log'),
    passwordFile: join(home, 'password'),
    isRoot,
  };
}

export function socketOf(installation: Installation): string {
  return join(installation.run, SOCKET_NAME);
}

function makeDataDir(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return realpathSync(folder);
  } catch (error) {
    throw new StartFault(
      `The data folder ${folder} cannot be made or entered (${error instanceof Error ? error.message : error}).`,
      'Set DATA_DIR to a folder this user may write to.',
      { cause: error },
    );
  }
}

function socketFolder(wanted: string, digest: string): string {
  const length = Buffer.byteLength(join(wanted, SOCKET_NAME));
  return length <= LONGEST_SOCKET_PATH ? wanted : `/tmp/handrail-${process.getuid?.() ?? 0}-${digest}`;
}
