import type { PoolClient } from 'pg';
import { pool } from '@/lib/db/pool';

/** False: it is up already. */
export async function raiseHand(client: PoolClient, classId: string, learnerId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO room_hand (learner_id, class_id) SELECT $1, r.class_id FROM class_room r
     WHERE r.class_id = $2 AND r.opened_at IS NOT NULL ON CONFLICT DO NOTHING`,
    [learnerId, classId],
  );
  return rowCount === 1;
}

/** False: it was not up. */
export async function lowerHand(client: PoolClient, classId: string, learnerId: string): Promise<boolean> {
  const { rowCount } = await client.query('DELETE FROM room_hand WHERE class_id = $2 AND learner_id = $1', [
    learnerId,
    classId,
  ]);
  return rowCount === 1;
}

/** All of a class; whose they were. */
export async function lowerAllHands(client: PoolClient, classId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'DELETE FROM room_hand WHERE class_id = $1 RETURNING learner_id AS id',
    [classId],
  );
  return rows.map(({ id }) => id);
}

/** The raised hands, the one that waits longest first; of who has left the class no more. */
export async function raisedHands(classId: string): Promise<{ learnerId: string; at: string }[]> {
  const { rows } = await pool().query<{ id: string; at: Date }>({
    name: 'live-hands',
    text: `SELECT h.learner_id AS id, h.raised_at AS at FROM room_hand h
      JOIN enrolment e ON e.learner_id = h.learner_id AND e.class_id = h.class_id AND e.left_at IS NULL
      WHERE h.class_id = $1 ORDER BY h.raised_at LIMIT 200`,
    values: [classId],
  });
  return rows.map(({ id, at }) => ({ learnerId: id, at: at.toISOString() }));
}

export async function isHandUp(classId: string, learnerId: string): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: 'live-hand',
    text: 'SELECT FROM room_hand WHERE class_id = $1 AND learner_id = $2',
    values: [classId, learnerId],
  });
  return rowCount === 1;
}
