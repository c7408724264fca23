import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { hashOfMakers, makersHash } from '@/lib/curriculum/read-makers-hash';
import { writeSealed } from '@/lib/curriculum/read-sealed';
import { BUNDLE, bundleFile, bundlesHome, loadedBundle, loaderFile, SUM, sumOf } from './bundle';

/** Versions of the code whose bundles stay on disk. */
const KEPT_MAKERS = 3;

/** Parts that few checks need, and with them libraries that must stay where they were installed: they stay source, and who needs them waits. */
const APART = ['steps', 'make-bundle', 'orphaned-attempts', 'affected-note'];

const seldomNeeded: Plugin = {
  name: 'seldom-needed',
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ path, kind, resolveDir }) =>
      kind === 'dynamic-import' && APART.some((part) => path === `./${part}`)
        ? { path: resolve(resolveDir, `${path}.ts`), namespace: 'source' }
        : undefined,
    );
    // A module with a function called `then` is what that function gives: whoever imports it waits for the source.
    build.onLoad({ filter: /./, namespace: 'source' }, ({ path }) => ({
      contents: `
        import { fromSource } from '@/lib/cli/check/from-source';
        export const then = (done, fail) => fromSource(${JSON.stringify(pathToFileURL(path).href)}).then(done, fail);`,
      resolveDir: '.',
    }));
    // Two hundred languages, of which the check asks the names.
    build.onResolve({ filter: /^@shikijs\/langs\// }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

const options = {
  bundle: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  target: 'node20',
  // Bytes are characters then, and reading it is copying it.
  charset: 'ascii',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'silent',
} satisfies BuildOptions;

/** Makes the bundle of this very code, where nobody has made a whole one yet. */
export async function makeBundle(): Promise<void> {
  const file = bundleFile();
  const folder = dirname(file);
  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await build({
    ...options,
    entryPoints: ['lib/cli/check/bundled.ts'],
    outfile: join(draft, BUNDLE),
    format: 'cjs',
    plugins: [seldomNeeded],
  });
  writeFileSync(join(draft, SUM), sumOf(readFileSync(join(draft, BUNDLE))));
  // Somebody wrote to our code meanwhile: this bundle is neither the old one nor the new one.
  if (hashOfMakers() === makersHash() && (await wroteLoader())) publish(draft, folder);
  else rmSync(draft, { recursive: true, force: true });
  retire(bundlesHome());
}

async function wroteLoader(): Promise<boolean> {
  const entryPoints = ['lib/cli/check/bundle.ts'];
  const { outputFiles } = await build({ ...options, entryPoints, format: 'esm', write: false });
  return outputFiles.every(({ contents }) => writeSealed(loaderFile(), contents));
}

/** Renamed into place, so that nobody meets half of it; whoever comes second finds the first one's, and uses it unless it is damaged. */
function publish(draft: string, folder: string): void {
  if (!loadedBundle()) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}

function retire(home: string): void {
  const dated = readdirSync(home).map((name) => ({ name, at: statSync(join(home, name)).mtimeMs }));
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(KEPT_MAKERS))
    rmSync(join(home, name), { recursive: true, force: true });
}
