import { earned, gradedAttempts, keyRevision, possible } from '@/lib/attempts/graded-attempts-store';
import { pool } from '@/lib/db/pool';
import type { Candidate } from '@/lib/regrade/regrade';

/** A version, and the revisions of its key whose grades are looked for. */
export type Wanted = { readonly item: string; readonly version: string; readonly revisions: readonly number[] };

const learnersAtOnce = 500;

/**
 * Graded answers to these versions whose grade that counts was given by one of these keys, a few hundred learners at a time. Each statement
 * is short and locks nothing, however many answers there are.
 */
export async function* candidates(wanted: readonly Wanted[]): AsyncGenerator<Candidate[]> {
  if (wanted.length === 0) return;
  const asked = JSON.stringify(
    wanted.flatMap(({ item, version, revisions }) => revisions.map((revision) => ({ item, version, revision }))),
  );
  const items = [...new Set(wanted.map(({ item }) => item))];
  for (let after: string | null = null; ; ) {
    const learners: string[] = await learnersAfter(after);
    after = learners.at(-1) ?? null;
    if (after === null) return;
    const { rows } = await pool().query<Candidate>({
      name: 'regrade-candidates',
      text: `SELECT a.learner_id AS "learnerId", a.id, a.item, a.version, ${keyRevision} AS "keyRevision", a.response,
          ${earned} AS earned, ${possible} AS possible, g.graded_by IS NOT NULL AS "isByPerson", l.name AS learner,
          CASE WHEN d.id IS NOT NULL THEN json_build_object('seed', d.seed, 'keyRevision', d.key_revision) END AS draw
        FROM ${gradedAttempts} JOIN learner l ON l.id = a.learner_id
          LEFT JOIN draw d ON d.learner_id = a.learner_id AND d.id = a.draw_id
        WHERE a.learner_id = ANY($1) AND a.item = ANY($2) AND ${earned} IS NOT NULL
          AND EXISTS (SELECT FROM json_to_recordset($3) AS w(item text, version text, revision int)
            WHERE w.item = a.item AND w.version = a.version AND w.revision = ${keyRevision})
        ORDER BY a.learner_id, a.received_at, a.id`,
      values: [learners, items, asked],
    });
    if (rows.length > 0) yield rows;
  }
}

async function learnersAfter(after: string | null): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>({
    name: 'regrade-learners',
    text: 'SELECT id FROM learner WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2',
    values: [after, learnersAtOnce],
  });
  return rows.map(({ id }) => id);
}

/** `version` null: to the item in whatever wording. */
type AnswerCount = {
  readonly item: string;
  readonly version: string | null;
  readonly answers: number;
  readonly learners: number;
};

/** How many answers there are to these items, and to each wording of them, and of how many learners. */
export async function countAnswersTo(items: readonly string[]): Promise<AnswerCount[]> {
  const counts = new Map<string, AnswerCount>();
  for (let after: string | null = null; items.length > 0; ) {
    const learners: string[] = await learnersAfter(after);
    after = learners.at(-1) ?? null;
    if (after === null) break;
    const { rows } = await pool().query<AnswerCount>({
      name: 'regrade-count',
      text: `SELECT item, version, count(*)::int AS answers, count(DISTINCT learner_id)::int AS learners
        FROM attempt WHERE learner_id = ANY($1) AND item = ANY($2) GROUP BY GROUPING SETS ((item, version), (item))`,
      values: [learners, items],
    });
    for (const row of rows) {
      const key = `${row.item} ${row.version}`;
      const before = counts.get(key) ?? { answers: 0, learners: 0 };
      counts.set(key, { ...row, answers: before.answers + row.answers, learners: before.learners + row.learners });
    }
  }
  return [...counts.values()];
}
