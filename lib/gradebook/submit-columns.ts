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
import { columnKey, type NamedColumn, readColumnKey } from '@/lib/gradebook/columns';
import type { Shown } from '@/lib/gradebook/gradebook-query';
import { plainText } from '@/lib/quiz/plain-text';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale, type Locale } from '@/lib/words/locale';

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

/** A column of this class by its key, under any name it had: a lesson or question of what it follows, or what was set to it. */
export async function findColumn(
  { id, paths }: Pick<Classroom, 'id' | 'paths'>,
  key: string,
): Promise<NamedColumn | undefined> {
  const taught = await curriculum();
  const column = readColumnKey(currentColumnKey(key, movedIds(taught)));
  if (!column) return undefined;
  if (column.kind === 'assignment') {
    const assignment = await findClassAssignment(id, column.assignment);
    return assignment && assignmentColumns([{ ...assignment, withdrawnAt: null }])[0];
  }
  const lessons = classLessons(taught, paths);
  const columns = column.kind === 'lesson' ? lessonColumns(lessons) : lessons.flatMap(itemColumns);
  return columns.find((named) => columnKey(named.column) === columnKey(column));
}

/** What a column is called, without marks of Markdown; undefined: it is none of this class's. */
export async function columnTitle(
  classroom: Pick<Classroom, 'id' | 'paths'>,
  key: string,
  locale: Locale,
): Promise<string | undefined> {
  const named = await findColumn(classroom, key);
  return named && plainText(richText(inLocale(named.title, locale)));
}
