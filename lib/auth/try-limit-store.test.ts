import { expect, it } from 'vitest';
import { sweepTries } from '@/lib/auth/try-limit-store';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

it('tries that no longer count are forgotten, those that do are kept', async () => {
  const now = Date.now();
  await pool().query('INSERT INTO rate_limit (key, points, expire) VALUES ($1, 1, $2), ($3, 1, $4), ($5, 1, NULL)', [
    'over',
    now - 60_000,
    'running',
    now + 60_000,
    'for-ever',
  ]);
  await sweepTries();
  const { rows } = await pool().query<{ key: string }>('SELECT key FROM rate_limit ORDER BY key');
  expect(rows.map(({ key }) => key)).toEqual(['for-ever', 'running']);
});
