import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { offlineListAddress, WORKER_ADDRESS } from '@/lib/offline/offline-list';
import type { BuildHash } from '@/lib/server/build-hash';
import type { Builds } from '@/lib/server/builds';
import { bundleWorker } from '@/lib/server/bundle-worker';
import { compress, isWorthPacking } from '@/lib/server/compress';
import { scriptHashes } from '@/lib/server/content-security-policy';
import { errorPageKey } from '@/lib/server/error-page';
import { typeOfFile } from '@/lib/server/file-type';
import { NamesKnown } from '@/lib/server/names-known';
import { nextRoutes, prerenderedAddresses, typeOfBody } from '@/lib/server/next-manifests';
import { offlineLists, type SavablePath } from '@/lib/server/offline-lists';
import { ownString } from '@/lib/server/own-string';
import { PACKED_BUILD, type PackedBuild, type PackedFile } from '@/lib/server/packed-build';
import { stylesheetsOf } from '@/lib/server/stylesheets';
import { isLocale } from '@/lib/words/locale';

type Source = { readonly address: string; readonly file: string; readonly type: string; readonly immutable: boolean };

type Pack = {
  readonly projectRoot: string;
  readonly builds: Builds;
  readonly wanted: BuildHash;
  /** What can be saved for reading without a network. */
  readonly paths: readonly SavablePath[];
  /** What is packed already, by address; and the finished builds that it comes from. */
  readonly packed: Readonly<Record<string, PackedFile>>;
  readonly before: readonly string[];
};

/**
 * Makes a build ready for the front door: every file with its packed forms, its tag and, for a page, the hashes of its
 * scripts; the lists of what a saved path needs; the service worker. The list of it all is written last: a folder that has one is whole.
 */
export async function packBuild({
  projectRoot,
  builds,
  wanted,
  paths,
  packed: already,
  before,
}: Pack): Promise<PackedBuild> {
  const { hash, buildId } = wanted;
  const folder = builds.of(hash);
  await cp(join(folder, 'static'), builds.static, { recursive: true });
  const sources = [...(await pagesOf(folder, already)), ...(await staticFiles(folder, builds.static))];
  const files: Record<string, PackedFile> = { ...already };
  const left = [...sources];
  const work = async () => {
    for (let source = left.pop(); source; source = left.pop()) files[source.address] = await packed(builds, source);
  };
  // Compression runs on Node's own threads; four files at a time keep them busy.
  await Promise.all([work(), work(), work(), work()]);

  const made = join(folder, 'made');
  await mkdir(made, { recursive: true });
  const add = async (address: string, name: string, text: string) => {
    const file = join(made, name);
    await writeFile(file, text);
    files[address] = await packed(builds, { address, file, type: typeOfFile(name), immutable: false });
  };
  const known = new NamesKnown();
  for (const build of before) await known.learn(builds.of(build));
  for (const list of await offlineLists(builds.root, files, hash, paths, known))
    await add(offlineListAddress(list.locale, list.path), `${list.locale}-${list.path}.json`, JSON.stringify(list));
  await add(WORKER_ADDRESS, 'service-worker.js', await bundleWorker(projectRoot, hash));

  await known.write(folder);

  const build: PackedBuild = { hash, buildId, files, routes: await nextRoutes(folder) };
  const draft = join(folder, `${PACKED_BUILD}.draft`);
  await writeFile(draft, JSON.stringify(build));
  await rename(draft, join(folder, PACKED_BUILD));
  return build;
}

async function packed(builds: Builds, { file, type, immutable }: Source): Promise<PackedFile> {
  const bytes = await readFile(file);
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const isPage = type.startsWith('text/html');
  const page = isPage ? waitsFor(bytes.toString('utf8')) : {};
  const identity = relative(builds.root, file);
  if (!isWorthPacking(type, bytes)) return { type, tag, immutable, ...page, files: { identity } };
  const { br, gzip } = await compress(bytes, builds.cache, immutable);
  await writeFile(`${file}.br`, br);
  await writeFile(`${file}.gz`, gzip);
  return { type, tag, immutable, ...page, files: { identity, br: `${identity}.br`, gzip: `${identity}.gz` } };
}

function waitsFor(html: string): Pick<PackedFile, 'scripts' | 'styles'> {
  return { scripts: scriptHashes(html), styles: stylesheetsOf(html).map(ownString) };
}

async function pagesOf(folder: string, already: Pack['packed']): Promise<Source[]> {
  const app = join(folder, 'server', 'app');
  const sources: Source[] = [];
  for (const address of await prerenderedAddresses(folder)) {
    const name = address === '/' ? '/index' : address;
    const [, locale = '', error] = /^\/([^/]+)\/(404|500)$/.exec(address) ?? [];
    const isError = isLocale(locale) && error !== undefined;
    // Pages that Next keeps for itself; ours say the same in a language.
    if (address.startsWith('/_') || already[address]) continue;
    const html = join(app, `${name}.html`);
    const body = join(app, `${name}.body`);
    const isPage = await exists(html);
    const file = isPage ? html : body;
    const type = isPage
      ? 'text/html; charset=utf-8'
      : ((await typeOfBody(join(app, `${name}.meta`))) ?? typeOfFile(name));
    const key = isError ? errorPageKey(error === '500' ? 500 : 404, locale) : address;
    sources.push({ address: key, file, type, immutable: false });
  }
  return sources;
}

async function staticFiles(folder: string, kept: string): Promise<Source[]> {
  const from = join(folder, 'static');
  await mkdir(from, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const name = relative(from, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
      return {
        address: `/_next/static/${name}`,
        file: join(kept, name),
        type: typeOfFile(name),
        immutable: true,
      };
    });
}

async function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
