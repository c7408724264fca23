import { audit } from '@/lib/audit/audit-store';
import { isUuid } from '@/lib/classes/class-for';
import type { ClassSeen } from '@/lib/classes/classroom';
import { transaction } from '@/lib/db/transaction';
import { findBookLearner } from '@/lib/gradebook/book-learner-store';
import { findClassAttempt } from '@/lib/gradebook/class-attempt-store';
import { insertComment, removeComment } from '@/lib/gradebook/comment-store';
import { classWork } from '@/lib/gradebook/submit-class-work';
import { findColumn } from '@/lib/gradebook/submit-columns';

export const longestComment = 4_000;

export type WantedComment = {
  readonly learnerId: string;
  /** '' : about the learner. */
  readonly column: string;
  /** '' : about no attempt. */
  readonly attemptId: string;
  readonly text: string;
  readonly forLearner: boolean;
};

export type Commented =
  | { readonly kind: 'written' }
  | { readonly kind: 'faulty'; readonly text: 'empty' | 'too-long' }
  | { readonly kind: 'unknown' };

/** Says something to a learner's work. Ask `actingClass(…, 'mark:work')` first. */
export async function comment({ classroom, actor }: ClassSeen, wanted: WantedComment): Promise<Commented> {
  const { learnerId, column, attemptId, forLearner } = wanted;
  const learner = await findBookLearner(classroom.id, learnerId);
  if (!learner) return { kind: 'unknown' };
  if (column !== '' && !(await findColumn(classroom, column))) return { kind: 'unknown' };
  if (attemptId !== '' && !(await findClassAttempt(await classWork(classroom, learner), attemptId)))
    return { kind: 'unknown' };
  const text = wanted.text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
  if (text === '') return { kind: 'faulty', text: 'empty' };
  if (text.length > longestComment) return { kind: 'faulty', text: 'too-long' };
  await transaction(async (client) => {
    const about = { classId: classroom.id, learnerId, column: column || null, attemptId: attemptId || null };
    const id = await insertComment(client, { ...about, text, forLearner, writtenBy: actor.id });
    const detail = { comment: id, ...(column && { column }), ...(attemptId && { attempt: attemptId }), forLearner };
    await audit({ actor, action: 'comment-written', subject: learnerId, classId: classroom.id, detail }, client);
  });
  return { kind: 'written' };
}

/** Takes a comment back: one's own, or, with `anyones`, whoever's. */
export async function uncomment(
  { classroom, actor }: ClassSeen,
  { learnerId, id }: { readonly learnerId: string; readonly id: string },
  anyones: boolean,
): Promise<boolean> {
  if (!isUuid(learnerId) || !isUuid(id)) return false;
  const classId = classroom.id;
  return transaction(async (client) => {
    if (!(await removeComment(client, { classId, learnerId, id, by: actor.id, anyones }))) return false;
    await audit({ actor, action: 'comment-removed', subject: learnerId, classId, detail: { comment: id } }, client);
    return true;
  });
}
