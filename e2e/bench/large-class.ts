import type { Curriculum } from '../../lib/curriculum/curriculum';
import { pool } from '../../lib/db/pool';
import { transaction } from '../../lib/db/transaction';

export type LargeClass = { readonly id: string; readonly learners: number; readonly attempts: number };

/** The nth learner and the nth class, as ids that stand in the order of n: what is loaded then appends to every index. */
const learnerSql = (n: string) => `('c0000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
export const classIdOf = (n: number) => `d0000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** Learners are numbered over all classes; nothing is folded yet. */
export async function makeClass(number: number, first: number, learners: number): Promise<string> {
  const id = classIdOf(number);
  await pool().query("INSERT INTO class (id, name, time_zone) VALUES ($1, $2, 'Europe/Berlin')", [
    id,
    `Class ${number}`,
  ]);
  await transaction(async (client) => {
    await client.query("SET LOCAL statement_timeout = '10min'");
    await client.query(
      `INSERT INTO learner (id, name, login, last_seen_at)
       SELECT ${learnerSql('n')}, (ARRAY['王','李','张','刘','陈','Ann ','Ben ','Cem ','Dee '])[1 + n % 9] || chr(19968 + hashtext(n::text) % 4000 + 4000) || n,
         'learner ' || n, now() - interval '1 minute' * (n % 40000)
       FROM generate_series($1::int, $2::int) n`,
      [first, first + learners - 1],
    );
    await client.query(
      `INSERT INTO enrolment (learner_id, class_id, group_name) SELECT ${learnerSql('n')}, $3, 'group ' || n % 20
       FROM generate_series($1::int, $2::int) n`,
      [first, first + learners - 1, id],
    );
  });
  return id;
}

type Index = { name: string; sql: string };

/**
 * A hundred answers a learner or so, over all lessons: 80 items once, some of them again. Who is able is right more often, and an item is as
 * hard as it is. Indexes are made afterwards, which is how one loads.
 */
export async function answerMuch(taught: Curriculum, first: number, learners: number, each: number): Promise<void> {
  await transaction(async (client) => {
    await client.query(
      "SET LOCAL statement_timeout = '20min'; SET LOCAL maintenance_work_mem = '512MB'; SET LOCAL synchronous_commit = off",
    );
    const items = [...taught.items()].filter(
      (item) =>
        item.kind === 'task' || item.question.kind === 'single-choice' || item.question.kind === 'multiple-choice',
    );
    await client.query('CREATE TEMP TABLE asked (n int PRIMARY KEY, item text, options text[]) ON COMMIT DROP');
    await client.query(
      'INSERT INTO asked SELECT ord - 1, item, ARRAY[o1, o2] FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY u(item, o1, o2, ord)',
      [
        items.map(({ id }) => id),
        items.map((item) => optionsOf(item)[0] ?? 'done'),
        items.map((item) => optionsOf(item)[1] ?? 'other'),
      ],
    );
    const { rows: indexes } = await client.query<Index>(
      `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS sql FROM pg_index i
       WHERE i.indrelid = 'attempt'::regclass AND NOT i.indisprimary`,
    );
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    const distinct = Math.min(items.length, Math.ceil(each * 0.8));
    await client.query(
      `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible, received_at)
       SELECT ${learnerSql('l')}, ('e0000000-0000-4000-8000-' || lpad(to_hex(k), 12, '0'))::uuid, q.item, 'v', 1, 1 + k / $3,
         jsonb_build_object('choice', q.options[1 + (k + l) % 2]),
         CASE WHEN (hashint4(l * 131 + k) & 1023) < 250 + (hashint4(l) & 511) - (hashint4(q.n) & 255) + 200 * (k / $3) THEN 1 ELSE 0 END, 1,
         now() - interval '1 minute' * (40000 - k * 390 - l % 390)
       FROM generate_series($1::int, $2::int) l CROSS JOIN generate_series(0, $4::int - 1) k JOIN asked q ON q.n = (l % 7 + k % $3::int) % $5::int
       ORDER BY l, k`,
      [first, first + learners - 1, distinct, each, items.length],
    );
    for (const { sql } of indexes) await client.query(sql);
  });
}

function optionsOf(item: ReturnType<Curriculum['item']>): readonly string[] {
  if (item?.kind !== 'question') return [];
  const { question } = item;
  return question.kind === 'single-choice' || question.kind === 'multiple-choice'
    ? question.options.map(({ id }) => id)
    : [];
}
