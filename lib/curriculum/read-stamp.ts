import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { contentWatch } from './read-changes';
import { stampOfFolder } from './read-folder-stamp';
import { folderExists } from './read-source';

/** Changes whenever a file below `dirs` is written, added or removed. */
export async function stampOf(dirs: readonly string[]): Promise<string> {
  const watch = contentWatch(dirs);
  // What was saved before this was asked is heard in the same turn of the loop or in the next.
  await turn();
  await turn();
  if (watch.version !== undefined) return `heard ${watch.version}`;
  const hash = createHash('sha256');
  for (const dir of dirs) hash.update((await folderExists(dir)) ? stampOfFolder(dir).signature : 'none');
  return hash.digest('hex');
}
