import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { AuthorError } from './author-error';
import type { TermUse } from './check-terms';
import { fromKept, toKept } from './kept-lesson';
import { rememberWords } from './kept-words';
import type { Lesson } from './lesson';
import { hashOfFolder, isAsStamped, stampOfFolder } from './read-folder-stamp';
import type { LessonFolder } from './read-lesson';
import { makersHash } from './read-makers-hash';
import { readSealed, writeSealed } from './read-sealed';
import type { LessonRead } from './read-whole-lesson';
import { writtenIn } from './read-written';

/** What is kept of one lesson's folder. */
export type Kept = {
  readonly signature: string;
  /** When it was looked at, in milliseconds. */
  readonly at: number;
  /** The hash of the folder's name and of its files. */
  readonly key: string;
  /** The lesson's light part as bytes; its heavy part is a file of its own. */
  readonly light: Uint8Array | undefined;
  readonly errors: readonly AuthorError[];
  readonly terms: readonly TermUse[];
  /** What the check found in it, and with which path and glossary it looked. */
  readonly found?: { readonly around: string; readonly errors: readonly AuthorError[] };
};

/** What was kept of a lesson lost its heavy part: somebody emptied the folder meanwhile. */
export class KeptLost extends Error {
  override name = 'KeptLost';
}

/** Younger files may change again without another time on them: file systems count in steps of up to two seconds. */
const SETTLED = 2_500;
/** Versions of the code whose readings stay on disk. */
const KEPT_MAKERS = 3;

/**
 * What was read of lessons, by their folders, on disk below DATA_DIR/cache. A lesson is as it was while its files' names, sizes and times are;
 * failing that, while their bytes are. Whatever cannot be read, or was written by other code, counts as nothing.
 */
export class KeptLessons {
  readonly #folder: string;
  readonly #index: string;
  #read: Map<string, Kept> | undefined;
  #before: readonly string[] = [];
  #isSaved = true;

  constructor(dirs: readonly string[], data = process.env.DATA_DIR || '.data') {
    const home = resolve(/* turbopackIgnore: true */ data, 'cache', 'lessons');
    this.#folder = join(/* turbopackIgnore: true */ home, makersHash());
    this.#index = join(/* turbopackIgnore: true */ this.#folder, `${hashOf(dirs)}.index`);
    retire(home, this.#folder);
  }

  /** Read when somebody asks: whoever only makes lessons does without. */
  get #entries(): Map<string, Kept> {
    if (!this.#read) {
      this.#read = entriesIn(this.#index);
      this.#before = [...this.#read.values()].map(({ key }) => key);
    }
    return this.#read;
  }

  /** What is kept of a folder, if it still holds. */
  get(folder: string): Kept | undefined {
    const kept = this.#entries.get(folder);
    if (!kept) return undefined;
    if (isAsStamped(folder, kept.signature, kept.at - SETTLED)) return kept;
    const at = Date.now();
    const { signature } = stampOfFolder(folder);
    if (keyOf(folder) !== kept.key) return undefined;
    const again = { ...kept, signature, at };
    this.set(folder, again);
    return again;
  }

  set(folder: string, kept: Kept): void {
    this.#entries.set(folder, kept);
    this.#isSaved = false;
  }

  /** Reads a lesson from its files, and gives with it what may be kept: nothing when somebody writes to them meanwhile. */
  async make(folder: LessonFolder): Promise<{ read: LessonRead; kept: Kept | undefined }> {
    const { readWholeLesson } = await import('./read-whole-lesson');
    const at = Date.now();
    const { signature } = stampOfFolder(folder.folder);
    const key = keyOf(folder.folder);
    const read = await readWholeLesson(folder);
    const { lesson, errors, terms } = read;
    const light = lesson && this.#write(key, lesson);
    const isKept = (lesson === undefined || light !== undefined) && keyOf(folder.folder) === key;
    return { read, kept: isKept ? { signature, at, key, light, errors, terms } : undefined };
  }

  /** A lesson as it was read. `heavy` gives its heavy part when it is needed: from disk, where nothing else is said. */
  revive(folder: string, { key, light, errors, terms }: Kept, heavy = () => this.heavy(key)): LessonRead {
    const lesson = light && restored(light, () => listIn(heavy()));
    if (lesson) rememberWords(lesson, key);
    // Not spread: its files are read only when they are asked for.
    return Object.assign(writtenIn(folder), { lesson, errors, terms });
  }

  /** The heavy part of what is kept, at once. */
  heavyIfAny({ key, light }: Kept): Uint8Array | undefined {
    return light ? readSealed(this.#heavyFile(key)) : new Uint8Array();
  }

  heavy(key: string): Uint8Array {
    const bytes = readSealed(this.#heavyFile(key));
    if (!bytes) throw new KeptLost('a lesson that was kept is gone from DATA_DIR/cache');
    return bytes;
  }

  /** Writes down what is kept of `folders`; others are forgotten. */
  save(folders: ReadonlySet<string>): void {
    const gone = [...this.#entries.keys()].filter((folder) => !folders.has(folder));
    for (const folder of gone) this.#entries.delete(folder);
    if (this.#isSaved && gone.length === 0) return;
    this.#isSaved = writeSealed(this.#index, serialize([...this.#entries]));
    const now = new Set([...this.#entries.values()].map(({ key }) => key));
    for (const key of this.#before) if (!now.has(key)) rmSync(this.#heavyFile(key), { force: true });
  }

  /** Throws everything away. */
  forget(): void {
    rmSync(this.#folder, { recursive: true, force: true });
    this.#entries.clear();
  }

  /** The lesson's light part as bytes, once its heavy part is on disk; undefined when it would not come back as it is. */
  #write(key: string, lesson: Lesson): Uint8Array | undefined {
    try {
      const { heavy, ...light } = toKept(lesson);
      const [front, back] = [serialize(light), serialize(heavy)];
      if (
        !isDeepStrictEqual(
          restored(front, () => listIn(back)),
          lesson,
        )
      )
        return undefined;
      return writeSealed(this.#heavyFile(key), back) ? front : undefined;
    } catch {
      // Something in it is no data. Then it is read each time.
      return undefined;
    }
  }

  #heavyFile(key: string): string {
    return join(/* turbopackIgnore: true */ this.#folder, `${key}.lesson`);
  }
}

function keyOf(folder: string): string {
  return hashOf([folder, hashOfFolder(folder)]);
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}

function restored(light: Uint8Array, heavy: () => readonly unknown[]): Lesson {
  return fromKept(deserialize(light), heavy);
}

function listIn(bytes: Uint8Array): readonly unknown[] {
  const list: unknown = deserialize(bytes);
  return Array.isArray(list) ? list : [];
}

/** Sealed by code of this very version: what is whole is what was written. */
function entriesIn(index: string): Map<string, Kept> {
  const bytes = readSealed(index);
  try {
    return new Map(bytes ? deserialize(bytes) : []);
  } catch {
    return new Map();
  }
}

/** Removes what older versions of the code had kept. */
function retire(home: string, own: string): void {
  try {
    utimesSync(own, new Date(), new Date());
    const dated = readdirSync(home).map((name) => ({ name, at: statSync(join(home, name)).mtimeMs }));
    for (const { name } of dated.sort((a, b) => b.at - a.at).slice(KEPT_MAKERS))
      rmSync(join(home, name), { recursive: true, force: true });
  } catch {
    // Nothing was kept yet, or another start is tidying up.
  }
}
