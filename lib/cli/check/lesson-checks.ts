import { createHash } from 'node:crypto';
import type { AuthorError } from '@/lib/curriculum/author-error';
import { KeptLessons } from '@/lib/curriculum/read-kept-lessons';
import type { Around, LessonReader } from '@/lib/curriculum/read-whole-lesson';
import { LessonHands } from './lesson-hands';

/** Lessons with what their own rules say of them, from what is kept where that still holds. */
export class LessonChecks {
  readonly #lessons: KeptLessons;
  readonly #hands: LessonHands;
  readonly #found = new Map<string, readonly AuthorError[]>();
  readonly #around = new Map<Around['path'], string>();

  constructor(dirs: readonly string[]) {
    this.#lessons = new KeptLessons(dirs);
    this.#hands = new LessonHands(dirs);
  }

  readonly read: LessonReader = async (folder, around) => {
    const hash = this.#hashOf(around);
    const kept = this.#lessons.get(folder.folder);
    if (kept?.found?.around === hash) {
      this.#found.set(folder.folder, kept.found.errors);
      return this.#lessons.revive(folder.folder, kept);
    }
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

  save(): void {
    this.#lessons.save(new Set(this.#found.keys()));
  }

  forget(): void {
    this.#lessons.forget();
  }

  close(): void {
    this.#hands.close();
  }

  /** What a lesson's rules may know besides it: the same for all lessons of a path. */
  #hashOf({ path, glossary }: Around): string {
    const known = this.#around.get(path);
    if (known !== undefined) return known;
    const hash = createHash('sha256')
      .update(JSON.stringify([path, glossary]))
      .digest('hex');
    this.#around.set(path, hash);
    return hash;
  }
}
