import type { Lesson } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { foldRecent } from '@/lib/progress/mastery';
import {
  answersIn,
  type Fold,
  type ItemState,
  objectiveOf,
  type ProgressSummary,
  staleLessons,
  summarise,
} from '@/lib/progress/progress';
import { answersTo, saveFold, standingOf } from '@/lib/progress/progress-store';

/** GET /api/progress: how far this learner is, in everything. What was answered since the last look is folded first. */
export async function progressOf(learnerId: string): Promise<ProgressSummary> {
  const [taught, { learner, states, places, folds }] = await Promise.all([curriculum(), standingOf(learnerId)]);
  const lessons = taught.paths.flatMap((path) => path.lessons);
  const stale = staleLessons(lessons, states, folds);
  const fresh = await Promise.all(stale.map((lesson) => foldLesson(learnerId, lesson, states)));
  const kept = folds.filter(({ lesson }) => !fresh.some((fold) => fold.lesson === lesson));
  const known = { id: learnerId, ...(learner ?? { name: null, guest: true }) };
  return summarise(taught, known, states, places, [...kept, ...fresh]);
}

async function foldLesson(learnerId: string, lesson: Lesson, states: readonly ItemState[]): Promise<Fold> {
  const objectives = new Map(lesson.items.map((item) => [item.id, objectiveOf(item)]));
  const answers = await answersTo(learnerId, [...objectives.keys()]);
  const evidence = answers.flatMap(({ item, right }) => {
    const objective = objectives.get(item);
    return objective ? [{ objective, right }] : [];
  });
  const seen = answersIn(lesson, new Map(states.map((state) => [state.item, state.tries])));
  const fold = { lesson: lesson.id, seen, recent: foldRecent(evidence) };
  await saveFold(learnerId, fold);
  return fold;
}
