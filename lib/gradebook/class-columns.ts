import type { Assignment } from '@/lib/attempts/assignment';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item, Lesson } from '@/lib/curriculum/lesson';
import type { MovedIds } from '@/lib/curriculum/moved-ids';
import { columnKey, type NamedColumn, readColumnKey } from '@/lib/gradebook/columns';
import { type Localized, locales } from '@/lib/words/locale';

/** The lessons that a class follows: of its paths in the class's order; of every path where it names none. */
export function classLessons({ paths }: Pick<Curriculum, 'paths'>, followed: readonly string[]): readonly Lesson[] {
  if (followed.length === 0) return paths.flatMap(({ lessons }) => lessons);
  return followed.flatMap((id) => paths.find((path) => path.id === id)?.lessons ?? []);
}

/** One column for each lesson of the class. */
export function lessonColumns(lessons: readonly Lesson[]): NamedColumn[] {
  return lessons.map((lesson) => ({ column: { kind: 'lesson', lesson: lesson.id }, title: lessonTitle(lesson) }));
}

/** One column for each question and task of a lesson. */
export function itemColumns({ items }: Lesson): NamedColumn[] {
  return items.map((item) => ({ column: { kind: 'item', item: item.id }, title: itemTitle(item) }));
}

/** One column for each assignment, by when it is due. What was withdrawn is left out. */
export function assignmentColumns(assignments: readonly Assignment[]): NamedColumn[] {
  return assignments
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .map(({ id, title, dueAt }) => ({ column: { kind: 'assignment', assignment: id }, title, dueAt }));
}

export function lessonTitle({ texts, slug }: Lesson): Localized {
  const title: Localized = {};
  for (const locale of locales) {
    const text = texts[locale];
    if (text) title[locale] = text.title;
  }
  return Object.keys(title).length > 0 ? title : { en: slug };
}

/** A question by its words, a task by its title. */
export function itemTitle(item: Item): Localized {
  return item.kind === 'task' ? item.task.title : item.question.prompt;
}

/** What a column is called today: a decision keeps the name that its lesson or question had then. What is no key stays what it is. */
export function currentColumnKey(key: string, ids: MovedIds): string {
  const column = readColumnKey(key);
  if (column?.kind === 'lesson') return columnKey({ ...column, lesson: ids.currentLesson(column.lesson) });
  if (column?.kind === 'item') return columnKey({ ...column, item: ids.currentId(column.item) });
  return key;
}

/** The addresses under which practice in these lessons may be stored. */
export function storedAddresses(lessons: readonly Lesson[], ids: MovedIds): string[] {
  return lessons.flatMap(({ id }) => ids.storedLessons(id));
}
