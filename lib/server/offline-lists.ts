import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaForm, mostSavedBytes } from '@/lib/media/media-type';
import type { OfflineFile, OfflineList } from '@/lib/offline/offline-list';
import { policies } from '@/lib/server/content-security-policy';
import { NamesKnown } from '@/lib/server/names-known';
import { type Built, closureOf, namesIn } from '@/lib/server/offline-closure';
import type { PackedFile } from '@/lib/server/packed-build';
import { storedHeaders } from '@/lib/server/page-store';
import { mediaFile } from '@/lib/server/send-media';
import { inLocale, type Locale, type Localized, locales } from '@/lib/words/locale';

/** What has to be known of a path before its list can be made. */
export type SavablePath = {
  readonly path: string;
  readonly title: Localized;
  readonly languages: readonly Locale[];
  readonly lessons: readonly { readonly id: string; readonly titles: Localized }[];
  /** Items whose numbers are drawn for each learner. */
  readonly variants: readonly string[];
};

type Found = { readonly address: string; readonly type: string; readonly packed: PackedFile };

/** The list of every path in each of its languages: what a saved copy needs, and what it weighs. */
export async function offlineLists(
  root: string,
  files: Readonly<Record<string, PackedFile>>,
  build: string,
  paths: readonly SavablePath[],
  known = new NamesKnown(),
): Promise<OfflineList[]> {
  const built: Built<Found> = {
    find: (address) => {
      const packed = files[address] ?? playable(root, address);
      return packed && { address, type: packed.type, packed };
    },
    names: (file) =>
      known.of(`${file.address} ${file.packed.tag}`, async () =>
        namesIn(await readFile(join(root, file.packed.files.identity), 'utf8'), file),
      ),
  };
  const lists: OfflineList[] = [];
  for (const path of paths)
    for (const locale of path.languages) lists.push(await offlineList(root, built, build, path, locale));
  return lists;
}

async function offlineList(
  root: string,
  built: Built<Found>,
  build: string,
  { path, title, lessons: taught, variants }: SavablePath,
  locale: Locale,
): Promise<OfflineList> {
  const lessons = taught.map(({ id, titles }) => ({
    address: `/${locale}/learn/${id}`,
    title: inLocale(titles, locale),
  }));
  // Home, where an installed app begins; the page that lists what is saved speaks both languages, whatever was saved.
  const own = [`/${locale}`, `/${locale}/paths/${path}`, ...locales.map((it) => `/${it}/offline`)];
  // What search asks for when it opens, and the texts of what it finds in this path.
  const groups = ['glossary', 'labs', 'paths', ...taught.map(({ id }) => id)];
  const search = ['index', ...groups.map((group) => `text/${group}`)].map((name) => `/search/${locale}/${name}.json`);
  const roots = [...own, ...lessons.map(({ address }) => address), ...search];
  const found = await closureOf(roots, built, belongsTo(locale));
  const files = await Promise.all(found.map(({ address, packed }) => offlineFile(root, address, packed)));
  const facts = { path, locale, title, lessons, variants, files };
  return {
    ...facts,
    version: createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16),
    build,
    bytes: sum(files, ({ bytes }) => bytes),
    stored: sum(files, ({ stored }) => stored),
  };
}

/** A sound or a film, unless it is too heavy for a copy: its transcript stands in the page. */
function playable(root: string, address: string): PackedFile | undefined {
  const identity = mediaFile(address);
  const found = identity === undefined ? undefined : statSync(join(root, identity), { throwIfNoEntry: false });
  const type = mediaForm(address)?.type;
  if (!found || !identity || !type || found.size > mostSavedBytes) return undefined;
  return { type, tag: address.split('/')[2] ?? '', immutable: true, files: { identity } };
}

/** Pages besides the path's own that a lesson sends its reader to. The picture for other sites is only named. */
function belongsTo(locale: Locale): (file: Found, isPage: boolean) => boolean {
  const page = new RegExp(`^/${locale}/(glossary|search|labs(/[^/]+)?)$`);
  return ({ address }, isPage) => (isPage ? page.test(address) : address !== '/social.png');
}

async function offlineFile(root: string, address: string, packed: PackedFile): Promise<OfflineFile> {
  const { identity, br = identity } = packed.files;
  const [sent, plain] = await Promise.all([stat(join(root, br)), stat(join(root, identity))]);
  return { address, tag: packed.tag, bytes: sent.size + headBytes(packed), stored: plain.size };
}

const headersOf = storedHeaders(policies({ dev: false, signInOrigins: [] }).forScripts);
/** Status line, date, length, tag, packing, request id: near enough the same for every file. */
const REST_OF_HEAD = 290;

/** A page's policy weighs more than a small script: what is said beforehand has to be what is sent. */
function headBytes(packed: PackedFile): number {
  const pairs = headersOf(packed);
  // Each pair is written `name: value` and a line end.
  return REST_OF_HEAD + pairs.join('').length + (pairs.length / 2) * 4;
}

function sum(files: readonly OfflineFile[], weight: (file: OfflineFile) => number): number {
  return files.reduce((total, file) => total + weight(file), 0);
}
