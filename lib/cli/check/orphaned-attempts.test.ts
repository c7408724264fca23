import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { orphanedAttempts } from './orphaned-attempts';

const database = withTestDatabase();

const nowhere = join(tmpdir(), `handrail-${randomUUID()}`);

async function attempted(learner: string, item: string): Promise<void> {
  await pool().query('insert into learner (id) values ($1) on conflict do nothing', [learner]);
  await pool().query(
    `insert into attempt (learner_id, id, item, version, key_revision, ordinal, response, possible)
     values ($1, $2, $3, 'v', 1, 1, '{}', 1)`,
    [learner, randomUUID(), item],
  );
}

test('what hangs on ids that are gone is counted, those of a lost lesson together', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  await attempted(one, 'tcp/open/syn');
  await attempted(one, 'tcp/open/syn');
  await attempted(other, 'tcp/open/syn');
  await attempted(other, 'tcp/open/syn-2');
  await attempted(one, 'tcp/close/fin');
  const gone = { lessons: ['tcp/close'], items: ['tcp/open/syn', 'tcp/open/never-answered'] };
  const hanging = await orphanedAttempts(gone, { DATA_DIR: nowhere, DATABASE_URL: database.url });
  expect([...hanging].sort()).toEqual([
    ['tcp/close', '1 attempt of 1 learner'],
    ['tcp/open/syn', '3 attempts of 2 learners'],
  ]);
});

test('without a database, and with one that cannot be reached, nothing is said', async () => {
  const gone = { lessons: [], items: ['tcp/open/syn'] };
  expect(await orphanedAttempts(gone, { DATA_DIR: nowhere })).toEqual(new Map());
  const url = 'postgresql://nobody@127.0.0.1:1/none';
  expect(await orphanedAttempts(gone, { DATA_DIR: nowhere, DATABASE_URL: url })).toEqual(new Map());
});
