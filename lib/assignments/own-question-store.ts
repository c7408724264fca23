import type { PoolClient } from 'pg';
import type { OwnQuestion } from '@/lib/assignments/own-question';
import { pool } from '@/lib/db/pool';
import { type Question, questionSchema } from '@/lib/quiz/question';

type Row = { class_id: string; slug: string; question: unknown; changed_at: Date; removed_at: Date | null };

/** What was written for a class, the latest change first; what was taken back too. */
export async function ownQuestionsOf(classId: string): Promise<OwnQuestion[]> {
  const { rows } = await pool().query<Row>({
    name: 'own-questions',
    text: 'SELECT * FROM own_question WHERE class_id = $1 ORDER BY changed_at DESC, slug',
    values: [classId],
  });
  return rows.map(toOwn);
}

export async function findOwnQuestion(classId: string, slug: string): Promise<OwnQuestion | undefined> {
  // Whatever stands in an address: most of it names no question.
  if (!/^[a-z0-9-]{1,64}$/.test(slug)) return undefined;
  const { rows } = await pool().query<Row>('SELECT * FROM own_question WHERE class_id = $1 AND slug = $2', [
    classId,
    slug,
  ]);
  return rows[0] && toOwn(rows[0]);
}

/** False: there is one of that id already, and it was to be a new one. */
export async function saveOwnQuestion(
  client: PoolClient,
  classId: string,
  question: Question,
  isNew: boolean,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO own_question (class_id, slug, question) VALUES ($1, $2, $3)
     ON CONFLICT (class_id, slug) DO UPDATE SET question = excluded.question, changed_at = now(), removed_at = NULL WHERE NOT $4`,
    [classId, question.id, JSON.stringify(question), isNew],
  );
  return rowCount === 1;
}

/** Takes a question back, or offers it again. */
export async function setRemoved(
  client: PoolClient,
  classId: string,
  slug: string,
  isRemoved: boolean,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE own_question SET removed_at = CASE WHEN $3 THEN now() END
     WHERE class_id = $1 AND slug = $2 AND (removed_at IS NULL) = $3`,
    [classId, slug, isRemoved],
  );
  return rowCount === 1;
}

/** How many were written for a class, also those that were taken back. */
export async function countOwnQuestions(client: Pick<PoolClient, 'query'>, classId: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM own_question WHERE class_id = $1',
    [classId],
  );
  return rows[0]?.n ?? 0;
}

function toOwn({ class_id, slug, question, changed_at, removed_at }: Row): OwnQuestion {
  return {
    classId: class_id,
    slug,
    question: questionSchema.parse(question),
    changedAt: changed_at,
    removedAt: removed_at,
  };
}

/** In how many of the class's assignments a question may be asked. */
export async function countUses(classId: string, item: string): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM assignment WHERE class_id = $1 AND frozen @> jsonb_build_array(jsonb_build_object('item', $2::text))`,
    [classId, item],
  );
  return rows[0]?.n ?? 0;
}
