import type { LearnersAnswer } from '@/lib/gradebook/answers-store';
import { type ClassSums, sumScore, sumStanding } from '@/lib/gradebook/class-sums';
import { grouped } from '@/lib/gradebook/grouped';
import { type LessonScore, lessonScore, sumUp } from '@/lib/gradebook/lesson-score';
import { nameKey } from '@/lib/gradebook/name-key';
import { packScore, unpackScore } from '@/lib/gradebook/packed-score';
import type { KeptScore, NewScore, ScoreKey } from '@/lib/gradebook/score-store';
import { dayIn, type Member, type Standing } from '@/lib/gradebook/standing';
import type { TaughtLessons } from '@/lib/gradebook/taught-lessons';

/** What there is to look at of a member, and what was found. */
export type Look = {
  readonly member: Member;
  /** Lessons to score again. */
  readonly lessons: ReadonlySet<string> | 'all';
  /** The learner's answers in those lessons, in their order. */
  readonly answers: readonly LearnersAnswer[];
  /** What is kept of those lessons. */
  readonly kept: readonly KeptScore[];
  /** Days counted again: from a day on, or ('') all of them. */
  readonly counted: { readonly from: string; readonly days: Readonly<Record<string, number>> } | undefined;
  /** The last answer that is new, in seconds since 1970. */
  readonly answeredAt: number;
};

export type Renewal = {
  readonly saved: readonly NewScore[];
  readonly removed: readonly ScoreKey[];
  /** Null: they are counted no more. */
  readonly standing: Standing | null;
};

/** Scores again what there is to look at, and puts the difference to the class's sums. Pure but for `sums`. */
export function renewMember(look: Look, taught: TaughtLessons, sums: ClassSums): Renewal {
  const { member } = look;
  const before = new Map(look.kept.map((score) => [score.lesson, score]));
  const after = member.belongs ? scoresIn(look, taught) : new Map<string, Scored>();
  const saved: NewScore[] = [];
  const removed: ScoreKey[] = [];
  for (const lesson of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(lesson), after.get(lesson)];
    if (was && is && JSON.stringify(was.score) === JSON.stringify(is.kept.score) && was.done === is.kept.done) continue;
    if (was) sumScore(sums, lesson, unpackScore(was.score), -1);
    if (is) {
      sumScore(sums, lesson, is.score, 1);
      saved.push(is.kept);
    } else if (was) removed.push({ learnerId: was.learnerId, classId: was.classId, lesson });
  }
  const standing = member.belongs
    ? standingOf(
        look,
        [...before.values()],
        [...after.values()].map(({ kept }) => kept),
      )
    : null;
  if (member.counted) sumStanding(sums, member.counted, -1);
  if (standing) sumStanding(sums, standing, 1);
  return { saved, removed, standing };
}

/** A score, and how it is kept. */
type Scored = { readonly score: LessonScore; readonly kept: NewScore };

function scoresIn({ member, lessons, answers }: Look, taught: TaughtLessons): Map<string, Scored> {
  const own = answers.filter(
    ({ onlyClass, lesson }) =>
      (onlyClass === null || onlyClass === member.classId) && (lessons === 'all' || lessons.has(lesson.id)),
  );
  const scores = new Map<string, Scored>();
  for (const [lesson, theirs] of grouped(own, ({ lesson }) => lesson.id)) {
    const home = taught.lessons.get(lesson);
    const score: LessonScore | null = home ? lessonScore(theirs, home, (at) => dayIn(member.zone, at)) : null;
    if (!home || !score) continue;
    const { learnerId, classId } = member;
    scores.set(lesson, { score, kept: { learnerId, classId, lesson, score: packScore(score), ...sumUp(score, home) } });
  }
  return scores;
}

function standingOf(look: Look, before: readonly KeptScore[], after: readonly NewScore[]): Standing {
  const { member, lessons, counted, answeredAt } = look;
  const base = lessons === 'all' ? undefined : member.counted;
  const add = (one: 'done' | 'stuck') =>
    (base?.[one] ?? 0) + followed(after, member, one) - (base ? followed(before, member, one) : 0);
  const days = counted
    ? {
        ...Object.fromEntries(Object.entries(member.counted?.days ?? {}).filter(([day]) => day < counted.from)),
        ...counted.days,
      }
    : (member.counted?.days ?? {});
  return {
    nameKey: nameKey(member.listedAs),
    group: member.group,
    done: add('done'),
    stuck: add('stuck'),
    seen: Math.max(member.counted?.seen ?? 0, member.visited, answeredAt, ...after.map(({ lastAt }) => lastAt)),
    days,
  };
}

/** Of the lessons that the class follows. */
function followed(scores: readonly KeptScore[], { paths }: Member, one: 'done' | 'stuck'): number {
  return scores.reduce((sum, score) => {
    const [path = ''] = score.lesson.split('/');
    return paths.length === 0 || paths.includes(path) ? sum + score[one] : sum;
  }, 0);
}
