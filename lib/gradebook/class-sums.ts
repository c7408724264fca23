import { addCounts, type Counts, countsOf } from '@/lib/gradebook/counts';
import type { LessonScore } from '@/lib/gradebook/lesson-score';
import type { Standing } from '@/lib/gradebook/standing';

/** What the learners of a class add up to; or what a fold changes about that. Nothing stands at 0. */
export type ClassSums = {
  readonly lessons: Map<string, Counts>;
  readonly days: Map<string, { learners: number; answers: number }>;
  learners: number;
  done: number;
};

export function noSums(): ClassSums {
  return { lessons: new Map(), days: new Map(), learners: 0, done: 0 };
}

/** Adds, or takes away, what a learner did in a lesson. */
export function sumScore(sums: ClassSums, lesson: string, score: LessonScore, times: 1 | -1): void {
  const counts = addCounts(sums.lessons.get(lesson) ?? new Map(), countsOf(score), times);
  if (counts.size > 0) sums.lessons.set(lesson, counts);
  else sums.lessons.delete(lesson);
}

/** Adds, or takes away, how a learner stands. */
export function sumStanding(sums: ClassSums, { days, done }: Pick<Standing, 'days' | 'done'>, times: 1 | -1): void {
  sums.learners += times;
  sums.done += times * done;
  for (const [day, answers] of Object.entries(days)) {
    const sum = sums.days.get(day) ?? { learners: 0, answers: 0 };
    const now = { learners: sum.learners + times, answers: sum.answers + times * answers };
    if (now.learners !== 0 || now.answers !== 0) sums.days.set(day, now);
    else sums.days.delete(day);
  }
}
