import { aroundHash } from '@/lib/curriculum/around-hash';
import type { AuthorError } from '@/lib/curriculum/author-error';
import { KeptLessons } from '@/lib/curriculum/read-kept-lessons';
import type { LessonReader } from '@/lib/curriculum/read-whole-lesson';
import { LessonHands } from './lesson-hands';
import { MANY, madeBundle } from './lesson-work';

/** Lessons with what their own rules say of them, from what is kept where that still holds. */
export class LessonChecks {
  readonly #lessons: KeptLessons;
  readonly #hands: LessonHands;
  readonly #found = new Map<string, readonly AuthorError[]>();
  readonly #fresh = new Set<string>();

  constructor(dirs: readonly string[]) {
    this.#lessons = new KeptLessons(dirs);
    this.#hands = new LessonHands(dirs);
  }

  readonly read: LessonReader = async (folder, around) => {
    const hash = aroundHash(around);
    const kept = this.#lessons.get(folder.folder);
    if (kept?.found?.around === hash) {
      this.#found.set(folder.folder, kept.found.errors);
      return this.#lessons.revive(folder.folder, kept);
    }
    this.#fresh.add(folder.folder);
    const done = await this.#hands.run({ folder, around });
    this.#found.set(folder.folder, done.errors);
    if (done.kept) {
      this.#lessons.set(folder.folder, { ...done.kept, found: { around: hash, errors: done.errors } });
      // The light form: a thousand whole lessons need not be in memory at once.
      return this.#lessons.revive(folder.folder, done.kept);
    }
    // Written to while it was read on another thread: what counts is what is there now, and it is not kept.
    return done.read ?? (await this.#lessons.make(folder)).read;
  };

  findings(): AuthorError[] {
    return [...this.#found.values()].flat();
  }

  /** Folders of lessons that were looked at anew. */
  get fresh(): ReadonlySet<string> {
    return this.#fresh;
  }

  async save(): Promise<void> {
    this.#lessons.save(new Set(this.#found.keys()));
    // With many lessons the next check shall not load module by module, even when all of them were kept.
    if (this.#found.size >= MANY) await madeBundle();
  }

  forget(): void {
    this.#lessons.forget();
  }

  close(): void {
    this.#hands.close();
  }
}
