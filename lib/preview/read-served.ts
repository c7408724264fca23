import { curriculum, mistakesInTheWay } from '@/lib/curriculum/read-curriculum';

/** Whether learners are shown this lesson now, whatever its file in the author's folder says by now. */
export async function isServed(lesson: string): Promise<boolean> {
  if ((await mistakesInTheWay()).length > 0) return false;
  return (await curriculum()).lessonById(lesson)?.draft === false;
}
