import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { eraseLearner } from '@/lib/auth/erase-learner-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { exportLearner } from '@/lib/progress/export-learner';
import { secretColumns } from '@/lib/progress/export-store';

withTestDatabase();

type Column = { table: string; column: string; type: string; isFree: boolean };

/** Every column of every table with a learner in it, as the database itself tells. */
async function learnerColumns(): Promise<Column[]> {
  const { rows } = await pool().query<Column>(
    `SELECT c.table_name::text AS table, c.column_name::text AS column, c.udt_name::text AS type,
       (c.is_nullable = 'YES' OR c.column_default IS NOT NULL) AS "isFree"
     FROM information_schema.columns c
     WHERE c.table_schema = current_schema() AND c.table_name IN (
       SELECT table_name FROM information_schema.columns WHERE column_name LIKE '%learner%' AND table_schema = current_schema())
     ORDER BY 1, c.ordinal_position`,
  );
  return rows;
}

function anything(type: string): unknown {
  const values: Record<string, unknown> = {
    uuid: randomUUID(),
    json: '{}',
    jsonb: '{}',
    int4: 1,
    int2: 1,
    int8: 1,
    float8: 0.5,
    bool: true,
    timestamptz: new Date(0),
    _float8: [0.5],
    _text: [],
    ClassRole: 'learner',
    Role: 'learner',
  };
  return values[type] ?? `word ${randomUUID()}`;
}

/** One row in every table that can hold something about a learner. */
async function everythingAbout(learnerId: string): Promise<Map<string, Column[]>> {
  const tables = new Map<string, Column[]>();
  for (const column of await learnerColumns()) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  await pool().query('INSERT INTO learner (id, login, password_hash) VALUES ($1, $2, $3)', [
    learnerId,
    randomUUID(),
    'a hash',
  ]);
  const client = await pool().connect();
  try {
    // Rows of other tables that these would refer to are no part of it.
    await client.query('SET session_replication_role = replica');
    for (const [table, columns] of tables) {
      const needed = columns.filter(({ isFree, column }) => !isFree || column === 'learner_id');
      const values = needed.map(({ column, type }) => (column === 'learner_id' ? learnerId : anything(type)));
      await client.query(
        `INSERT INTO ${client.escapeIdentifier(table)} (${needed.map(({ column }) => `"${column}"`).join(', ')})
         VALUES (${needed.map((_, at) => `$${at + 1}`).join(', ')})`,
        values,
      );
    }
    await client.query('SET session_replication_role = origin');
  } finally {
    client.release();
  }
  return tables;
}

async function exported(learnerId: string): Promise<Record<string, Record<string, unknown>[]>> {
  let text = '';
  for await (const piece of exportLearner(learnerId)) text += piece;
  return JSON.parse(text).tables;
}

test('who a row is about always stands in a column named learner_id', async () => {
  const named = (await learnerColumns()).filter(({ column }) => column.includes('learner'));
  expect(new Set(named.map(({ column }) => column))).toEqual(new Set(['learner_id']));
});

test('the export forgets no table and no column, but for what is secret', async () => {
  const learnerId = randomUUID();
  const tables = await everythingAbout(learnerId);
  const told = await exported(learnerId);
  expect(Object.keys(told).sort()).toEqual(['learner', ...tables.keys()].sort());
  for (const [table, columns] of tables) {
    const wanted = columns.map(({ column }) => column).filter((it) => !secretColumns[table]?.includes(it));
    expect(Object.keys(told[table]?.[0] ?? {}).sort(), table).toEqual(wanted.sort());
  }
  expect(JSON.stringify(told)).not.toContain('a hash');
});

test('the erasure forgets no table', async () => {
  const [learnerId, other] = [randomUUID(), randomUUID()];
  const tables = await everythingAbout(learnerId);
  await everythingAbout(other);
  await eraseLearner(learnerId);
  for (const table of tables.keys()) {
    const { rows } = await pool().query(
      `SELECT count(*) FILTER (WHERE learner_id = $1)::int AS gone, count(*) FILTER (WHERE learner_id = $2)::int AS kept
       FROM "${table}"`,
      [learnerId, other],
    );
    expect(rows[0], table).toEqual({ gone: 0, kept: 1 });
  }
  expect(await exported(learnerId)).toEqual({});
});

test('what an answer earned is not told while its score is not shown', async () => {
  const learnerId = randomUUID();
  await pool().query('INSERT INTO learner (id) VALUES ($1)', [learnerId]);
  for (const withheld of [true, false])
    await pool().query(
      `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, withheld)
       VALUES ($1, $2, 'a/b/c', 'v', 1, 1, '{"choice":"a"}', 1, 1, $3)`,
      [learnerId, randomUUID(), withheld],
    );
  const { attempt = [] } = await exported(learnerId);
  expect(attempt.find(({ withheld }) => withheld)).not.toHaveProperty('earned');
  expect(attempt.find(({ withheld }) => withheld)).toHaveProperty('response');
  expect(attempt.find(({ withheld }) => !withheld)).toMatchObject({ earned: 1 });
});
