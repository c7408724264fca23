import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyArchive } from '@/lib/db/backup/archive';
import { backUp } from '@/lib/db/backup/back-up';
import { restore } from '@/lib/db/backup/restore';
import { withEmptyDatabases } from '@/lib/db/empty-database';
import { migrate } from '@/lib/db/migrate';
import { type Migration, readMigrations } from '@/lib/db/migration-files';
import { withClient } from '@/lib/db/with-client';

const databases = withEmptyDatabases();
const quiet = { replace: false, progress: () => {} };
let folder: string;
let filled: string;
let whole: string;

beforeAll(async () => {
  folder = mkdtempSync('/tmp/handrail-backup-');
  filled = await databases.make();
  await migrate(filled);
  await fill(filled);
  whole = join(folder, 'whole.handrail');
  await backUp(subject(filled), whole, () => {});
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const subject = (url: string) => ({ url, product: '1.2.3', secret: undefined });

/** What is hard to write as text: tabs, line ends, backslashes, COPY's own end mark, quotes, Chinese, nulls, exact times. */
async function fill(url: string): Promise<void> {
  await withClient(url, 'test', async (client) => {
    const learner = randomUUID();
    await client.query(`INSERT INTO learner (id, name, login, created_at) VALUES ($1, $2, $3, $4)`, [
      learner,
      '学习者\t\\.\n"\\N',
      null,
      '2026-01-02T03:04:05.678901Z',
    ]);
    await client.query(`INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $2, now())`, [
      learner,
      randomUUID(),
    ]);
    await client.query(
      `INSERT INTO attempt (learner_id, id, item, version, key_revision, ordinal, response, earned, possible)
       SELECT $1, gen_random_uuid(), 'tcp-tls/x/y', 'v', 1, n, $2::jsonb, n / 3.0, 1000 FROM generate_series(1, 1000) AS n`,
      [learner, JSON.stringify({ text: '序号\n"\\u0007' })],
    );
    // Longer than one piece of an archive.
    await client.query(
      `UPDATE attempt SET detail = jsonb_build_object('long', repeat('序号', 1000000)) WHERE ordinal = 500`,
    );
  });
}

/** Every row of every table, as text, without what belongs to one server. */
async function contentOf(url: string): Promise<string> {
  return withClient(url, 'test', async (client) => {
    const { rows } = await client.query<{ content: string }>(
      `SELECT string_agg(line, E'\\n' ORDER BY line) AS content FROM (
         SELECT 'learner ' || l::text AS line FROM learner l
         UNION ALL SELECT 'session ' || s::text FROM session s
         UNION ALL SELECT 'attempt ' || (to_jsonb(a) - 'xact')::text FROM attempt a) AS lines`,
    );
    return rows[0]?.content ?? '';
  });
}

test('what was backed up comes back the same, row by row, and later migrations have nothing to do', async () => {
  const empty = await databases.make();
  const manifest = await restore(empty, whole, quiet);
  expect(manifest.tables.find(({ name }) => name === 'attempt')?.rows).toBe(1000);
  expect(await contentOf(empty)).toBe(await contentOf(filled));
  expect(await migrate(empty)).toEqual([]);
});

test('a backup under load holds every row acknowledged before it began, all as of one moment', async () => {
  const busy = await databases.make();
  await migrate(busy);
  const acknowledged: string[] = [];
  let stop = false;
  // Two rows per transaction: a moment between them must not be seen.
  const write = (): Promise<void> =>
    withClient(busy, 'test', async (client) => {
      while (!stop) {
        const learner = randomUUID();
        await client.query('BEGIN');
        await client.query('INSERT INTO learner (id) VALUES ($1)', [learner]);
        await client.query('INSERT INTO session (learner_id, id, expires_at) VALUES ($1, $1, now())', [learner]);
        await client.query('COMMIT');
        acknowledged.push(learner);
      }
    });
  const writers = [write(), write(), write()];
  await expect.poll(() => acknowledged.length).toBeGreaterThan(200);
  const before = [...acknowledged];
  const file = join(folder, 'busy.handrail');
  await backUp(subject(busy), file, () => {});
  stop = true;
  await Promise.all(writers);

  const empty = await databases.make();
  await restore(empty, file, quiet);
  const { rows } = await withClient(empty, 'test', (client) =>
    client.query<{ missing: number; learners: number; sessions: number }>(
      `SELECT (SELECT count(*)::int FROM unnest($1::uuid[]) AS id WHERE id NOT IN (SELECT id FROM learner)) AS missing,
         (SELECT count(*)::int FROM learner) AS learners, (SELECT count(*)::int FROM session) AS sessions`,
      [before],
    ),
  );
  expect(rows[0]?.missing).toBe(0);
  expect(rows[0]?.sessions).toBe(rows[0]?.learners);
});

test('a backup with one byte changed, anywhere, is refused', async () => {
  const bytes = readFileSync(whole);
  const changed = join(folder, 'changed.handrail');
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(at) ^ by, at);
      writeFileSync(changed, copy);
      await expect(verifyArchive(changed)).rejects.toThrow('is not a whole backup');
    }),
    { numRuns: 60 },
  );
});

test('a backup that is cut off, or no backup at all, is refused and nothing is written', async () => {
  const cut = join(folder, 'cut.handrail');
  copyFileSync(whole, cut);
  truncateSync(cut, statSync(whole).size - 4096);
  const empty = await databases.make();
  await expect(restore(empty, cut, quiet)).rejects.toThrow('is not a whole backup');
  await expect(restore(empty, 'package.json', quiet)).rejects.toThrow('is not a whole backup');
  await expect(restore(empty, join(folder, 'absent'), quiet)).rejects.toThrow('cannot be read');
  const tables = await withClient(empty, 'test', (client) =>
    client.query('SELECT FROM pg_tables WHERE schemaname = current_schema()'),
  );
  expect(tables.rowCount).toBe(0);
});

test('a database in which somebody has learned is not overwritten, unless told so', async () => {
  const used = await databases.make();
  await migrate(used);
  await fill(used);
  const content = await contentOf(used);
  await expect(restore(used, whole, quiet)).rejects.toThrow('The database is not empty: it holds 1 learner');
  expect(await contentOf(used)).toBe(content);
  await restore(used, whole, { ...quiet, replace: true });
  expect(await contentOf(used)).toBe(await contentOf(filled));
});

test('a backup of an older version is carried over by the migrations made since', async () => {
  const later = step('29991231000000_later', `ALTER TABLE learner ADD COLUMN motto TEXT NOT NULL DEFAULT 'none'`);
  const empty = await databases.make();
  await restore(empty, whole, { ...quiet, brought: [...readMigrations(), later] });
  const { rows } = await withClient(empty, 'test', (client) => client.query('SELECT motto FROM learner'));
  expect(rows).toEqual([{ motto: 'none' }]);
});

test('a backup of a newer version is refused and nothing is written', async () => {
  const later = step('29991231000000_later', 'CREATE TABLE later (id INT)');
  const ahead = await databases.make();
  await migrate(ahead, [...readMigrations(), later]);
  const file = join(folder, 'ahead.handrail');
  await backUp(subject(ahead), file, () => {});
  const empty = await databases.make();
  await expect(restore(empty, file, quiet)).rejects.toThrow(
    'The backup is newer than this Handrail: it was taken by version 1.2.3 with migration 29991231000000_later.',
  );
});

test('a backup can be read by its owner only', () => {
  expect(statSync(whole).mode & 0o777).toBe(0o600);
});

function step(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
