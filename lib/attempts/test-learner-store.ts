import { randomUUID } from 'node:crypto';
import { pool } from '@/lib/db/pool';

export type TestLearner = { learnerId: string; sessionId: string };

/** A guest with a session, straight from the tables. */
export async function testLearner(): Promise<TestLearner> {
  const [learnerId, sessionId] = [randomUUID(), randomUUID()];
  await pool().query('INSERT INTO learner (id) VALUES ($1)', [learnerId]);
  await pool().query("INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $2, now() + interval '1 hour')", [
    learnerId,
    sessionId,
  ]);
  return { learnerId, sessionId };
}
