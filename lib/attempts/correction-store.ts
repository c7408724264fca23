import { pool } from '@/lib/db/pool';

type Points = { readonly earned: number; readonly possible: number };

/** A grade that changed because its key was corrected (lib/regrade): when, and from what to what. */
export type Correction = { readonly at: Date; readonly from: Points; readonly to: Points };

type Row = { at: Date; earned: number; possible: number; earnedBefore: number; possibleBefore: number };

/** What regrades have changed about an attempt, the first one first. A grade that came out as it was is no correction. */
export async function correctionsOf(learnerId: string, attempt: string): Promise<Correction[]> {
  const { rows } = await pool().query<Row>(
    `WITH given AS (
       SELECT key_revision, earned, possible, NULL::uuid AS regrade, received_at AS at FROM attempt WHERE learner_id = $1 AND id = $2
       UNION ALL
       SELECT key_revision, earned, possible, audit_id, graded_at FROM grade
       WHERE learner_id = $1 AND attempt_id = $2 AND graded_by IS NULL),
     told AS (
       SELECT *, lag(earned) OVER one_by_one AS "earnedBefore", lag(possible) OVER one_by_one AS "possibleBefore"
       FROM given WHERE earned IS NOT NULL WINDOW one_by_one AS (ORDER BY key_revision))
     SELECT at, earned, possible, "earnedBefore", "possibleBefore" FROM told
     WHERE regrade IS NOT NULL AND earned * "possibleBefore" <> "earnedBefore" * possible
     ORDER BY key_revision`,
    [learnerId, attempt],
  );
  return rows.map(({ at, earned, possible, earnedBefore, possibleBefore }) => ({
    at,
    from: { earned: earnedBefore, possible: possibleBefore },
    to: { earned, possible },
  }));
}
