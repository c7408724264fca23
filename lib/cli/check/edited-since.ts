import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { contentDirs } from '@/lib/curriculum/read-curriculum';
import { locateInstallation } from '@/lib/db/embedded/installation';

/** What was checked, and the folders of the lessons that had to be looked at anew. */
export type Looked = { readonly curriculum: Curriculum; readonly fresh: ReadonlySet<string> };

/**
 * Who has answered questions before they were edited, in lines. Asked about lessons that were looked at anew since a database last said that
 * nothing in them is edited: a check of what has not changed asks nothing, and where no database runs nothing is asked either.
 */
export async function editedSince({ curriculum, fresh }: Looked, dirs = contentDirs()): Promise<readonly string[]> {
  const file = fileFor(dirs);
  const open = before(file);
  const lessons = curriculum.paths
    .flatMap((path) => path.lessons)
    .filter(({ draft, id, folder }) => !draft && (!open || open.has(id) || fresh.has(folder)));
  if (lessons.length === 0) return [];
  const note = isDatabaseThere() ? await ask(lessons.flatMap(({ items }) => items)) : undefined;
  const edited = note && new Set(note.edited);
  const left = edited ? lessons.filter(({ items }) => items.some(({ id }) => edited.has(id))) : lessons;
  write(
    file,
    left.map(({ id }) => id),
  );
  return note?.lines ?? [];
}

/** Loaded where there is something to ask, and somebody. */
async function ask(items: Parameters<typeof import('./affected-note').affectedNote>[0]) {
  return (await import('./affected-note')).affectedNote(items);
}

function isDatabaseThere(): boolean {
  if (process.env.DATABASE_URL || process.env.DATABASE_URL_FILE) return true;
  try {
    const { data } = locateInstallation(process.env.DATA_DIR || '.data', process.getuid?.() === 0);
    // For a note nobody starts a server.
    return existsSync(join(data, 'postmaster.pid'));
  } catch {
    // A data folder that cannot be made holds no database.
    return false;
  }
}

function fileFor(dirs: readonly string[]): string {
  const name = createHash('sha256').update(dirs.join('\0')).digest('hex').slice(0, 16);
  return resolve(process.env.DATA_DIR || '.data', 'cache', 'edited', `${name}.json`);
}

/** The lessons that may be edited; undefined: nobody has asked yet, and any may be. */
function before(file: string): ReadonlySet<string> | undefined {
  try {
    const ids: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(ids) ? new Set(ids) : undefined;
  } catch {
    return undefined;
  }
}

function write(file: string, ids: readonly string[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(ids));
  } catch {
    // Then the next check asks about more than it needs.
  }
}
