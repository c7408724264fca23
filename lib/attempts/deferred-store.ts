import type { AttemptDetail } from '@/lib/attempts/attempt';
import { pool } from '@/lib/db/pool';

export type Claimed = { learnerId: string; attemptId: string; tries: number };

/** Takes some of what is due for this process: another one leaves it alone until it is due again, a little later each time. */
export async function claimDeferred(most: number): Promise<Claimed[]> {
  const { rows } = await pool().query<Claimed>(
    `UPDATE deferred_replay d SET tries = d.tries + 1, due_at = now() + interval '30 seconds' * power(4, d.tries)
     FROM (SELECT learner_id, attempt_id FROM deferred_replay WHERE due_at <= now()
           ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
     WHERE d.learner_id = due.learner_id AND d.attempt_id = due.attempt_id
     RETURNING d.learner_id AS "learnerId", d.attempt_id AS "attemptId", d.tries`,
    [most],
  );
  return rows;
}

/** Puts a late grade beside its attempt. With points it is a try like any other; without (null) no try was used. */
export async function storeLateGrade(
  claimed: Claimed,
  grade: { keyRevision: number; item: string; earned: number | null; possible: number; detail: AttemptDetail },
): Promise<void> {
  await pool().query(
    `WITH done AS (
       DELETE FROM deferred_replay WHERE learner_id = $1 AND attempt_id = $2 RETURNING learner_id
     ), graded AS (
       INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible, detail)
       SELECT $1, $2, $3, $5, $6, $7 FROM done ON CONFLICT DO NOTHING RETURNING learner_id
     )
     INSERT INTO item_state AS s (learner_id, item, tries, best, last, last_at)
     SELECT $1, $4, 1, $5::float8 / $6::float8, $5::float8 / $6::float8, clock_timestamp() FROM graded WHERE $5::float8 IS NOT NULL
     ON CONFLICT (learner_id, item) DO UPDATE SET
       tries = s.tries + 1, best = greatest(s.best, excluded.best), last = excluded.last, last_at = excluded.last_at`,
    [
      claimed.learnerId,
      claimed.attemptId,
      grade.keyRevision,
      grade.item,
      grade.earned,
      grade.possible,
      JSON.stringify(grade.detail),
    ],
  );
}
