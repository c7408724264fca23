import type { PoolClient } from 'pg';

/**
 * Keeps answers of these learners from being stored until this transaction ends: the lock that `store_attempts` takes
 * (in the migration), in the same order. An answer that comes afterwards finds what this transaction left.
 */
export async function lockAnswersOf(client: PoolClient, learnerIds: readonly string[]): Promise<void> {
  await client.query(
    `SELECT pg_advisory_xact_lock(1635021678, lock)
     FROM (SELECT DISTINCT hashtext(learner) AS lock FROM unnest($1::text[]) AS learner ORDER BY 1) AS locks`,
    [learnerIds],
  );
}
