import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '@/e2e/faults/database-app-process';
import { locateInstallation } from '@/lib/db/embedded/installation';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';
import { readPostmaster } from '@/lib/db/embedded/postmaster';

let folder: string;
const apps: TestApp[] = [];

beforeAll(() => {
  folder = mkdtempSync('/tmp/handrail-early-');
  chmodSync(folder, 0o755);
});

afterAll(async () => {
  for (const app of apps) app.process.kill('SIGKILL');
  await Promise.all(apps.map((app) => app.hasEnded));
  for (const name of ['honest', 'early'])
    await (await openEmbedded(join(folder, name), { systemFolder: folder })).leave();
  rmSync(folder, { recursive: true, force: true });
});

/** Kills the writer and PostgreSQL in the middle of a stream, several times; returns the acknowledged ids that are not there. */
async function lostOver(rounds: number, name: 'honest' | 'early'): Promise<{ acknowledged: number; lost: number }> {
  const dataDir = join(folder, name);
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const app = startApp(dataDir, folder, 'e2e/faults/answers-app.ts', [name]);
    apps.push(app);
    await app.storesMore(25);
    const postgres = readPostmaster(locateInstallation(dataDir, process.getuid?.() === 0, folder));
    if (postgres !== undefined) process.kill(postgres, 'SIGKILL');
    // One that acknowledges early goes on as if nothing had happened.
    if (name === 'early') await app.storesMore(25);
    app.process.kill('SIGKILL');
    await app.hasEnded;
    acknowledged.push(...app.stored);
  }
  const reached = await openEmbedded(dataDir, { systemFolder: folder });
  const client = new pg.Client({ connectionString: reached.url });
  await client.connect();
  const { rowCount } = await client.query(
    'SELECT FROM unnest($1::uuid[]) AS id WHERE id NOT IN (SELECT id FROM attempt)',
    [acknowledged],
  );
  await client.end();
  await reached.leave();
  return { acknowledged: acknowledged.length, lost: rowCount ?? 0 };
}

test('the writer that acknowledges after COMMIT loses nothing when it and PostgreSQL are killed', async () => {
  expect(await lostOver(3, 'honest')).toMatchObject({ lost: 0 });
});

test('a writer that acknowledged before COMMIT would be found out by the same kills', async () => {
  const { lost } = await lostOver(2, 'early');
  expect(lost).toBeGreaterThan(0);
});
