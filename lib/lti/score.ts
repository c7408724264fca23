import type { Standing } from '@/lib/assignments/standing';
import type { AssignmentPolicy } from '@/lib/attempts/policy';
import type { Decision } from '@/lib/gradebook/counted-score';
import type { LessonProgress } from '@/lib/progress/progress';

/** What is told of a learner at a link, in the words of Assignment and Grade Services 2.0 §3.4. Share: 0 to 1; null: no score stands. */
export type ToldScore = {
  readonly share: number | null;
  readonly activityProgress: 'Initialized' | 'InProgress' | 'Submitted' | 'Completed';
  readonly gradingProgress: 'NotReady' | 'Pending' | 'PendingManual' | 'FullyGraded';
};

const notBegun: ToldScore = { share: null, activityProgress: 'Initialized', gradingProgress: 'NotReady' };

/** Of lessons: how much of them is complete. The machine has always the last word on it, so that it is fully graded at any moment. */
export function scoreOfLessons(lessons: readonly (LessonProgress | undefined)[]): ToldScore {
  const isTouched = lessons.some((one) => one && (one.read || Object.keys(one.items).length > 0));
  if (!isTouched || lessons.length === 0) return notBegun;
  const complete = lessons.filter((one) => one?.complete).length;
  return reached(complete / lessons.length);
}

/** Of one lesson: the share of its checks; without checks, whether it was read. */
export function scoreOfLesson(lesson: LessonProgress | undefined): ToldScore {
  if (!lesson || (!lesson.read && Object.keys(lesson.items).length === 0)) return notBegun;
  if (lesson.complete) return reached(1);
  return reached(lesson.of === 0 ? 0 : lesson.done / lesson.of);
}

const reached = (share: number): ToldScore => ({
  share,
  activityProgress: share === 1 ? 'Completed' : 'InProgress',
  gradingProgress: 'FullyGraded',
});

/**
 * Of an assignment. A platform shows scores to the learner, so what its policy keeps from them is not told: after the last one could hand in, or
 * never. `endsAt` is when the last one can.
 */
export function scoreOfWork(
  { state, score }: Pick<Standing, 'state' | 'score'>,
  policy: AssignmentPolicy,
  endsAt: Date,
  now: Date,
): ToldScore {
  if (state === 'not-begun') return notBegun;
  const share = score.possible > 0 ? Math.min(1, score.credited / score.possible) : 0;
  if (policy.kind === 'practice')
    return { ...reached(share), activityProgress: state === 'done' ? 'Completed' : 'InProgress' };
  if (state === 'begun') return { share: null, activityProgress: 'InProgress', gradingProgress: 'Pending' };
  if (score.waiting > 0) return { share: null, activityProgress: 'Submitted', gradingProgress: 'PendingManual' };
  if (policy.feedback === 'never')
    return { share: null, activityProgress: 'Completed', gradingProgress: 'PendingManual' };
  if (policy.feedback === 'after-due' && now <= endsAt)
    return { share: null, activityProgress: 'Completed', gradingProgress: 'Pending' };
  return { share, activityProgress: 'Completed', gradingProgress: 'FullyGraded' };
}

/** What a person has decided stands in place of what was worked. */
export function decided(worked: ToldScore, decision: Decision | null): ToldScore {
  if (!decision) return worked;
  if (decision.kind === 'excused') return { ...worked, share: null, gradingProgress: 'NotReady' };
  return { share: decision.share, activityProgress: 'Completed', gradingProgress: 'FullyGraded' };
}

/** Whether there is anything to say: not what was said last, nor that nothing has begun to who was told nothing yet. */
export function isNews(score: ToldScore, sent: ToldScore | null): boolean {
  if (!sent) return score.share !== null || score.activityProgress !== 'Initialized';
  return (
    score.share !== sent.share ||
    score.activityProgress !== sent.activityProgress ||
    score.gradingProgress !== sent.gradingProgress
  );
}

/** The `timestamp` of the next score: the platform keeps the latest, so each is later than the one before, whatever the clock did. */
export function nextTimestamp(last: Date | null, now: Date): Date {
  return last && last >= now ? new Date(last.getTime() + 1) : now;
}
