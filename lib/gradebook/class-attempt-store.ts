import type { StoredAttempt } from '@/lib/attempts/attempt';
import { bookedAttempts } from '@/lib/attempts/graded-attempts-store';
import { attemptColumns } from '@/lib/attempts/history-store';
import { isUuid } from '@/lib/classes/class-for';
import { pool } from '@/lib/db/pool';

/** Whose attempts are asked for, and which of them the class's staff may see. */
export type ClassWork = {
  readonly classId: string;
  readonly learnerId: string;
  /** The class's lessons, old addresses included: practice in them is seen; null: in all. Of who has left, none: []. */
  readonly practice: readonly string[] | null;
};

/**
 * SQL: what staff of class $2 may see of an attempt `a`: work that was set to this class, and practice in its lessons ($3). What was done
 * in another class's assignment is not theirs.
 */
const isSeen = `CASE WHEN a.assignment_id IS NULL THEN $3::text[] IS NULL OR regexp_replace(a.item, '/[^/]*$', '') = ANY($3)
  ELSE EXISTS (SELECT FROM assignment w WHERE w.id = a.assignment_id AND w.class_id = $2) END`;

/** A page of a learner's attempts as the class sees them, the latest first; with `before`, from before that attempt. */
export async function classAttempts(
  { learnerId, classId, practice }: ClassWork,
  before: string | undefined,
  most: number,
): Promise<StoredAttempt[]> {
  const { rows } = await pool().query<StoredAttempt>({
    name: 'class-attempts',
    text: `SELECT ${attemptColumns} FROM ${bookedAttempts} WHERE a.learner_id = $1 AND ${isSeen} AND ($4::uuid IS NULL OR
        (a.received_at, a.id) < (SELECT p.received_at, p.id FROM attempt p WHERE p.learner_id = $1 AND p.id = $4))
      ORDER BY a.received_at DESC, a.id DESC LIMIT $5`,
    values: [learnerId, classId, practice, before ?? null, most],
  });
  return rows;
}

/** An attempt as the class sees it; undefined: it is another's, of another class, or none. */
export async function findClassAttempt(
  { learnerId, classId, practice }: ClassWork,
  id: string,
): Promise<StoredAttempt | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } = await pool().query<StoredAttempt>({
    name: 'class-attempt',
    text: `SELECT ${attemptColumns} FROM ${bookedAttempts} WHERE a.learner_id = $1 AND ${isSeen} AND a.id = $4`,
    values: [learnerId, classId, practice, id],
  });
  return rows[0];
}
