import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { onlyOne } from '@/lib/only-one';
import { isLeftBehind } from './read-source';

/** Several files of one save are one change, and so are a file's emptying and its filling; in milliseconds. */
const QUIET = 8;
/** How long one waits for an emptied file to be filled. */
const FILLED_WITHIN = 100;

/** What was saved. `isWords`: nothing but texts of lessons that were there before. */
export type Saved = { readonly version: number; readonly isWords: boolean };
type Listener = (saved: Saved) => void;

/**
 * Who hears of every saving below some folders. One watch for each folder, none for each file: a thousand lessons are two thousand of them, which
 * Linux hands out without asking; recursive watching would take one for every file.
 */
export class ContentWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #listeners = new Set<Listener>();
  readonly #changed = new Map<string, number>();
  /** Heard since the listeners were last called: files of words, and whether there was anything else. */
  readonly #words = new Set<string>();
  #isMore = false;
  #version = 0;
  #isWhole = true;
  #settling: NodeJS.Timeout | undefined;

  constructor(dirs: readonly string[]) {
    for (const dir of dirs) this.#add(dir);
  }

  /** Another number after every saving; undefined where the system does not tell, and one has to look. */
  get version(): number | undefined {
    return this.#isWhole ? this.#version : undefined;
  }

  /** Whether something at or below a folder was saved after that version. */
  hasChanged(folder: string, since: number): boolean {
    for (const [place, version] of this.#changed)
      if (version > since && (place === folder || place.startsWith(folder + sep))) return true;
    return false;
  }

  /** Calls back soon after a saving. Returns how to stop. */
  listen(changed: Listener): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  #add(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event, name) => this.#hear(folder, event === 'rename', name));
      watcher.on('error', () => this.#hear(folder, true, null));
      watcher.unref();
      this.#watchers.set(folder, watcher);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory() && !entry.name.startsWith('.')) this.#add(join(folder, entry.name));
    } catch (fault) {
      // A folder that is not there is heard of by the one above; with no watches left, nothing can be relied on.
      const isGone = fault instanceof Error && 'code' in fault && (fault.code === 'ENOENT' || fault.code === 'ENOTDIR');
      if (!isGone) this.#isWhole = false;
    }
  }

  #hear(folder: string, isNames: boolean, name: string | null): void {
    // What an editor lays beside a file while it writes is read by nobody.
    if (name !== null && isLeftBehind(name)) return;
    this.#version += 1;
    this.#changed.set(folder, this.#version);
    // Many editors write beside and rename: then a file that was there is named, and no folder has to be looked through.
    const isText = name?.endsWith('.mdx') === true;
    if (name !== null && isText) this.#words.add(join(folder, name));
    else this.#isMore = true;
    if (isNames && !isText) this.#follow(folder);
    this.#settle(FILLED_WITHIN);
  }

  #settle(patience: number): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      const sizes = [...this.#words].map((file) => statSync(file, { throwIfNoEntry: false })?.size);
      if (patience > 0 && sizes.includes(0)) return this.#settle(patience - QUIET);
      const saved = { version: this.#version, isWords: !this.#isMore && !sizes.includes(undefined) };
      this.#words.clear();
      this.#isMore = false;
      for (const listener of this.#listeners) listener(saved);
    }, QUIET);
  }

  /** A folder came or went. */
  #follow(folder: string): void {
    for (const [watched, watcher] of this.#watchers) {
      if (watched !== folder && !watched.startsWith(folder + sep)) continue;
      watcher.close();
      this.#watchers.delete(watched);
    }
    this.#add(folder);
  }
}

/** The watch of this process over these folders. */
export function contentWatch(dirs: readonly string[]): ContentWatch {
  return onlyOne(`content-watch:${dirs.join(':')}`, () => new ContentWatch(dirs));
}
