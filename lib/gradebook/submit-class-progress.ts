import type { Classroom } from '@/lib/classes/classroom';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { type Bar, dailyBars, plusDays, type SpreadBar, spreadBars, weeklyBars } from '@/lib/gradebook/class-progress';
import { classDays, classSpread, completedDays } from '@/lib/gradebook/day-rollup-store';
import { type HelpKind, type HelpRow, helpList, inactiveDaysOf, stuckOn } from '@/lib/gradebook/help-store';
import { activeSince, type Course, middleOf, type Sign, signsOf } from '@/lib/gradebook/needs-help';
import { dayIn } from '@/lib/gradebook/standing';
import { checksFollowed, taughtLessons } from '@/lib/gradebook/taught-lessons';
import type { Localized } from '@/lib/words/locale';

/** For how many weeks a class's progress is drawn. */
export const progressWeeks = [4, 12, 26] as const;
export type ProgressWeeks = (typeof progressWeeks)[number];

export function readWeeks(text: string | string[] | undefined): ProgressWeeks {
  return progressWeeks.find((weeks) => String(weeks) === text) ?? 4;
}

export type HelpedLearner = HelpRow & {
  readonly signs: readonly Sign[];
  /** What they are stuck on. */
  readonly stuckOn: readonly { readonly lesson: string; readonly objective: Localized }[];
};

export type ClassProgress = {
  readonly learners: number;
  readonly course: Course;
  readonly active: readonly Bar[];
  readonly answers: readonly Bar[];
  readonly completed: readonly Bar[];
  readonly spread: readonly SpreadBar[];
  readonly help: Readonly<Record<HelpKind, { readonly total: number; readonly learners: readonly HelpedLearner[] }>>;
};

type Class = Pick<Classroom, 'id' | 'paths' | 'timeZone'>;

/** How a class gets on, and who in it may want a word. Ask `thisClass(…, 'view:gradebook')` first. */
export async function classProgress(
  { id, paths, timeZone }: Class,
  weeks: ProgressWeeks,
  now: Date,
): Promise<ClassProgress> {
  const taught = await curriculum();
  const today = dayIn(timeZone, now);
  const from = plusDays(today, 1 - weeks * 7);
  const [days, done, spread, inactiveDays] = await Promise.all([
    classDays(id, from),
    completedDays(id, from),
    classSpread(id),
    inactiveDaysOf(id),
  ]);
  const course = { of: checksFollowed(taughtLessons(taught), paths), middle: middleOf(spread), inactiveDays };
  const listed = async (kind: HelpKind) => {
    const { total, rows } = await helpList(id, kind, course, activeSince(course, now));
    const stuck = await stuckOn(
      id,
      rows.filter((row) => row.stuck > 0).map(({ learnerId }) => learnerId),
    );
    const learners = rows.map((row) => ({
      ...row,
      signs: signsOf(row, course, now),
      stuckOn: (stuck.get(row.learnerId) ?? []).flatMap((card) => {
        const [lesson = '', objective = ''] = card.split('#');
        const found = taught.lessonById(lesson)?.objectives.find((one) => one.id === objective);
        return found ? [{ lesson, objective: found.text }] : [];
      }),
    }));
    return { total, learners };
  };
  const [stuck, inactive, ahead] = await Promise.all([listed('stuck'), listed('inactive'), listed('ahead')]);
  const counted = (one: 'active' | 'answers') => new Map(days.map((day) => [day.day, day[one]]));
  return {
    learners: spread.reduce((sum, { learners }) => sum + learners, 0),
    course,
    active: dailyBars(from, today, counted('active')),
    answers: dailyBars(from, today, counted('answers')),
    completed: weeklyBars(
      from,
      today,
      done.map(({ day, lessons }) => ({ day, count: lessons })),
    ),
    spread: spreadBars(course.of, spread),
    help: { stuck, inactive, ahead },
  };
}
