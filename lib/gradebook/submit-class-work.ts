import type { Classroom } from '@/lib/classes/classroom';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import type { BookLearner } from '@/lib/gradebook/book-learner-store';
import type { ClassWork } from '@/lib/gradebook/class-attempt-store';
import { classLessons, storedAddresses } from '@/lib/gradebook/class-columns';

/**
 * What of a learner's work the staff of a class see: what was done in the class's own assignments, and, of who is in it now, practice in the
 * lessons it follows.
 */
export async function classWork(
  { id, paths }: Pick<Classroom, 'id' | 'paths'>,
  { learnerId, leftAt }: Pick<BookLearner, 'learnerId' | 'leftAt'>,
): Promise<ClassWork> {
  if (leftAt) return { classId: id, learnerId, practice: [] };
  if (paths.length === 0) return { classId: id, learnerId, practice: null };
  const taught = await curriculum();
  return { classId: id, learnerId, practice: storedAddresses(classLessons(taught, paths), movedIds(taught)) };
}
