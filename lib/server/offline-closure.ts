/** A file of a build, as far as its needs go. */
export type BuiltFile = { readonly address: string; readonly type: string };

export type Built<File extends BuiltFile> = {
  readonly find: (address: string) => File | undefined;
  /** `namesIn` what stands in it; only asked for what can name other files. */
  readonly names: (file: File) => Promise<Iterable<string>>;
};

const NAMES_OTHERS = /^text\/(html|css|javascript)/;
const PAGE = /^text\/html/;
/** Old browsers get these; what can save a path does not load them. */
const NO_MODULE = /<script\s[^>]*\bnomodule\b[^>]*>/gi;
const STATIC = /(?:\/_next\/)?(static\/[\w.~/-]+)/g;
const ABSOLUTE = /["'(=](\/[\w.~/%@-]+)/g;
const IN_STYLES = /url\(\s*["']?([^"')?#]+)/g;

/**
 * These files and everything that they name, whatever depth: the scripts and styles of a page, the chunks that a script loads later (a lab, its
 * worker), fonts and pictures of a stylesheet. Found by reading the files for names of files that exist, so that nothing has to be
 * said twice and no loader has to be known. Whatever is no page comes along unless `belongs` says no; a page only if it says yes.
 */
export async function closureOf<File extends BuiltFile>(
  roots: readonly string[],
  built: Built<File>,
  belongs: (file: File, isPage: boolean) => boolean,
): Promise<File[]> {
  const found = new Map<string, File>();
  const left = [...roots];
  for (let address = left.pop(); address !== undefined; address = left.pop()) {
    const file = found.has(address) ? undefined : built.find(address);
    if (!file) continue;
    found.set(address, file);
    if (!NAMES_OTHERS.test(file.type)) continue;
    for (const name of await built.names(file)) {
      const named = built.find(name);
      if (named && belongs(named, PAGE.test(named.type))) left.push(name);
    }
  }
  return [...found.values()].sort((one, other) => (one.address < other.address ? -1 : 1));
}

/** Every name in a text that could be an address of ours. Most are none; the build knows. */
export function namesIn(text: string, { address, type }: BuiltFile): Set<string> {
  const read = PAGE.test(type) ? text.replace(NO_MODULE, '') : text;
  const names = new Set<string>();
  for (const [, name = ''] of read.matchAll(STATIC)) names.add(`/_next/${name}`);
  for (const [, name = ''] of read.matchAll(ABSOLUTE)) names.add(name);
  if (type.startsWith('text/css'))
    for (const [, name = ''] of read.matchAll(IN_STYLES)) names.add(new URL(name, `http://build${address}`).pathname);
  return names;
}
