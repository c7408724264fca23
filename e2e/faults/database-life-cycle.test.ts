import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '@/e2e/faults/database-app-process';
import { type Installation, locateInstallation } from '@/lib/db/embedded/installation';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';
import { readPostmaster } from '@/lib/db/embedded/postmaster';
import { nextBelow, seeded } from '@/lib/labs/random';

let folder: string;
/** All that were ever started here: what any of them was told is stored must stay, whatever is killed later. */
const apps: TestApp[] = [];

beforeAll(() => {
  folder = mkdtempSync('/tmp/handrail-life-');
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const app of apps) app.process.kill('SIGKILL');
  await Promise.all(apps.map((app) => app.hasEnded));
  // Whatever a failed test left running ends here.
  await (await openEmbedded(dataDir(), { systemFolder: folder })).leave();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

/** Tells it, and waits for its end. */
async function ends(ended: TestApp, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  ended.process.kill(signal);
  return ended.hasEnded;
}

function postmaster(): number {
  const pid = readPostmaster(installation());
  if (pid === undefined) throw new Error('no server runs');
  return pid;
}

/** kill -9, if there is one to kill; the pid file of a dead one may name another program by now. */
function killPostmaster(): void {
  const pid = readPostmaster(installation());
  if (pid === undefined || !readCommand(pid).includes('postgres')) return;
  process.kill(pid, 'SIGKILL');
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

test('who leaves waits for the end of the server that it stops, never for the one that another starts meanwhile', async () => {
  const first = await openEmbedded(dataDir(), { systemFolder: folder });
  const leaving = first.leave();
  const second = await openEmbedded(dataDir(), { systemFolder: folder });
  // Before this was so, the first ended only when the second did.
  await leaving;
  await second.leave();
  expect(readPostmaster(installation())).toBeUndefined();
}, 30_000);

const ROUNDS = process.env.HANDRAIL_FULL ? 60 : 8;

test(`${ROUNDS} rounds of starts, leavings and kills in no order leave a server that works and everything that was acknowledged`, async () => {
  let chance = seeded(7);
  const random = (bound: number): number => {
    const next = nextBelow(chance, bound);
    chance = next.state;
    return next.value;
  };
  const running = new Set<TestApp>();
  for (let round = 0; round < ROUNDS; round++) {
    const [one] = running;
    const choice = running.size === 0 ? 0 : running.size > 2 ? 1 + random(3) : random(4);
    if (choice === 0) running.add(app());
    else if (choice === 1) killPostmaster();
    else if (one) {
      running.delete(one);
      await ends(one, choice === 2 ? 'SIGTERM' : 'SIGKILL');
    }
    // Sometimes the next blow falls before this one is mended.
    if (random(3) > 0) await Promise.all([...running].map((each) => each.storesMore(1)));
  }
  running.add(app());
  await Promise.all([...running].map((each) => each.storesMore(3)));
  const codes = await Promise.all([...running].map((each) => ends(each)));
  expect(codes).toEqual(codes.map(() => 0));
  expect(readPostmaster(installation())).toBeUndefined();
  await expectNothingLost();
});

function readCommand(pid: number): string {
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout;
}
