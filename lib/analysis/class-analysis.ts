import type { Classroom } from '@/lib/classes/classroom';
import type { Lesson } from '@/lib/curriculum/lesson';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { type AnalysedItem, analysedItems } from './analysed-item';
import { learnerItems } from './evidence-store';
import { type LessonEvidence, recompute } from './recompute';

export type AnalysedLesson = {
  readonly lesson: Lesson;
  /** Who has answered anything in it. */
  readonly learners: number;
  readonly items: readonly AnalysedItem[];
};

/** The lessons a class follows, in their order: those of its paths, or of every path. Drafts are nobody's. */
export async function lessonsOf({ paths }: Pick<Classroom, 'paths'>): Promise<Lesson[]> {
  const taught = await curriculum();
  return taught.paths
    .filter(({ id }) => paths.length === 0 || paths.includes(id))
    .flatMap(({ lessons }) => lessons)
    .filter(({ draft }) => !draft);
}

/** What a class's answers in a lesson say of its questions and tasks. Ask `classFor` first. */
export async function analysedLesson(classId: string, lesson: Lesson): Promise<AnalysedLesson> {
  const evidence = await recomputedLesson(classId, lesson);
  return { lesson, learners: evidence.learners, items: analysedItems(lesson.items, evidence) };
}

/** From the attempts themselves, however many there are: what is kept ready is held against it. */
export async function recomputedLesson(classId: string, lesson: Lesson): Promise<LessonEvidence> {
  const ids = movedIds(await curriculum());
  const stored = lesson.items.map(({ id }) => ({ item: id, stored: ids.storedIds(id) }));
  const questions = new Map(
    lesson.items.flatMap((item) => (item.kind === 'question' ? [[item.id, item.question.kind] as const] : [])),
  );
  return recompute(await learnerItems(classId, stored), (item) => questions.get(item));
}

/** Every lesson the class follows. */
export async function analysedLessons(classroom: Classroom): Promise<AnalysedLesson[]> {
  const lessons = await lessonsOf(classroom);
  return Promise.all(lessons.map((lesson) => analysedLesson(classroom.id, lesson)));
}
