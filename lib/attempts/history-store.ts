import type { StoredAttempt } from '@/lib/attempts/attempt';
import { bookedAttempts, earned, keyRevision, possible } from '@/lib/attempts/graded-attempts-store';
import { pool } from '@/lib/db/pool';

/** Of the attempts above, with what counts of them. */
export const attemptColumns = `a.learner_id AS "learnerId", a.id, a.item, a.version, ${keyRevision} AS "keyRevision", a.ordinal, a.response,
  ${earned} AS earned, ${possible} AS possible, coalesce(g.detail, a.detail) AS detail,
  to_char(a.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "receivedAt",
  a.draw_id AS draw, a.sitting_id AS sitting, a.assignment_id AS assignment, a.help,
  CASE WHEN g.attempt_id IS NULL THEN a.credit ELSE g.credit END AS credit, a.turn`;

export async function findAttempt(learnerId: string, id: string): Promise<StoredAttempt | undefined> {
  const { rows } = await pool().query<StoredAttempt>(
    `SELECT ${attemptColumns} FROM ${bookedAttempts} WHERE a.learner_id = $1 AND a.id = $2`,
    [learnerId, id],
  );
  return rows[0];
}

/** A page of a learner's attempts, the latest first, from before the attempt that the last page ended with. */
export async function attemptsBefore(
  learnerId: string,
  before: string | undefined,
  most: number,
): Promise<StoredAttempt[]> {
  const { rows } = await pool().query<StoredAttempt>(
    `SELECT ${attemptColumns} FROM ${bookedAttempts} WHERE a.learner_id = $1 AND ($2::uuid IS NULL OR
       (a.received_at, a.id) < (SELECT p.received_at, p.id FROM attempt p WHERE p.learner_id = $1 AND p.id = $2))
     ORDER BY a.received_at DESC, a.id DESC LIMIT $3`,
    [learnerId, before ?? null, most],
  );
  return rows;
}

/** A learner's attempts, the latest first. */
export async function latestAttempts(learnerId: string, most: number): Promise<StoredAttempt[]> {
  const { rows } = await pool().query<StoredAttempt>(
    `SELECT ${attemptColumns} FROM ${bookedAttempts} WHERE a.learner_id = $1 ORDER BY a.received_at DESC, a.id LIMIT $2`,
    [learnerId, most],
  );
  return rows;
}

/** What was handed in during one sitting, in the order in which it came. */
export async function attemptsIn(learnerId: string, sitting: string): Promise<StoredAttempt[]> {
  const { rows } = await pool().query<StoredAttempt>(
    // By item first: that is what attempts are found by.
    `SELECT ${attemptColumns} FROM ${bookedAttempts} WHERE a.learner_id = $1 AND a.sitting_id = $2
       AND a.item IN (SELECT i->>'item' FROM sitting s, jsonb_array_elements(s.items) AS i WHERE s.learner_id = $1 AND s.id = $2)
     ORDER BY a.received_at, a.id`,
    [learnerId, sitting],
  );
  return rows;
}
