import type { PoolClient } from 'pg';
import { versions } from '@/lib/attempts/submit-versions';
import { audit } from '@/lib/audit/audit-store';
import { lockAnswersOf } from '@/lib/auth/answer-lock-store';
import { isUuid } from '@/lib/classes/class-for';
import type { ClassSeen } from '@/lib/classes/classroom';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { transaction } from '@/lib/db/transaction';
import { readMarks } from '@/lib/gradebook/marking';
import {
  countItemAgain,
  insertMarking,
  type MarkingEntry,
  type NewMarking,
  putPersonsGrade,
  takePersonsGrade,
} from '@/lib/gradebook/marking-store';
import { answerToMark } from '@/lib/gradebook/submit-marking-queue';
import { revokeAsUnfounded } from '@/lib/regrade/certificate-store';
import { dropFolds } from '@/lib/regrade/grade-store';
import { unfoundedCertificates } from '@/lib/regrade/unfounded-certificates';
import { lockLearner } from '@/lib/review/card-store';

export const longestMarkComment = 4_000;

export type WantedMarking = {
  readonly item: string;
  readonly attemptId: string;
  /** What was typed for a criterion. */
  readonly given: (criterion: string) => string;
  readonly comment: string;
  readonly follows: number;
};

export type Marked =
  | { readonly kind: 'marked' }
  | {
      readonly kind: 'faulty';
      readonly faults: Readonly<Record<string, 'missing' | 'out-of-range'>>;
      readonly isCommentTooLong: boolean;
    }
  /** Somebody has marked it since, or taken it back. */
  | { readonly kind: 'overtaken'; readonly by: MarkingEntry | undefined }
  /** No answer that this class marks. */
  | { readonly kind: 'unknown' };

/** Grades an answer by its rubric, as a person. Ask `actingClass(…, 'mark:work')` first. */
export async function mark(seen: ClassSeen, wanted: WantedMarking): Promise<Marked> {
  const answer = await answerToMark(seen, wanted.item, wanted.attemptId);
  if (!answer) return { kind: 'unknown' };
  const read = readMarks(answer.question.rubric, wanted.given);
  const comment = wanted.comment.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
  const isCommentTooLong = comment.length > longestMarkComment;
  if (read.kind === 'faulty' || isCommentTooLong)
    return { kind: 'faulty', faults: read.kind === 'faulty' ? read.faults : {}, isCommentTooLong };
  const { points, earned, possible } = read;
  return store(seen, wanted, answer.learnerId, { kind: 'marked', points, earned, possible, comment });
}

/** Takes the marking of an answer back: it waits again. */
export async function unmark(
  seen: ClassSeen,
  wanted: Pick<WantedMarking, 'item' | 'attemptId' | 'follows'>,
): Promise<Marked> {
  const answer = await answerToMark(seen, wanted.item, wanted.attemptId);
  if (!answer) return { kind: 'unknown' };
  const possible = answer.question.rubric.reduce((sum, { points }) => sum + points, 0);
  return store(seen, wanted, answer.learnerId, { kind: 'undone', points: {}, earned: null, possible, comment: '' });
}

type Given = Pick<NewMarking, 'kind' | 'points' | 'earned' | 'possible' | 'comment'>;

/** All of it or nothing, under the lock of the learner's answers and their row: the grade, what follows from it, and the audit. */
function store(
  { classroom, actor }: ClassSeen,
  { attemptId, item, follows }: Pick<WantedMarking, 'item' | 'attemptId' | 'follows'>,
  learnerId: string,
  given: Given,
): Promise<Marked> {
  return transaction(async (client) => {
    await lockAnswersOf(client, [learnerId]);
    if (!isUuid(learnerId) || !(await lockLearner(client, learnerId))) return { kind: 'unknown' };
    const classId = classroom.id;
    const marking: NewMarking = { ...given, learnerId, attemptId, classId, markedBy: actor.id, follows };
    const written = await insertMarking(client, marking);
    if (written !== 'written') return { kind: 'overtaken', by: written };
    await revokeUnfounded(client, marking, item);
    if (given.kind === 'marked') await putPersonsGrade(client, marking);
    else await takePersonsGrade(client, learnerId, attemptId, actor.id);
    await countItemAgain(client, learnerId, item);
    await dropFolds(client, learnerId, [item], [{ attemptId }]);
    const action = given.kind === 'marked' ? 'answer-marked' : 'marking-undone';
    const detail = { item, attempt: attemptId, earned: given.earned, possible: given.possible };
    await audit({ actor, action, subject: learnerId, classId, detail }, client);
    return { kind: 'marked' };
  });
}

/** Certificates that rest on this answer having been right, and would not have been issued by what it is given now. */
async function revokeUnfounded(client: PoolClient, marking: NewMarking, item: string): Promise<void> {
  const { learnerId, attemptId, earned, possible } = marking;
  const { rows } = await client.query<{
    version: string;
    keyRevision: number;
    earned: number | null;
    possible: number;
  }>(
    `SELECT a.version, a.key_revision AS "keyRevision", g.earned, g.possible FROM attempt a
       JOIN grade g ON g.learner_id = a.learner_id AND g.attempt_id = a.id AND g.key_revision = 0
     WHERE a.learner_id = $1 AND a.id = $2`,
    [learnerId, attemptId],
  );
  const [before] = rows;
  if (!before || before.earned === null) return;
  const known = await (await versions()).exact(item, before.version, before.keyRevision);
  if (!known) return;
  const grade = {
    learnerId,
    learner: null,
    attemptId,
    item,
    version: before.version,
    fromRevision: 0,
    keyRevision: 0,
    from: { earned: before.earned, possible: before.possible },
    to: { earned: earned ?? 0, possible },
    detail: {},
    reason: [],
  };
  const ids = movedIds(await curriculum());
  for (const { id } of await unfoundedCertificates(client, learnerId, [grade], () => known.form, ids))
    await revokeAsUnfounded(client, learnerId, id);
}
