import type { StoredAttempt } from '@/lib/attempts/attempt';
import { bookedAttempts, earned, possible } from '@/lib/attempts/graded-attempts-store';
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

export type AttemptsAsked = {
  /** From before that attempt. */
  readonly before: string | undefined;
  /** At these items alone. */
  readonly items: readonly string[] | undefined;
  readonly most: number;
};

/** A page of a learner's attempts as the class sees them, the latest first. */
export async function classAttempts(
  { learnerId, classId, practice }: ClassWork,
  { before, items, most }: AttemptsAsked,
): Promise<StoredAttempt[]> {
  const { rows } = await pool().query<StoredAttempt>({
    name: 'class-attempts',
    text: `SELECT ${attemptColumns} FROM ${bookedAttempts} WHERE a.learner_id = $1 AND ${isSeen} AND ($4::uuid IS NULL OR
        (a.received_at, a.id) < (SELECT p.received_at, p.id FROM attempt p WHERE p.learner_id = $1 AND p.id = $4))
        AND ($5::text[] IS NULL OR a.item = ANY($5))
      ORDER BY a.received_at DESC, a.id DESC LIMIT $6`,
    values: [learnerId, classId, practice, before ?? null, items ?? null, most],
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

/** What a learner's attempts at one item come to. */
export type ItemWork = {
  readonly item: string;
  /** Of the points, 0 to 1; null: nothing is graded. */
  readonly best: number | null;
  readonly tries: number;
  readonly waiting: number;
};

/** Everything of a learner's that the class sees, item by item, under the names that were answered. */
export async function classWorkByItem({ learnerId, classId, practice }: ClassWork): Promise<ItemWork[]> {
  const { rows } = await pool().query<ItemWork>({
    name: 'class-work-by-item',
    text: `SELECT a.item, max(${earned} / ${possible}) AS best, count(*)::int AS tries,
        count(*) FILTER (WHERE ${earned} IS NULL)::int AS waiting
      FROM ${bookedAttempts} WHERE a.learner_id = $1 AND ${isSeen} GROUP BY a.item`,
    values: [learnerId, classId, practice],
  });
  return rows;
}
