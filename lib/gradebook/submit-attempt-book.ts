import type { StoredAttempt } from '@/lib/attempts/attempt';
import { circumstancesOf } from '@/lib/attempts/circumstances';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { feedbackOf } from '@/lib/attempts/result-of';
import { versions } from '@/lib/attempts/submit-versions';
import type { Classroom } from '@/lib/classes/classroom';
import { type BookLearner, staffNames } from '@/lib/gradebook/book-learner-store';
import { findClassAttempt } from '@/lib/gradebook/class-attempt-store';
import { type Comment, commentsAbout } from '@/lib/gradebook/comment-store';
import { askedAt, type GradeEntry, gradeHistory } from '@/lib/gradebook/grade-history-store';
import { attemptTitles } from '@/lib/gradebook/submit-attempt-titles';
import { classWork } from '@/lib/gradebook/submit-class-work';
import type { Feedback } from '@/lib/quiz/answer';
import type { Localized } from '@/lib/words/locale';

/** An attempt as the staff of a class see it: nothing is withheld from them. */
export type AttemptBook = {
  readonly attempt: StoredAttempt;
  /** Undefined: what was asked was never written down. */
  readonly known: KnownVersion | undefined;
  /** With the explanation, whatever the learner has been told. */
  readonly feedback: Feedback;
  readonly title: Localized;
  /** The assignment it was made in. */
  readonly assignment: Localized | undefined;
  readonly grades: readonly GradeEntry[];
  /** From being asked to being answered, in seconds; null: not known. */
  readonly seconds: number | null;
  readonly comments: readonly Comment[];
  readonly names: ReadonlyMap<string, string>;
};

/** One attempt of a learner, as far as this class may see it; undefined alike when it may not, and when there is none. */
export async function attemptBook(
  classroom: Classroom,
  learner: BookLearner,
  attemptId: string,
): Promise<AttemptBook | undefined> {
  const attempt = await findClassAttempt(await classWork(classroom, learner), attemptId);
  if (!attempt) return undefined;
  const { learnerId, id } = attempt;
  const [{ known }, titles, grades, asked, comments] = await Promise.all([
    versions().then((all) => circumstancesOf(attempt, all)),
    attemptTitles(classroom.id, [attempt]),
    gradeHistory(learnerId, id),
    askedAt(learnerId, id),
    commentsAbout(classroom.id, learnerId, 500),
  ]);
  const said = comments.filter((comment) => comment.attemptId === id);
  const names = await staffNames([
    ...said.flatMap(({ writtenBy, removedBy }) => [writtenBy, ...(removedBy ? [removedBy] : [])]),
    ...grades.flatMap(({ gradedBy }) => gradedBy ?? []),
  ]);
  return {
    attempt,
    known,
    feedback: known ? feedbackOf(attempt, known, true) : {},
    title: titles.get(attempt.item) ?? { en: attempt.item },
    assignment: attempt.assignment === null ? undefined : titles.get(attempt.assignment),
    grades,
    seconds: asked && Math.max(0, (new Date(attempt.receivedAt).getTime() - asked.getTime()) / 1000),
    comments: said,
    names,
  };
}
