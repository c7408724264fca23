import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { transaction } from '@/lib/db/transaction';
import { keepFences, orders } from '@/lib/gradebook/fence-store';
import { screenSorts } from '@/lib/gradebook/screen';
import { screenFrom, screenRowsOf } from '@/lib/gradebook/screen-rows-store';

withTestDatabase();

const classId = randomUUID();
const learners = 1_337;

beforeAll(async () => {
  await pool().query("INSERT INTO class (id, name) VALUES ($1, 'a large class')", [classId]);
  await pool().query(
    `WITH made AS (INSERT INTO learner (id, name) SELECT gen_random_uuid(), 'L' || n FROM generate_series(1, $2) n RETURNING id, name),
       enrolled AS (INSERT INTO enrolment (learner_id, class_id, group_name) SELECT id, $1, right(name, 1) FROM made)
     INSERT INTO class_standing (learner_id, class_id, name_key, group_name, done, seen, risk)
     SELECT id, $1, lower(name), right(name, 1), length(name) + hashtext(name) % 5, hashtext(name), hashtext(name) % 100 FROM made`,
    [classId, learners],
  );
  await pool().query('INSERT INTO class_fold (class_id, members) VALUES ($1, $2)', [classId, learners]);
  await transaction(keepFences);
});

test('every screen of every order, both ways, holds who stands there', async () => {
  for (const sort of screenSorts) {
    const { rows } = await pool().query<{ id: string }>(
      `SELECT s.learner_id AS id FROM class_standing s WHERE s.class_id = $1 ORDER BY ${orders[sort].standing}, s.learner_id`,
      [classId],
    );
    const up = rows.map(({ id }) => id);
    for (const from of [0, 50, 480, 500, 512, 530, 1_000, 1_300, 1_333, 99_999]) {
      const first = screenFrom(from, learners);
      const above = await screenRowsOf(classId, { columns: [], sort, direction: 'up', from, filter: {} });
      expect(above.rows.map(({ learnerId }) => learnerId)).toEqual(up.slice(first, first + 50));
      const below = await screenRowsOf(classId, { columns: [], sort, direction: 'down', from, filter: {} });
      expect(below.rows.map(({ learnerId }) => learnerId)).toEqual([...up].reverse().slice(first, first + 50));
      expect(below).toMatchObject({ total: learners, from: first });
    }
  }
});

test('a filter finds parts of names and groups', async () => {
  const found = await screenRowsOf(classId, {
    columns: [],
    sort: 'name',
    direction: 'up',
    from: 0,
    filter: { name: 'L133' },
  });
  expect(found.rows.map(({ name }) => name)).toEqual([
    'L133',
    'L1330',
    'L1331',
    'L1332',
    'L1333',
    'L1334',
    'L1335',
    'L1336',
    'L1337',
  ]);
  const group = await screenRowsOf(classId, {
    columns: [],
    sort: 'name',
    direction: 'up',
    from: 0,
    filter: { group: '7' },
  });
  expect(group.total).toBe(134);
});

test('a pseudonym is found as it is read, and a real name is not', async () => {
  const hidden = randomUUID();
  const learnerId = randomUUID();
  await pool().query("INSERT INTO class (id, name, is_pseudonymous) VALUES ($1, 'a class', true)", [hidden]);
  await pool().query("INSERT INTO learner (id, name) VALUES ($1, 'Ann')", [learnerId]);
  await pool().query("INSERT INTO enrolment (learner_id, class_id, pseudonym) VALUES ($1, $2, 'amber-otter-12')", [
    learnerId,
    hidden,
  ]);
  await pool().query("INSERT INTO class_standing (learner_id, class_id, name_key) VALUES ($1, $2, 'amber-otter-12')", [
    learnerId,
    hidden,
  ]);
  const found = async (name: string) =>
    (await screenRowsOf(hidden, { columns: [], sort: 'name', direction: 'up', from: 0, filter: { name } })).total;
  expect(await Promise.all(['Amber Ot', '琥珀水獭', 'amber-otter-12', 'Ann'].map(found))).toEqual([1, 1, 1, 0]);
});

test('a class without learners has an empty screen', async () => {
  const query = { columns: [], sort: 'risk', direction: 'down', from: 50, filter: {} } as const;
  expect(await screenRowsOf(randomUUID(), query)).toMatchObject({ total: 0, from: 0, rows: [] });
});
