import { pool } from '@/lib/db/pool';

/** What is never told, not even to its owner: it would open an account, or tell numbers and scores before their time. */
export const secretColumns: Readonly<Record<string, readonly string[]>> = {
  learner: ['password_hash'],
  reset_link: ['token_digest'],
  draw: ['seed'],
  sitting: ['seed'],
  // What a class's staff see counts scores that are withheld; the attempts say what may be told.
  lesson_score: ['done', 'share', 'stuck', 'score'],
  class_standing: ['done', 'stuck', 'risk'],
  class_fence: ['number', 'place'],
  calendar_address: ['token_digest'],
  lti_launch: ['ticket_digest', 'state_digest'],
};

/** Of an answer whose score is not shown: what was handed in, and not what it earned. */
const scores: Readonly<Record<string, { columns: readonly string[]; isHidden: string }>> = {
  attempt: { columns: ['earned', 'credit', 'detail'], isHidden: 't.withheld' },
  grade: {
    columns: ['earned', 'credit', 'detail'],
    isHidden: `EXISTS (SELECT FROM attempt a WHERE a.learner_id = t.learner_id AND a.id = t.attempt_id AND a.withheld)`,
  },
  marking: {
    columns: ['points', 'earned', 'comment'],
    isHidden: `EXISTS (SELECT FROM attempt a WHERE a.learner_id = t.learner_id AND a.id = t.attempt_id AND a.withheld)`,
  },
  // What staff say among themselves is not told; neither is what is said to an answer whose score is not.
  comment: {
    columns: ['text'],
    isHidden: `NOT t.is_told OR EXISTS (SELECT FROM attempt a WHERE a.learner_id = t.learner_id AND a.id = t.attempt_id AND a.withheld)`,
  },
};

export type ExportedRow = { readonly table: string; readonly row: Record<string, unknown> };

const rowsAtOnce = 500;

/** Every row that is kept about a learner, table by table, as they stood at one moment. Tables that later work adds are found by their `learner_id`. */
export async function* rowsAbout(learnerId: string): AsyncGenerator<ExportedRow> {
  const client = await pool().connect();
  let isWhole = false;
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: tables } = await client.query<{ name: string; key: string }>(
      `SELECT table_name::text AS name, column_name::text AS key FROM information_schema.columns
       WHERE table_schema = current_schema() AND (column_name = 'learner_id' OR (table_name = 'learner' AND column_name = 'id'))
       ORDER BY table_name <> 'learner', table_name`,
    );
    for (const { name, key } of tables) {
      const table = client.escapeIdentifier(name);
      const hidden = scores[name];
      const told = hidden
        ? `CASE WHEN ${hidden.isHidden} THEN to_jsonb(t) - $3::text[] ELSE to_jsonb(t) END`
        : 'to_jsonb(t) - $3::text[]';
      await client.query(
        `DECLARE about CURSOR FOR SELECT ${told} - $2::text[] AS row FROM ${table} t WHERE t.${client.escapeIdentifier(key)} = $1`,
        [learnerId, secretColumns[name] ?? [], hidden?.columns ?? []],
      );
      for (;;) {
        const { rows } = await client.query<{ row: Record<string, unknown> }>(`FETCH ${rowsAtOnce} FROM about`);
        for (const { row } of rows) yield { table: name, row };
        if (rows.length < rowsAtOnce) break;
      }
      await client.query('CLOSE about');
    }
    await client.query('COMMIT');
    isWhole = true;
  } finally {
    // Who stops reading half-way leaves a transaction open: that connection is not used again.
    client.release(!isWhole);
  }
}
