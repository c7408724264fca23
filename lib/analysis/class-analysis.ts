import type { Classroom } from '@/lib/classes/classroom';
import type { Lesson } from '@/lib/curriculum/lesson';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { lessonRollup } from '@/lib/gradebook/rollup-store';
import { type AnalysedItem, analysedItems } from './analysed-item';
import { learnerItems } from './evidence-store';
import { isOwnLesson, ownLesson } from './own-lesson';
import { type LessonEvidence, recompute } from './recompute';

export type AnalysedLesson = {
  readonly lesson: Lesson;
  /** Who has answered anything in it. */
  readonly learners: number;
  readonly items: readonly AnalysedItem[];
};

/** The lessons a class follows, in their order: those of its paths, or of every path, and its own questions. Drafts are nobody's. */
export async function lessonsOf({ id, paths }: Pick<Classroom, 'id' | 'paths'>): Promise<Lesson[]> {
  const [taught, own] = await Promise.all([curriculum(), ownLesson(id)]);
  const followed = taught.paths
    .filter((path) => paths.length === 0 || paths.includes(path.id))
    .flatMap(({ lessons }) => lessons)
    .filter(({ draft }) => !draft);
  return own ? [...followed, own] : followed;
}

/**
 * What a class's answers in a lesson say of its questions and tasks, as far as they are folded. What is not folded, a class's own questions, is
 * counted as it is asked for: it is only ever asked in the class. Ask `classFor` first.
 */
export async function analysedLesson(classId: string, lesson: Lesson): Promise<AnalysedLesson> {
  const evidence = await (isOwnLesson(lesson) ? recomputedLesson(classId, lesson) : lessonRollup(classId, lesson.id));
  return { lesson, learners: evidence.learners, items: analysedItems(lesson.items, evidence) };
}

/** Every lesson the class follows. */
export async function analysedLessons(classroom: Classroom): Promise<AnalysedLesson[]> {
  const lessons = await lessonsOf(classroom);
  return Promise.all(lessons.map((lesson) => analysedLesson(classroom.id, lesson)));
}

/** From the attempts themselves, however many there are: what is folded is held against it. */
export async function recomputedLesson(classId: string, lesson: Pick<Lesson, 'items'>): Promise<LessonEvidence> {
  const ids = movedIds(await curriculum());
  const stored = lesson.items.map(({ id }) => ({ item: id, stored: ids.storedIds(id) }));
  const questions = new Map(
    lesson.items.flatMap((item) => (item.kind === 'question' ? [[item.id, item.question.kind] as const] : [])),
  );
  return recompute(await learnerItems(classId, stored), (item) => questions.get(item));
}
