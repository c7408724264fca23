import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join, sep } from 'node:path';
import { onlyOne } from '@/lib/only-one';

/** Several files of one save are one change. */
const QUIET = 20;

/**
 * Who hears of every saving below some folders. One watch for each folder, none for each file: a thousand lessons are two thousand of them, which
 * Linux hands out without asking; recursive watching would take one for every file.
 */
export class ContentWatch {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #listeners = new Set<() => void>();
  readonly #changed = new Map<string, number>();
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
  listen(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  #add(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event) => this.#hear(folder, event === 'rename'));
      watcher.on('error', () => this.#hear(folder, true));
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

  #hear(folder: string, isNames: boolean): void {
    this.#version += 1;
    this.#changed.set(folder, this.#version);
    if (isNames) this.#follow(folder);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      for (const listener of this.#listeners) listener();
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

/** Calls back soon after something below `dirs` was saved. Returns how to stop. */
export function onContentChange(dirs: readonly string[], changed: () => void): () => void {
  return contentWatch(dirs).listen(changed);
}
