import type { AttemptDetail } from '@/lib/attempts/attempt';
import { lockAnswersOf } from '@/lib/auth/answer-lock-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

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

/**
 * Puts a late grade beside its attempt. With points it is a try like any other, credited by its place in its sitting; without (null) no try
 * was used. Under the lock of answers: what counts tries there sees this grade or comes before it.
 */
export function storeLateGrade(
  claimed: Claimed,
  grade: { keyRevision: number; item: string; earned: number | null; possible: number; detail: AttemptDetail },
): Promise<void> {
  return transaction(async (client) => {
    await lockAnswersOf(client, [claimed.learnerId]);
    await client.query(
      `WITH done AS (
         DELETE FROM deferred_replay WHERE learner_id = $1 AND attempt_id = $2 RETURNING learner_id
       ), graded AS (
         INSERT INTO grade (learner_id, attempt_id, key_revision, earned, possible, detail, credit)
         SELECT $1, $2, $3, $5, $6, $7,
           $5::float8 / $6::float8 * credit_factor(a.turn::int, s.credit, s.due_at, s.late_credit, a.received_at)
         FROM done
           JOIN attempt a ON a.learner_id = $1 AND a.id = $2
           LEFT JOIN sitting s ON s.learner_id = $1 AND s.id = a.sitting_id
         ON CONFLICT DO NOTHING RETURNING learner_id
       ), seen AS (
         SELECT CASE WHEN a.withheld THEN NULL ELSE $5::float8 / $6::float8 END AS share
         FROM graded JOIN attempt a ON a.learner_id = $1 AND a.id = $2 WHERE $5::float8 IS NOT NULL
       )
       INSERT INTO item_state AS s (learner_id, item, tries, best, last, last_at)
       SELECT $1, $4, 1, coalesce(seen.share, 0), coalesce(seen.share, p.last, 0), clock_timestamp()
       FROM seen LEFT JOIN item_state p ON p.learner_id = $1 AND p.item = $4
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
  });
}
