import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withEmptyDatabases } from '@/lib/db/empty-database';
import { migrate, readMigrationState } from '@/lib/db/migrate';
import { type Migration, readMigrations } from '@/lib/db/migration-files';
import { withClient } from '@/lib/db/with-client';

const databases = withEmptyDatabases();
const names = readMigrations().map(({ name }) => name);

const step = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

const tablesOf = (url: string): Promise<string[]> =>
  withClient(url, 'test', async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  });

test('an empty database takes every step, a second time none', async () => {
  const url = await databases.make();
  expect(await migrate(url)).toEqual(names);
  expect(await migrate(url)).toEqual([]);
  expect(await withClient(url, 'test', (client) => readMigrationState(client))).toEqual({ kind: 'at-head' });
});

test('three processes that start together take the steps once', async () => {
  const url = await databases.make();
  const outputs = await Promise.all([1, 2, 3].map(() => commandMigrate(url)));
  expect(outputs.map(({ code }) => code)).toEqual([0, 0, 0]);
  const taken = outputs.flatMap(({ said }) => said.split('\n').filter((line) => line.startsWith('took ')));
  expect(taken).toEqual(names.map((name) => `took ${name}`));
});

test('a step that fails leaves nothing of itself, and the steps before it stay', async () => {
  const url = await databases.make();
  const steps = [step('1', 'CREATE TABLE one ()'), step('2', 'CREATE TABLE two (); SELECT 1 / 0')];
  await expect(migrate(url, steps)).rejects.toThrow('migration 2 was not applied');
  expect(await tablesOf(url)).toEqual(['_prisma_migrations', 'one']);
  expect(await migrate(url, [steps[0] ?? step('1', ''), step('2', 'CREATE TABLE two ()')])).toEqual(['2']);
});

test('a database that a later version has used is refused and not touched', async () => {
  const url = await databases.make();
  await migrate(url, [step('1', 'CREATE TABLE one ()'), step('2', 'CREATE TABLE two ()')]);
  await expect(migrate(url, [step('1', 'CREATE TABLE one ()'), step('3', 'CREATE TABLE three ()')])).rejects.toThrow(
    'The database is newer than this Handrail: it has 2, which this version does not know.',
  );
  expect(await tablesOf(url)).toEqual(['_prisma_migrations', 'one', 'two']);
});

test('a step whose text was changed after it was applied is refused', async () => {
  const url = await databases.make();
  await migrate(url, [step('1', 'CREATE TABLE one ()')]);
  await expect(migrate(url, [step('1', 'CREATE TABLE other ()')])).rejects.toThrow('another text of migration 1');
});

test("another program's database is refused and not touched", async () => {
  const url = await databases.make();
  await withClient(url, 'test', (client) => client.query('CREATE TABLE theirs ()'));
  await expect(migrate(url)).rejects.toThrow(
    'belongs to another program: it holds tables Handrail did not make (theirs)',
  );
  expect(await tablesOf(url)).toEqual(['theirs']);
});

function commandMigrate(url: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: url, SECRET: 'a secret of thirty-two characters' };
    const child = spawn(process.execPath, ['lib/cli/handrail.mjs', 'migrate'], { env });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('close', (code) => resolve({ code, said }));
  });
}
