import { cpSync, existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';

const name = (at: number) => join('content', String(at));

/**
 * A build keeps the content it was made from: whoever serves it asks and grades by that, whatever an author is writing in the folder
 * meanwhile, and after a restart too.
 */
export async function keepContent(folder: string, dirs: readonly string[]): Promise<void> {
  // A folder may be a link that is led elsewhere with each release: what it leads to now is kept, not the link.
  for (const [at, dir] of dirs.entries())
    cpSync(await realpath(dir), join(folder, name(at)), {
      recursive: true,
      filter: (path, copy) =>
        copy === join(folder, name(at)) || !basename(path).startsWith('.') || basename(path) === '.ids.json',
    });
}

/** Where a build keeps its content, in the order of the folders it was made from; undefined of a build that was made before there was such a thing. */
export function keptContent(folder: string): string[] | undefined {
  const dirs: string[] = [];
  while (existsSync(join(folder, name(dirs.length)))) dirs.push(join(folder, name(dirs.length)));
  return dirs.length > 0 ? dirs : undefined;
}
