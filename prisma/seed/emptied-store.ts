import { pool } from '@/lib/db/pool';

const mark = 'demo';

/** Whether this database holds the demonstration and nothing that anybody would miss; or nothing at all; or work. */
export async function whatIsHere(): Promise<'nothing' | 'demo' | 'work'> {
  const { rows } = await pool().query<{ marked: boolean; people: boolean }>(
    `SELECT EXISTS (SELECT FROM setting WHERE name = $1) AS marked, EXISTS (SELECT FROM learner) AS people`,
    [mark],
  );
  const [row] = rows;
  if (row?.marked) return 'demo';
  return row?.people ? 'work' : 'nothing';
}

export async function markDemo(): Promise<void> {
  await pool().query(`INSERT INTO setting (name, value) VALUES ($1, to_jsonb(now())) ON CONFLICT (name) DO NOTHING`, [
    mark,
  ]);
}

/** Empties a demonstration, to be filled again. What is no demonstration is left alone. */
export async function emptyDemo(): Promise<void> {
  if ((await whatIsHere()) === 'work') throw new Error('this database holds work');
  const { rows } = await pool().query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT IN ('_prisma_migrations', 'signing_key')`,
  );
  await pool().query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')}`);
}
