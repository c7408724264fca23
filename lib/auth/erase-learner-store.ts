import type { PoolClient } from 'pg';
import { lockAnswersOf } from '@/lib/auth/answer-lock-store';
import { pool } from '@/lib/db/pool';
import { transaction } from '@/lib/db/transaction';

/** Tables whose rows leave with the learner's own row (ON DELETE CASCADE). */
const CASCADED = ['session', 'reset_link', 'external_account', 'draft_link', 'practice'];

/** Erases everything that is kept about a learner. Tables that later work adds are found by their `learner_id`. */
export function eraseLearner(learnerId: string): Promise<void> {
  return transaction(async (client) => {
    await lockAnswersOf(client, [learnerId]);
    await eraseLearnerRows(client, learnerId);
  });
}

/** `eraseLearner` within a transaction that is under way and holds the learner's lock. */
export async function eraseLearnerRows(client: PoolClient, learnerId: string): Promise<void> {
  await client.query('DELETE FROM learner WHERE id = $1', [learnerId]);
  // What they did to others stays written down, under nobody's name.
  await client.query("UPDATE audit_event SET actor = '' WHERE actor_id = $1", [learnerId]);
  for (const table of await learnerTables(client)) {
    await client.query(`DELETE FROM ${client.escapeIdentifier(table)} WHERE learner_id = $1`, [learnerId]);
  }
}

/** Every table that holds rows of learners, by name. */
export async function learnerTables(client: Pick<PoolClient, 'query'> = pool()): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = current_schema() AND column_name = 'learner_id' ORDER BY table_name`,
  );
  return rows.map((row) => String(row.name)).filter((name) => !CASCADED.includes(name));
}

/** Guests who have not been here for 400 days. Returns how many were erased. */
export async function eraseIdleGuests(days = 400): Promise<number> {
  const { rows } = await pool().query(
    `SELECT id FROM learner WHERE login IS NULL AND last_seen_at < now() - make_interval(days => $1)
       AND NOT EXISTS (SELECT FROM session WHERE session.learner_id = learner.id
                       AND session.last_seen_at >= now() - make_interval(days => $1))`,
    [days],
  );
  // One small transaction each: nobody waits for this.
  for (const { id } of rows) await eraseLearner(id);
  return rows.length;
}

/** Sessions and links that ended long ago. */
export async function sweepIdentity(): Promise<void> {
  await pool().query("DELETE FROM session WHERE coalesce(revoked_at, expires_at) < now() - interval '30 days'");
  await pool().query("DELETE FROM reset_link WHERE expires_at < now() - interval '30 days'");
  await pool().query("DELETE FROM draft_link WHERE coalesce(revoked_at, expires_at) < now() - interval '30 days'");
}
