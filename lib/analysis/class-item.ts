import type { Classroom } from '@/lib/classes/classroom';
import type { Item, Lesson } from '@/lib/curriculum/lesson';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import type { AnalysedItem } from './analysed-item';
import { analysedLesson, lessonsOf } from './class-analysis';
import { followedTask } from './followed-task';
import { type FirstAnswer, firstAnswers, type LatestAnswer, latestAnswers } from './item-answers-store';
import type { TaskSteps } from './task-steps';

/** One question or task, with all that is known of how a class answers it. */
export type ClassItem = {
  readonly lesson: Lesson;
  readonly analysed: AnalysedItem;
  readonly firsts: readonly FirstAnswer[];
  readonly latest: readonly LatestAnswer[];
  /** Of a task. */
  readonly steps: TaskSteps | undefined;
};

/** So many first answers are read to find the commonest. */
const mostFirsts = 500;
const mostLatest = 12;

/** An item of a lesson that the class follows; undefined: none of its lessons has it. */
export async function findClassItem(
  classroom: Pick<Classroom, 'id' | 'paths'>,
  id: string,
): Promise<{ lesson: Lesson; item: Item } | undefined> {
  for (const lesson of await lessonsOf(classroom)) {
    const item = lesson.items.find((one) => one.id === id);
    if (item) return { lesson, item };
  }
  return undefined;
}

/** Ask `classFor` first. */
export async function readClassItem(classroom: Classroom, id: string): Promise<ClassItem | undefined> {
  const found = await findClassItem(classroom, id);
  if (!found) return undefined;
  const { lesson, item } = found;
  const stored = movedIds(await curriculum()).storedIds(id);
  const [{ items }, firsts, latest] = await Promise.all([
    analysedLesson(classroom.id, lesson),
    firstAnswers(classroom.id, stored, mostFirsts),
    latestAnswers(classroom.id, stored, mostLatest),
  ]);
  const analysed = items.find((one) => one.item.id === id);
  const steps = item.kind === 'task' ? await followedTask(item, firsts) : undefined;
  return analysed && { lesson, analysed, firsts, latest, steps };
}
