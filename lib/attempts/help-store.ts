import { pool } from '@/lib/db/pool';

/** What was told of an item: hint 1, 2, …; 0 is the solution. */
export type Telling = { item: string; version: string; number: number; draw: string | null };

/** Hints that were told to a learner on this version, in any order. */
export async function toldHelp(learnerId: string, item: string, version: string): Promise<number[]> {
  const { rows } = await pool().query<{ number: number }>(
    'SELECT number FROM help WHERE learner_id = $1 AND item = $2 AND version = $3',
    [learnerId, item, version],
  );
  return rows.map(({ number }) => number);
}

/** Did the learner ever ask for the solution of this version? */
export async function wasGivenUp(learnerId: string, item: string, version: string): Promise<boolean> {
  return (await toldHelp(learnerId, item, version)).includes(0);
}

/**
 * Writes down that help is told, before it is: the learner's next attempt counts it. False when the item stands in a graded or timed
 * sitting of theirs that is open: then nothing is told.
 */
export async function recordHelp(learnerId: string, { item, version, number, draw }: Telling): Promise<boolean> {
  const { rowCount } = await pool().query(
    `INSERT INTO help AS h (learner_id, item, version, number, draw_id)
     SELECT l.id, $2, $3, $4, $5 FROM learner l WHERE l.id = $1 AND NOT EXISTS (
       SELECT FROM sitting s WHERE s.learner_id = l.id AND s.kind <> 'door' AND s.handed_in_at IS NULL
         AND clock_timestamp() <= coalesce(s.accepts_until, 'infinity')
         AND s.items @> jsonb_build_array(jsonb_build_object('item', $2::text)))
     ON CONFLICT (learner_id, item, version, number) DO UPDATE SET told_at = clock_timestamp(), draw_id = excluded.draw_id`,
    [learnerId, item, version, number, draw],
  );
  return rowCount === 1;
}
