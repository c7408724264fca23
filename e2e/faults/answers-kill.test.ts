import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { AnsweringBrowser } from '@/e2e/faults/answer-stream';
import { forget, freePort, type Product, startProduct } from '@/e2e/fixtures/product';
import { firstQuestion } from '@/e2e/fixtures/questions';
import { locateInstallation } from '@/lib/db/embedded/installation';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';
import { readPostmaster } from '@/lib/db/embedded/postmaster';

const rounds = process.env.HANDRAIL_FULL ? 20 : 3;
const answersARound = 40;
const victims = ['the app', 'PostgreSQL', 'both'] as const;

let product: Product | undefined;
afterAll(async () => {
  await product?.stop();
  if (product) await forget(product.dataDir);
});

function killPostgres(dataDir: string): void {
  const pid = readPostmaster(locateInstallation(dataDir, process.getuid?.() === 0));
  if (pid === undefined) throw new Error('no PostgreSQL runs');
  process.kill(pid, 'SIGKILL');
}

async function untilAcknowledged(browsers: readonly AnsweringBrowser[], count: number): Promise<void> {
  while (browsers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0) < count) await pause(10);
}

test(`kill -9 of the app, of PostgreSQL, of both, during a stream of answers, ${rounds} rounds: none lost, none counted twice`, {
  timeout: 3_600_000,
}, async () => {
  const port = await freePort();
  let running = await startProduct({ port });
  product = running;
  const { item, version, shown } = await firstQuestion('single-choice');
  const responses = shown.options.map(({ letter }) => ({ choice: letter }));
  const browsers = Array.from({ length: 12 }, () => new AnsweringBrowser({ item, version, responses }));
  await Promise.all(browsers.map((browser) => browser.becomeGuest(running.url)));

  const streams = browsers.map((browser) => browser.answer(running.url));
  for (let round = 0; round < rounds; round++) {
    await untilAcknowledged(browsers, (round + 1) * answersARound);
    const victim = victims[round % victims.length];
    if (victim !== 'the app') killPostgres(running.dataDir);
    if (victim !== 'PostgreSQL') {
      await running.kill();
      running = await startProduct({ port, dataDir: running.dataDir });
      product = running;
    }
  }
  await untilAcknowledged(browsers, (rounds + 1) * answersARound);
  for (const browser of browsers) browser.stop();
  await Promise.all(streams);
  await Promise.all(browsers.map((browser) => browser.settle(running.url)));

  const stored = await everythingStored(running.dataDir);
  const acknowledged = browsers.flatMap((browser) => [...browser.acknowledged]);
  const lost = acknowledged.filter(([id]) => !stored.attempts.has(id));
  const renumbered = acknowledged.filter(([id, ordinal]) => stored.attempts.get(id) !== ordinal);
  const invented = [...stored.attempts.keys()].filter((id) => !browsers.some(({ sent }) => sent.has(id)));
  expect({ lost, renumbered, invented }).toEqual({ lost: [], renumbered: [], invented: [] });
  expect(stored.countedWrong).toEqual([]);
  console.log(`${acknowledged.length} answers acknowledged over ${rounds} kills; lost 0, counted twice 0`);
});

/** What the database holds: each attempt's number, and the learners whose tries are not the number of their attempts. */
async function everythingStored(dataDir: string) {
  const reached = await openEmbedded(dataDir);
  const client = new pg.Client({ connectionString: reached.url });
  await client.connect();
  const attempts = await client.query<{ id: string; ordinal: number }>('SELECT id, ordinal FROM attempt');
  const countedWrong = await client.query(
    `SELECT s.learner_id, s.tries, count(a.id)::int AS attempts, count(DISTINCT a.ordinal)::int AS numbers, max(a.ordinal) AS last
     FROM item_state s LEFT JOIN attempt a USING (learner_id, item)
     GROUP BY s.learner_id, s.item, s.tries
     HAVING s.tries <> count(a.id) OR count(DISTINCT a.ordinal) <> count(a.id) OR max(a.ordinal) <> count(a.id)`,
  );
  await client.end();
  await reached.leave();
  return { attempts: new Map(attempts.rows.map(({ id, ordinal }) => [id, ordinal])), countedWrong: countedWrong.rows };
}
