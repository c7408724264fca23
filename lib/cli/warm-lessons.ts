import type { LessonReader } from '@/lib/curriculum/read-whole-lesson';

type Tell = (sentence: string) => void;

/** So many lessons that nobody has read yet are worth every core; a few are read by whoever needs them. */
const MANY = 24;

/** Reads lessons that are not kept yet on all cores, before one process alone would have to. */
export async function warmLessons(dirs: readonly string[], tell: Tell): Promise<void> {
  const { lessonFolders } = await import('@/lib/preview/lesson-folders');
  const { KeptLessons } = await import('@/lib/curriculum/read-kept-lessons');
  const kept = new KeptLessons(dirs);
  const unread = (await lessonFolders(dirs)).filter(({ folder }) => !kept.get(folder));
  if (unread.length < MANY) return;
  tell(`Reading ${unread.length} lessons.`);
  const { LessonChecks } = await import('@/lib/cli/check/lesson-checks');
  const { readContent } = await import('@/lib/curriculum/read-content');
  const checks = new LessonChecks(dirs);
  const read: LessonReader = (folder, around) => checks.read(folder, around);
  try {
    await readContent(dirs, { drafts: true, read });
    await checks.save();
  } finally {
    checks.close();
  }
}
