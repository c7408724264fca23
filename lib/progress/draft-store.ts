import { pool } from '@/lib/db/pool';

export type Draft = { item: string; version: string; body: object; at: number };

/** More half-written answers than anybody comes back to; the oldest make room. */
const mostDrafts = 200;

/**
 * Keeps a draft unless a newer one is there, under the item's id or one it had before. Resolves to how far the one that is kept has counted;
 * null: there is no such learner.
 */
export async function saveDraft(
  learnerId: string,
  { item, version, body, at }: Draft,
  formerIds: readonly string[] = [],
): Promise<number | null> {
  const { rows } = await pool().query<{ at: number }>({
    name: 'save-draft',
    text: `WITH former AS (SELECT at FROM draft WHERE learner_id = $1 AND item = ANY($7::text[]) AND at >= $5),
      kept AS (
        INSERT INTO draft AS d (learner_id, item, version, body, at)
        SELECT id, $2, $3, $4, $5 FROM learner WHERE id = $1 AND NOT EXISTS (SELECT FROM former)
        ON CONFLICT (learner_id, item) DO UPDATE SET
          version = excluded.version, body = excluded.body, at = excluded.at, updated_at = clock_timestamp()
        WHERE d.at < excluded.at
        RETURNING at),
      room AS (
        DELETE FROM draft WHERE learner_id = $1 AND item IN (
          SELECT item FROM draft WHERE learner_id = $1 AND item <> $2 ORDER BY updated_at DESC OFFSET $6))
      SELECT at FROM kept UNION ALL
      (SELECT at FROM (SELECT at FROM draft WHERE learner_id = $1 AND item = $2 UNION ALL SELECT at FROM former) there
        WHERE NOT EXISTS (SELECT FROM kept) ORDER BY at DESC LIMIT 1)`,
    values: [learnerId, item, version, JSON.stringify(body), at, mostDrafts - 1, formerIds],
  });
  return rows[0]?.at ?? null;
}

/**
 * What a learner left half-written in a lesson. An answer that was stored since has taken the draft's place. `former` tells older ids of its
 * items (old → today's): theirs are told as today's, of two the one that counts further.
 */
export async function draftsIn(
  learnerId: string,
  lesson: string,
  former: ReadonlyMap<string, string> = new Map(),
): Promise<Draft[]> {
  const { rows } = await pool().query<Draft>({
    name: 'drafts-in',
    text: `WITH former AS (SELECT * FROM unnest($3::text[], $4::text[]) AS f(old, item)),
      found AS (
        SELECT coalesce(f.item, d.item) AS item, d.version, d.body, d.at, d.updated_at
        FROM draft d LEFT JOIN former f ON f.old = d.item
        WHERE d.learner_id = $1 AND (starts_with(d.item, $2 || '/') OR f.item IS NOT NULL))
      SELECT DISTINCT ON (item) item, version, body, at FROM found
      WHERE NOT EXISTS (SELECT FROM item_state state
        WHERE state.learner_id = $1 AND state.last_at >= found.updated_at
          AND (state.item = found.item OR state.item IN (SELECT old FROM former f WHERE f.item = found.item)))
      ORDER BY item, at DESC, updated_at DESC`,
    values: [learnerId, lesson, [...former.keys()], [...former.values()]],
  });
  return rows;
}
