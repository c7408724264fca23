import { pool } from '@/lib/db/pool';

export type Draft = { item: string; version: string; body: object; at: number };

/** More half-written answers than anybody comes back to; the oldest make room. */
const mostDrafts = 200;

/** Keeps a draft unless a newer one is there. Resolves to how far the one that is kept has counted; null: there is no such learner. */
export async function saveDraft(learnerId: string, { item, version, body, at }: Draft): Promise<number | null> {
  const { rows } = await pool().query<{ at: number }>({
    name: 'save-draft',
    text: `WITH kept AS (
        INSERT INTO draft AS d (learner_id, item, version, body, at)
        SELECT id, $2, $3, $4, $5 FROM learner WHERE id = $1
        ON CONFLICT (learner_id, item) DO UPDATE SET
          version = excluded.version, body = excluded.body, at = excluded.at, updated_at = clock_timestamp()
        WHERE d.at < excluded.at
        RETURNING at),
      room AS (
        DELETE FROM draft WHERE learner_id = $1 AND item IN (
          SELECT item FROM draft WHERE learner_id = $1 AND item <> $2 ORDER BY updated_at DESC OFFSET $6))
      SELECT at FROM kept UNION ALL
      SELECT at FROM draft WHERE learner_id = $1 AND item = $2 AND NOT EXISTS (SELECT FROM kept)`,
    values: [learnerId, item, version, JSON.stringify(body), at, mostDrafts - 1],
  });
  return rows[0]?.at ?? null;
}

/** What a learner left half-written in a lesson. An answer that was stored since has taken the draft's place. */
export async function draftsIn(learnerId: string, lesson: string): Promise<Draft[]> {
  const { rows } = await pool().query<Draft>({
    name: 'drafts-in',
    text: `SELECT item, version, body, at FROM draft WHERE learner_id = $1 AND starts_with(item, $2 || '/')
      AND NOT EXISTS (SELECT FROM item_state state
        WHERE state.learner_id = $1 AND state.item = draft.item AND state.last_at >= draft.updated_at)`,
    values: [learnerId, lesson],
  });
  return rows;
}
