import type { Answered, Touch } from '@/lib/gradebook/fold-store';
import { memberKey } from '@/lib/gradebook/standing';
import type { Pair } from '@/lib/gradebook/standing-store';
import type { TaughtLessons } from '@/lib/gradebook/taught-lessons';

/** What a fold has to look at of one learner in one class. */
export type Work = Pair & {
  /** Lessons to score again. */
  lessons: Set<string> | 'all';
  /** Days to count again: from the day of this moment on; null: all; undefined: none. */
  since: Date | null | undefined;
  /** The last answer that is new, in seconds since 1970. */
  answeredAt: number;
};

/** What touches and answers come to, for each learner and class once. */
export function workOf(
  touches: readonly Touch[],
  answered: readonly Answered[],
  counted: readonly Pair[],
  taught: TaughtLessons,
): Work[] {
  const works = new Map<string, Work>();
  const classesOf = new Map<string, string[]>();
  for (const { learnerId, classId } of counted)
    classesOf.set(learnerId, [...(classesOf.get(learnerId) ?? []), classId]);
  const workOn = (pair: Pair): Work => {
    const known = works.get(memberKey(pair));
    if (known) return known;
    const made: Work = { ...pair, lessons: new Set(), since: undefined, answeredAt: 0 };
    works.set(memberKey(pair), made);
    return made;
  };
  for (const { learnerId, classId, lesson } of touches)
    for (const one of classId === null ? (classesOf.get(learnerId) ?? []) : [classId]) {
      const work = workOn({ learnerId, classId: one });
      if (lesson === null) Object.assign(work, { lessons: 'all', since: null } satisfies Partial<Work>);
      else if (lesson !== '' && work.lessons !== 'all') work.lessons.add(lesson);
    }
  for (const { learnerId, item, first, last } of answered)
    for (const classId of classesOf.get(learnerId) ?? []) {
      const work = workOn({ learnerId, classId });
      const lesson = taught.lessonOf(item);
      if (lesson && work.lessons !== 'all') work.lessons.add(lesson.id);
      if (work.since === undefined || (work.since !== null && first < work.since)) work.since = first;
      work.answeredAt = Math.max(work.answeredAt, Math.floor(last.getTime() / 1000));
    }
  return [...works.values()];
}
