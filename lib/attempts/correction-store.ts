import { pool } from '@/lib/db/pool';

type Points = { readonly earned: number; readonly possible: number };

/** A grade that changed because its key was corrected (lib/regrade), or the question by its class (lib/analysis): when, and from what to what. */
export type Correction = { readonly at: Date; readonly from: Points; readonly to: Points };

type Row = { at: Date; earned: number; possible: number; earnedBefore: number; possibleBefore: number };

/**
 * What regrades have changed about an attempt, the first one first. A grade that came out as it was is no correction. A class's corrections come
 * after the keys', as they count; one that was taken back leaves what the newest key says.
 */
export async function correctionsOf(learnerId: string, attempt: string): Promise<Correction[]> {
  const { rows } = await pool().query<Row>(
    `WITH given AS (
       SELECT key_revision, earned, possible, NULL::uuid AS regrade, received_at AS at FROM attempt WHERE learner_id = $1 AND id = $2
       UNION ALL
       SELECT key_revision, earned, possible, audit_id, graded_at FROM grade
       WHERE learner_id = $1 AND attempt_id = $2 AND graded_by IS NULL),
     booked AS (
       SELECT key_revision, regrade, at, possible, CASE WHEN key_revision >= 0 THEN earned ELSE coalesce(earned, (
         SELECT k.earned FROM given k WHERE k.key_revision >= 0 AND k.earned IS NOT NULL ORDER BY k.key_revision DESC LIMIT 1)) END AS earned
       FROM given),
     told AS (
       SELECT *, lag(earned) OVER one_by_one AS "earnedBefore", lag(possible) OVER one_by_one AS "possibleBefore"
       FROM booked WHERE earned IS NOT NULL WINDOW one_by_one AS (ORDER BY key_revision < 0, abs(key_revision)))
     SELECT at, earned, possible, "earnedBefore", "possibleBefore" FROM told
     WHERE regrade IS NOT NULL AND earned * "possibleBefore" <> "earnedBefore" * possible
     ORDER BY key_revision < 0, abs(key_revision)`,
    [learnerId, attempt],
  );
  return rows.map(({ at, earned, possible, earnedBefore, possibleBefore }) => ({
    at,
    from: { earned: earnedBefore, possible: possibleBefore },
    to: { earned, possible },
  }));
}
