import { onlyOne } from '@/lib/only-one';
import { type ContentWatch, contentWatch } from './read-changes';
import { type Content, readContent } from './read-content';
import { type Kept, KeptLessons } from './read-kept-lessons';
import type { LessonFolder } from './read-lesson';
import type { LessonRead } from './read-whole-lesson';

type Held = { readonly version: number; readonly key: string | undefined; readonly read: LessonRead };
type Options = {
  readonly drafts: boolean;
  /** Whether files may change while this process lives; else nobody watches them. */
  readonly live: boolean;
};

/** How long an author pauses before what was read is written down, in milliseconds. */
const QUIET = 5_000;

/** All content as `readContent` gives it; of lessons only what changed since this process, or one before it, last read them. */
export async function readKeptContent(dirs: readonly string[], { drafts, live }: Options): Promise<Content> {
  // Where files do not change, what was read is taught, or asked once and forgotten: nobody reads these folders again.
  const reader = live ? onlyOne(`kept-content:${dirs.join(':')}`, () => new KeptReader(dirs)) : new KeptReader(dirs);
  const content = await readContent(dirs, { drafts, read: (folder) => reader.read(folder, live) });
  // An author waits for the page, not for what the next start will find.
  if (live) reader.saveLater();
  else reader.save();
  return content;
}

/** Lessons with their heavy parts as bytes in memory: whoever asks for one needs no disk, and nobody can take it away. */
class KeptReader {
  readonly #lessons: KeptLessons;
  readonly #held = new Map<string, Held>();
  #watch: ContentWatch | undefined;
  #saving: NodeJS.Timeout | undefined;
  #waiting: Promise<unknown> = Promise.resolve();

  constructor(readonly dirs: readonly string[]) {
    this.#lessons = new KeptLessons(dirs);
  }

  async read(folder: LessonFolder, live: boolean): Promise<LessonRead> {
    if (live) this.#watch ??= contentWatch(this.dirs);
    const place = folder.folder;
    const version = this.#watch?.version;
    const held = this.#held.get(place);
    if (held && version !== undefined && !this.#watch?.hasChanged(place, held.version)) return held.read;
    const hold = (read: LessonRead, key?: string) => {
      this.#held.set(place, { version: version ?? 0, key, read });
      return read;
    };
    const kept = this.#lessons.get(place);
    if (kept && held?.key === kept.key) return hold(held.read, kept.key);
    const revived = kept && this.#revived(place, kept);
    if (revived) return hold(revived, kept.key);
    return await this.#inTurn(async () => {
      const made = await this.#lessons.make(folder);
      if (made.kept) this.#lessons.set(place, made.kept);
      // As if it had been kept before: what was just read holds the texts and trees of its files too, and of a thousand lessons that is a gigabyte.
      const read = made.kept && !live ? this.#revived(place, made.kept) : undefined;
      return hold(read ?? made.read, made.kept?.key);
    });
  }

  /** With its heavy part as bytes in memory; undefined where somebody took that away. */
  #revived(place: string, kept: Kept): LessonRead | undefined {
    const heavy = this.#lessons.heavyIfAny(kept);
    return heavy && this.#lessons.revive(place, kept, () => heavy);
  }

  /** When nobody has saved anything for a while: writing down a thousand lessons takes a tenth of a second. */
  saveLater(): void {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.save(), QUIET).unref();
  }

  save(): void {
    this.#lessons.save(new Set(this.#held.keys()));
  }

  /** One after the other: a thousand lessons at once would all be in memory in pieces. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#waiting.then(work);
    this.#waiting = turn.catch(() => undefined);
    return turn;
  }
}
