import type { Classroom } from '@/lib/classes/classroom';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { countOpenReports, type ReportedClass } from './class-report-store';

/** Which reports are this class's business. */
export async function reportedClass({ id, paths }: Pick<Classroom, 'id' | 'paths'>): Promise<ReportedClass> {
  if (paths.length === 0) return { classId: id, lessons: null };
  const taught = await curriculum();
  const ids = movedIds(taught);
  const lessons = taught.paths.filter((path) => paths.includes(path.id)).flatMap((path) => path.lessons);
  return { classId: id, lessons: lessons.flatMap((lesson) => ids.storedLessons(lesson.id)) };
}

/** How many reports of a class's learners nobody has settled yet. Ask `classFor` first. */
export async function openReports(classroom: Pick<Classroom, 'id' | 'paths'>): Promise<number> {
  return countOpenReports(await reportedClass(classroom));
}
