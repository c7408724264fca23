import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { makersHash } from '@/lib/curriculum/read-makers-hash';

/** What looks at a lesson, and the thread that does it beside the command's own. */
const ENTRIES = ['lesson-job', 'lesson-worker'];
/** Versions of the code whose bundles stay on disk. */
const KEPT_MAKERS = 3;
const SUM = 'sum';

type LessonWork = { readonly job: typeof import('./lesson-job'); readonly worker: string | undefined };

/**
 * The lesson rules, ready to run. Loading some hundred modules one by one as TypeScript takes longer than looking at a lesson: they are
 * bundled once for each version of our code and its libraries, when there are many lessons to look at. Where that cannot be written, they are loaded one by one.
 */
export async function lessonWork(areMany: boolean): Promise<LessonWork> {
  try {
    const folder = await bundled(areMany);
    const address = (name: string) => pathToFileURL(join(folder, `${name}.mjs`)).href;
    return { job: await import(address('lesson-job')), worker: address('lesson-worker') };
  } catch {
    return { job: await import('./lesson-job'), worker: undefined };
  }
}

/** Two libraries stay where they are: one reads files beside it, the other is two hundred languages that are loaded one at a time. */
const fromTheirPlace: Plugin = {
  name: 'from-their-place',
  setup(build) {
    build.onResolve({ filter: /^(css-tree|shiki)(\/|$)/ }, ({ path }) => ({
      path: import.meta.resolve(path),
      external: true,
    }));
  },
};

async function bundled(areMany: boolean): Promise<string> {
  const home = resolve(process.env.DATA_DIR || '.data', 'cache', 'lesson-work');
  const folder = join(home, makersHash());
  if (isWhole(folder)) return folder;
  if (!areMany) throw new Error('bundling pays when there are many lessons');
  rmSync(folder, { recursive: true, force: true });
  const { build } = await import('esbuild');
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  await build({
    entryPoints: ENTRIES.map((name) => join('lib/cli/check', `${name}.ts`)),
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: true,
    logLevel: 'silent',
    plugins: [fromTheirPlace],
    // Libraries in the older form ask for Node's own modules by `require`, which a module does not have.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  writeFileSync(join(draft, SUM), sumOf(draft));
  // Renamed into place, so that nobody meets half of it; whoever comes second finds the first one's.
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  retire(home);
  return folder;
}

/** A damaged bundle would be other rules: it counts as none. */
function isWhole(folder: string): boolean {
  try {
    return readFileSync(join(folder, SUM), 'utf8') === sumOf(folder);
  } catch {
    return false;
  }
}

function sumOf(folder: string): string {
  const sum = createHash('sha256');
  for (const name of readdirSync(folder).sort())
    if (name !== SUM) sum.update(`${name}\0`).update(readFileSync(join(folder, name)));
  return sum.digest('hex');
}

function retire(home: string): void {
  const dated = readdirSync(home).map((name) => ({ name, at: statSync(join(home, name)).mtimeMs }));
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(KEPT_MAKERS))
    rmSync(join(home, name), { recursive: true, force: true });
}
