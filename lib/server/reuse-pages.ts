import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { BuildFault } from '@/lib/server/build-fault';
import type { Builds } from '@/lib/server/builds';
import { type PackedFile, readPackedBuild } from '@/lib/server/packed-build';
import { locales } from '@/lib/words/locale';

/** Lessons whose pages are taken from a build before, by their ids; and those builds' names. */
export type Reused = ReadonlyMap<string, string>;

/** Where the files of a lesson lie below `server/app`, as folder and as what their names begin with. */
function places(id: string): { readonly folder: string; readonly stem: string }[] {
  const folder = dirname(id);
  const stem = id.slice(folder.length + 1);
  return locales.flatMap((locale) => [
    { folder: join(locale, 'learn', folder), stem },
    { folder: join('search', locale, 'text', folder), stem },
  ]);
}

function addresses(id: string): string[] {
  return locales.flatMap((locale) => [
    `/${locale}/learn/${id}`,
    `/${locale}/learn/${id}/beside`,
    `/search/${locale}/text/${id}.json`,
  ]);
}

/**
 * Puts pages of builds before beside those that were just drawn, as if they had been drawn with them: their files, and what Next has to know of
 * them. Gives their packed forms, by address. Files are linked: nothing ever writes into those of a finished build.
 */
export async function reusePages(
  builds: Builds,
  hash: string,
  folder: string,
  reused: Reused,
): Promise<Record<string, PackedFile>> {
  const files: Record<string, PackedFile> = {};
  const routes: Record<string, unknown> = {};
  for (const [build, ids] of byBuild(reused)) {
    const from = builds.of(build);
    linkLessons(join(from, 'server', 'app'), join(folder, 'server', 'app'), ids);
    const [known, packed] = await Promise.all([readManifest(from), readPackedBuild(from)]);
    const moved = (file: string) =>
      join(relative(builds.root, builds.of(hash)), relative(relative(builds.root, from), file));
    for (const address of ids.flatMap(addresses)) {
      const route = known.routes[address];
      const file = packed.files[address];
      // A lesson has texts to be found by only in the languages it is written in.
      if (route === undefined && address.startsWith('/search/')) continue;
      if (route === undefined || !file) throw new BuildFault(`The build ${build} has no ${address}: build with --all.`);
      routes[address] = route;
      const { identity, br, gzip } = file.files;
      const where = {
        identity: moved(identity),
        ...(br ? { br: moved(br) } : {}),
        ...(gzip ? { gzip: moved(gzip) } : {}),
      };
      files[address] = { ...file, files: where };
    }
  }
  const manifest = await readManifest(folder);
  await writeFile(join(folder, MANIFEST), JSON.stringify({ ...manifest, routes: { ...manifest.routes, ...routes } }));
  return files;
}

/**
 * Whether what was just built goes with the builds that pages are taken from: the same scripts and styles, the same names of what forms call, and
 * `control`, a lesson that was drawn from the same again, byte for byte as it was. Only what nobody thought of can make it otherwise.
 */
export async function goesWith(builds: Builds, folder: string, reused: Reused, control: string): Promise<boolean> {
  const now = await traits(folder);
  for (const build of new Set(reused.values())) if ((await traits(builds.of(build))) !== now) return false;
  const before = builds.of(reused.get(control) ?? '');
  for (const address of addresses(control))
    for (const kind of ['html', 'body']) {
      const name = join('server', 'app', `${address}.${kind}`);
      const [one, other] = await Promise.all(
        [folder, before].map((home) => readFile(join(home, name)).catch(() => null)),
      );
      if (one === other) continue;
      if (!one || !other?.equals(one)) return false;
    }
  return true;
}

/** What the pages of a build have in common. */
async function traits(folder: string): Promise<string> {
  const entries = await readdir(join(folder, 'static'), { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const actions = await readFile(join(folder, 'server', 'server-reference-manifest.json'), 'utf8');
  return JSON.stringify([names.sort(), Object.keys(actionsManifest.parse(JSON.parse(actions)).node).sort()]);
}

const MANIFEST = 'prerender-manifest.json';
const prerenderManifest = z.looseObject({ routes: z.record(z.string(), z.unknown()) });
const actionsManifest = z.object({ node: z.record(z.string(), z.unknown()) });

async function readManifest(folder: string): Promise<z.infer<typeof prerenderManifest>> {
  return prerenderManifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
}

function byBuild(reused: Reused): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [id, build] of reused) found.set(build, [...(found.get(build) ?? []), id]);
  return found;
}

/** In one go and not asynchronously: a thousand lessons are fifty thousand files. */
function linkLessons(from: string, to: string, ids: readonly string[]): void {
  const wanted = new Map<string, Set<string>>();
  for (const { folder, stem } of ids.flatMap(places)) wanted.set(folder, (wanted.get(folder) ?? new Set()).add(stem));
  // The name of a lesson has no dot in it; what Next adds begins with one.
  for (const [folder, stems] of wanted)
    linkAll(join(from, folder), join(to, folder), (name) => stems.has(name.split('.', 1)[0] ?? ''));
}

function linkAll(from: string, to: string, belongs: (name: string) => boolean): void {
  const entries = readdirSync(from, { withFileTypes: true }).filter(({ name }) => belongs(name));
  if (entries.length > 0) mkdirSync(to, { recursive: true });
  for (const entry of entries)
    if (entry.isDirectory()) linkAll(join(from, entry.name), join(to, entry.name), () => true);
    else link(join(from, entry.name), join(to, entry.name));
}

function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Not every file system has links, and some allow a file only so many.
    copyFileSync(from, to);
  }
}
