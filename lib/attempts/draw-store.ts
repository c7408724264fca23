import { pool } from '@/lib/db/pool';

/** The numbers one learner was given for a variant: a seed, and the key it was drawn by. */
export type Draw = {
  id: string;
  item: string;
  version: string;
  keyRevision: number;
  /** 16 bytes in hexadecimal. */
  seed: string;
  sitting: string | null;
  /** The attempt that closed it; null while it is open. */
  attempt: string | null;
};

type NewDraw = Omit<Draw, 'attempt'> & { learnerId: string };

const columns = 'id, item, version, key_revision AS "keyRevision", seed, sitting_id AS sitting, attempt_id AS attempt';

/** A learner's own draw, open or answered. */
export async function findDraw(learnerId: string, id: string): Promise<Draw | undefined> {
  const { rows } = await pool().query<Draw>({
    name: 'find-draw',
    text: `SELECT ${columns} FROM draw WHERE learner_id = $1 AND id = $2`,
    values: [learnerId, id],
  });
  return rows[0];
}

const mostTries = 5;

/** Erased a moment ago, in another tab. */
export class LearnerGone extends Error {}

/**
 * The draw that is open for this learner and item, or this new one. Of any number that ask at once, in any process, one opens it: a partial
 * unique index decides. In a sitting there is one for the whole run, answered or not.
 */
export async function openDraw(draw: NewDraw): Promise<Draw> {
  const { learnerId, id, item, version, keyRevision, seed, sitting } = draw;
  for (let tries = 0; tries < mostTries; tries++) {
    const { rows } = await pool().query<Draw>({
      name: 'open-draw',
      text: `WITH found AS (
          SELECT ${columns} FROM draw
          WHERE learner_id = $1 AND item = $3 AND version = $4 AND sitting_id IS NOT DISTINCT FROM $7::uuid
            AND (attempt_id IS NULL OR sitting_id IS NOT NULL)
          ORDER BY opened_at LIMIT 1
        ), made AS (
          INSERT INTO draw (learner_id, id, item, version, key_revision, seed, sitting_id)
          SELECT l.id, $2::uuid, $3::text, $4::text, $5::int, $6::text, $7::uuid FROM learner l
          WHERE l.id = $1::uuid AND NOT EXISTS (SELECT FROM found)
          ON CONFLICT DO NOTHING RETURNING ${columns}
        ) SELECT * FROM found UNION ALL SELECT * FROM made`,
      values: [learnerId, id, item, version, keyRevision, seed, sitting],
    });
    // None: another one opened it a moment ago, which this statement's snapshot could not see yet.
    if (rows[0]) return rows[0];
    const { rowCount } = await pool().query('SELECT FROM learner WHERE id = $1', [learnerId]);
    if (!rowCount) throw new LearnerGone(`there is no learner ${learnerId} to draw for`);
  }
  throw new Error(`no draw of ${item} could be opened for ${learnerId} in ${mostTries} tries`);
}
