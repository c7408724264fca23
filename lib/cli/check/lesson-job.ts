import type { AuthorError } from '@/lib/curriculum/author-error';
import { lessonCheck } from '@/lib/curriculum/lesson-check';
import { lessonFindings } from '@/lib/curriculum/lesson-rules';
import { type Kept, KeptLessons } from '@/lib/curriculum/read-kept-lessons';
import type { LessonFolder } from '@/lib/curriculum/read-lesson';
import type { Around, LessonRead } from '@/lib/curriculum/read-whole-lesson';
import { checkSamples } from '@/lib/curriculum/rules/check-samples';
import { inCharacters } from './in-characters';

/** One lesson to be read from its files and looked at by every rule. */
export type LessonJob = { readonly folder: LessonFolder; readonly around: Around };

export type LessonDone = {
  readonly read: LessonRead;
  /** Undefined when somebody wrote to the lesson meanwhile: then nothing of it is kept. */
  readonly kept: Kept | undefined;
  /** Their columns count characters. */
  readonly errors: readonly AuthorError[];
};

export async function lookAt(lessons: KeptLessons, { folder, around }: LessonJob): Promise<LessonDone> {
  const { read, kept } = await lessons.make(folder);
  const { lesson, places, sources } = read;
  const { path, glossary } = around;
  if (!lesson || !path) return { read, kept, errors: [] };
  const check = lessonCheck({ lesson, places, sources }, path, glossary);
  // Here and not where they are told: a lesson that is kept is not read for it again.
  return { read, kept, errors: inCharacters([...lessonFindings(check), ...(await checkSamples(check))]) };
}

/** What writes down lessons as they are read. It shares files with the command's own, not what it holds. */
export function lessonsOf(dirs: readonly string[]): KeptLessons {
  return new KeptLessons(dirs);
}
