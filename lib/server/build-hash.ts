import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What a build is made of: `buildId` of code and lock file, `hash` of these and the content. */
export type BuildHash = { readonly buildId: string; readonly hash: string };

const CODE = [
  'app',
  'components',
  'lib',
  'next.config.mjs',
  '.browserslistrc',
  'tsconfig.json',
  'package-lock.json',
  'prisma/schema.prisma',
];

/** Not part of what is built: tests, prose, the commands, what Prisma makes from the schema. */
const APART = /\.(test|bench)\.tsx?$|\.md$|^lib\/cli\/|^lib\/db\/generated\//;

type World = {
  readonly root: string;
  readonly contentDirs: readonly string[];
  /** Baked into pages: the address in canonical links. */
  readonly publicUrl: string | undefined;
};

/** Reads everything that a build depends on. The same hash means that the last build still holds. */
export async function buildHash({ root, contentDirs, publicUrl }: World): Promise<BuildHash> {
  const code = createHash('sha256');
  for (const name of CODE) await addTo(code, root, join(root, name), (path) => !APART.test(path));
  const buildId = code.digest('hex').slice(0, 16);

  const all = createHash('sha256')
    .update(buildId)
    .update(`\0${publicUrl ?? ''}`);
  for (const folder of [join(root, 'content'), ...contentDirs]) {
    all.update(`\0${folder === join(root, 'content') ? 'content' : folder}`);
    await addTo(all, folder, folder, () => true);
  }
  return { buildId, hash: all.digest('hex').slice(0, 16) };
}

type Hash = ReturnType<typeof createHash>;

async function addTo(hash: Hash, root: string, path: string, belongs: (path: string) => boolean): Promise<void> {
  for (const file of await filesIn(path)) {
    const name = relative(root, file).replaceAll('\\', '/');
    if (!belongs(name)) continue;
    // Not asynchronously: of ten thousand files that takes ten times as long.
    const bytes = readFileSync(file);
    // Name and length keep neighbours apart: moving a byte from one file to the next is another hash.
    hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
  }
}

/** The files under a path, in one order everywhere; a file is its own list, nothing is an empty one. */
async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return null;
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  if (entries === null) return [path];
  // Editors leave dot files behind; none of ours is content, save the list of published ids.
  return entries
    .filter((entry) => entry.isFile() && (!entry.name.startsWith('.') || entry.name === '.ids.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}
