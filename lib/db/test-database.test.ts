import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { databaseHealth } from '@/lib/db/health';
import { pool } from '@/lib/db/pool';
import { prisma } from '@/lib/db/prisma';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

test('a test file gets an empty, migrated database for pool and Prisma', async () => {
  expect(await databaseHealth()).toEqual({ reachable: true, migrationsAtHead: true });
  await prisma().learner.create({ data: { id: randomUUID(), name: '学习者' } });
  const { rows } = await pool().query('SELECT name, role FROM learner');
  expect(rows).toEqual([{ name: '学习者', role: 'learner' }]);
});

test('the database knows letters beyond ASCII', async () => {
  const { rows } = await pool().query(`SELECT lower('ÉCOLE') AS lower, 'É' ~ '\\w' AS word`);
  expect(rows).toEqual([{ lower: 'école', word: true }]);
});
