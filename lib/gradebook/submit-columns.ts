import { assignmentsOf, findClassAssignment } from '@/lib/assignments/class-assignment-store';
import type { Classroom } from '@/lib/classes/classroom';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import {
  assignmentColumns,
  classLessons,
  currentColumnKey,
  itemColumns,
  lessonColumns,
} from '@/lib/gradebook/class-columns';
import { type NamedColumn, readColumnKey } from '@/lib/gradebook/columns';
import type { Shown } from '@/lib/gradebook/gradebook-query';

/** The columns of a class's gradebook; undefined when the lesson that is asked for is none of the class's. */
export async function columnsOf(
  { id, paths }: Pick<Classroom, 'id' | 'paths'>,
  shown: Shown,
): Promise<readonly NamedColumn[] | undefined> {
  if (shown.kind === 'assignments') return assignmentColumns(await assignmentsOf(id));
  const lessons = classLessons(await curriculum(), paths);
  if (shown.kind === 'lessons') return lessonColumns(lessons);
  const lesson = lessons.find((it) => it.id === shown.lesson);
  return lesson && itemColumns(lesson);
}

/** Whether a key names a column of this class: a lesson or question of what it follows, by any name it had, or what was set to it. */
export async function hasColumn({ id, paths }: Pick<Classroom, 'id' | 'paths'>, key: string): Promise<boolean> {
  const taught = await curriculum();
  const column = readColumnKey(currentColumnKey(key, movedIds(taught)));
  if (!column) return false;
  if (column.kind === 'assignment') return (await findClassAssignment(id, column.assignment)) !== undefined;
  const lessons = classLessons(taught, paths);
  if (column.kind === 'lesson') return lessons.some((lesson) => lesson.id === column.lesson);
  return lessons.some(({ items }) => items.some((item) => item.id === column.item));
}
