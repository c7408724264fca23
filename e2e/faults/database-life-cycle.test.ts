import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '@/e2e/faults/database-app-process';
import { type Installation, locateInstallation } from '@/lib/db/embedded/installation';
import { readPostmaster } from '@/lib/db/embedded/leftovers';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';

let folder: string;
let apps: TestApp[];

beforeEach(() => {
  folder = mkdtempSync('/tmp/handrail-life-');
  chmodSync(folder, 0o755);
  apps = [];
});

afterEach(async () => {
  for (const app of apps) app.process.kill('SIGKILL');
  await Promise.all(apps.map((app) => app.hasEnded));
  if (existsSync(installation().home)) await (await openEmbedded(dataDir(), { systemFolder: folder })).leave();
  rmSync(folder, { recursive: true, force: true });
});

const dataDir = () => join(folder, 'checkout');

function installation(): Installation {
  return locateInstallation(dataDir(), process.getuid?.() === 0, folder);
}

function app(): TestApp {
  const started = startApp(dataDir(), folder);
  apps.push(started);
  return started;
}

async function opened(): Promise<TestApp> {
  const started = app();
  await started.storesMore(3);
  return started;
}

async function ends(ended: TestApp, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  ended.process.kill(signal);
  return ended.hasEnded;
}

function postmaster(): number {
  const pid = readPostmaster(installation());
  if (pid === undefined) throw new Error('no server runs');
  return pid;
}

/** Every acknowledged row is there, once (the id is the key). */
async function expectNothingLost(): Promise<void> {
  const reached = await openEmbedded(dataDir(), { systemFolder: folder });
  const client = new pg.Client({ connectionString: reached.url });
  await client.connect();
  const stored = apps.flatMap((each) => each.stored);
  const { rows } = await client.query<{ lost: string }>(
    'SELECT id AS lost FROM unnest($1::uuid[]) AS id WHERE id NOT IN (SELECT id FROM learner)',
    [stored],
  );
  await client.end();
  await reached.leave();
  expect(stored.length).toBeGreaterThan(0);
  expect(rows).toEqual([]);
}

test('two first starts at once share one server, and the last one out stops it', async () => {
  const [one, other] = [app(), app()];
  await Promise.all([one.storesMore(3), other.storesMore(3)]);
  const pid = postmaster();

  expect(await ends(one)).toBe(0);
  await other.storesMore(3);
  expect(postmaster()).toBe(pid);

  expect(await ends(other)).toBe(0);
  expect(readPostmaster(installation())).toBeUndefined();
  await expectNothingLost();
});

test('Ctrl-C in the terminal of one application leaves the server to the other', async () => {
  const [one, other] = [await opened(), await opened()];
  process.kill(-(one.process.pid ?? 0), 'SIGINT');
  expect(await one.hasEnded).toBe(0);
  await other.storesMore(3);
  expect(await ends(other, 'SIGINT')).toBe(0);
  expect(readPostmaster(installation())).toBeUndefined();
});

test('kill -9 of one application does not disturb the other, which still stops the server when it leaves', async () => {
  const [one, other] = [await opened(), await opened()];
  await ends(one, 'SIGKILL');
  await other.storesMore(3);
  expect(await ends(other)).toBe(0);
  expect(readPostmaster(installation())).toBeUndefined();
  await expectNothingLost();
});

test('kill -9 of PostgreSQL under two running applications: it comes back and loses nothing that was acknowledged', async () => {
  const [one, other] = [await opened(), await opened()];
  const killed = postmaster();
  process.kill(killed, 'SIGKILL');
  await Promise.all([one.storesMore(30), other.storesMore(30)]);
  expect(postmaster()).not.toBe(killed);

  expect(await ends(one)).toBe(0);
  await other.storesMore(3);
  expect(await ends(other)).toBe(0);
  await expectNothingLost();
});

test('kill -9 of the application and of PostgreSQL: the next start recovers', async () => {
  const first = await opened();
  process.kill(postmaster(), 'SIGKILL');
  await ends(first, 'SIGKILL');
  const next = await opened();
  expect(await ends(next)).toBe(0);
  await expectNothingLost();
});

test('kill -9 of the only application leaves a server that the next start joins', async () => {
  const first = await opened();
  const pid = postmaster();
  await ends(first, 'SIGKILL');
  const next = await opened();
  expect(postmaster()).toBe(pid);
  expect(await ends(next)).toBe(0);
  expect(readPostmaster(installation())).toBeUndefined();
});

test("when a member's connection is cut it joins again, so that another's leaving does not stop the server under it", async () => {
  const staying = await opened();
  const reached = await openEmbedded(dataDir(), { systemFolder: folder });
  const client = new pg.Client({ connectionString: reached.url });
  await client.connect();
  const members = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'handrail member'`;
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'handrail member'`,
  );
  await expect.poll(async () => (await client.query(members)).rows[0].count).toBe(2);
  await client.end();
  await reached.leave();
  await staying.storesMore(3);
  expect(await ends(staying)).toBe(0);
});
