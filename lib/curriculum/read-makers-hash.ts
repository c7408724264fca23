import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onlyOne } from '@/lib/only-one';

/** In lib/, but nothing that is read or found hangs on them: content of tests, what Prisma makes. */
const APART = ['broken', 'generated'];

/** Of all our code below lib/, the libraries, Node, and the folder from which paths are told. Another one means that nothing which was kept can be trusted: nobody has to remember a version number. */
export function makersHash(): string {
  return onlyOne('makers-hash', hashOfMakers);
}

/** The same, of the files as they are at this moment. */
export function hashOfMakers(): string {
  const root = process.cwd();
  const all = createHash('sha256').update(`${process.version}\0${root}`);
  const add = (file: string) =>
    all.update(`\0${file}\0`).update(readFileSync(join(/* turbopackIgnore: true */ root, file)));
  for (const file of sourcesIn(root, 'lib')) add(file);
  add('package-lock.json');
  return all.digest('hex').slice(0, 24);
}

function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(/* turbopackIgnore: true */ root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return APART.includes(entry.name) ? [] : sourcesIn(root, path);
      return /\.(ts|tsx|mjs|json)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
    });
}
