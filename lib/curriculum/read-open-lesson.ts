import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, languageTags, locales } from '@/lib/words/locale';
import { largestFile } from './read-source-faults';
import { sourceText } from './source-text';
import { type StandingText, standingText, type WordChange, wordChanges } from './word-changes';

/** What reads otherwise, by the language that stands in the page's `lang`. */
export type SavedWords = Readonly<Record<string, readonly WordChange[]>>;

type Read = { readonly source: string; readonly text: StandingText | undefined };

/** The words of a lesson that is open in a browser, in all its languages: what changed in them since one last asked. */
export class OpenLesson {
  readonly #folder: string;
  readonly #read = new Map<Locale, Read>();

  constructor(folder: string) {
    this.#folder = folder;
    for (const locale of locales) this.#readAgain(locale);
  }

  /** Undefined when more than words changed, or a text cannot be read. */
  changes(): SavedWords | undefined {
    const changes = locales.map((locale) => {
      const before = this.#read.get(locale);
      const after = this.#readAgain(locale);
      if (before?.source === after.source) return [languageTags[locale], []] as const;
      const changed = before?.text && after.text && wordChanges(before.text, after.text);
      return [languageTags[locale], changed] as const;
    });
    const known = changes.flatMap(([language, changed]) => (changed ? [[language, changed] as const] : []));
    return known.length === changes.length ? Object.fromEntries(known) : undefined;
  }

  #readAgain(locale: Locale): Read {
    const source = textOf(join(this.#folder, `${locale}.mdx`));
    const before = this.#read.get(locale);
    if (before?.source === source) return before;
    const read = { source, text: standing(source, locale) };
    this.#read.set(locale, read);
    return read;
  }
}

/** The lesson with the id `tcp-tls/segment-format`; undefined where there is none. */
export function openLesson(dirs: readonly string[], id: string): OpenLesson | undefined {
  const [path, lesson] = /^([a-z0-9-]+)\/([a-z0-9-]+)$/.exec(id)?.slice(1) ?? [];
  if (path === undefined) return undefined;
  const folders = dirs.flatMap((dir) =>
    namesIn(join(dir, path))
      .filter((name) => name.replace(/^\d+-/, '') === lesson)
      .map((name) => join(dir, path, name)),
  );
  // Two of the same name are told by the check; which of them is open cannot be said.
  const [folder, ...others] = folders;
  return folder !== undefined && others.length === 0 ? new OpenLesson(folder) : undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Another content folder has the path.
    return [];
  }
}

function textOf(path: string): string {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() && stat.size <= largestFile(path) ? sourceText(path, readFileSync(path, 'utf8')).text : '';
}

function standing(source: string, locale: Locale): StandingText | undefined {
  try {
    return standingText(source, locale);
  } catch {
    // What is wrong with it is told by the page, which asks the same parser.
    return undefined;
  }
}
