import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSwallowingProxy } from '@/e2e/faults/swallowing-proxy';
import { forget, type Product, startProduct } from '@/e2e/fixtures/product';
import { firstQuestion } from '@/e2e/fixtures/questions';
import { openEmbedded } from '@/lib/db/embedded/open-embedded';

const rounds = process.env.HANDRAIL_FULL ? 200 : 10;
const atOnce = 50;

const processes: Product[] = [];

beforeAll(async () => {
  const first = await startProduct();
  processes.push(first, await startProduct({ dataDir: first.dataDir }));
});

afterAll(async () => {
  for (const one of processes) await one.stop();
  if (processes[0]) await forget(processes[0].dataDir);
});

function app(number: number): Product {
  const one = processes[number % processes.length];
  if (!one) throw new Error('the product does not run');
  return one;
}

function send(url: string, path: string, body: object, cookie = ''): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
}

async function newGuest(): Promise<string> {
  const reply = await send(app(0).url, '/api/guest', {});
  return reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Asks the product's own database. */
async function inDatabase<T extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<T[]> {
  const reached = await openEmbedded(app(0).dataDir);
  const client = new pg.Client({ connectionString: reached.url });
  await client.connect();
  const { rows } = await client.query<T>(text, values);
  await client.end();
  await reached.leave();
  return rows;
}

test(`the same submission ${atOnce} times in parallel over two processes, ${rounds} rounds: one attempt, one score, ${atOnce} equal bodies`, {
  timeout: 3_600_000,
}, async () => {
  const { item, version, right } = await firstQuestion('single-choice');
  const ids: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const cookie = await newGuest();
    const answer = { id: randomUUID(), item, version, response: right, seq: round };
    ids.push(answer.id);
    const calls = Array.from({ length: atOnce }, (_, call) =>
      send(app(call).url, '/api/answers', { answers: [answer] }, cookie),
    );
    const bodies = await Promise.all(calls.map(async (call) => (await call).text()));
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
      results: [{ id: answer.id, status: 'scored', earned: 1, ordinal: 1 }],
    });
  }
  const stored = await inDatabase<{ id: string; tries: number; attempts: number }>(
    `SELECT a.id, s.tries, count(*) OVER (PARTITION BY a.id)::int AS attempts
     FROM attempt a JOIN item_state s USING (learner_id, item) WHERE a.id = ANY($1)`,
    [ids],
  );
  expect(stored).toHaveLength(rounds);
  expect(stored.filter(({ tries, attempts }) => tries !== 1 || attempts !== 1)).toEqual([]);
});

test('the same answer twice in one call, in two, and over two processes at once is one attempt with equal bodies', async () => {
  const { item, version, right } = await firstQuestion('single-choice');
  const cookie = await newGuest();
  for (let round = 0; round < 10; round++) {
    const answer = { id: randomUUID(), item, version, response: right, seq: round };
    const calls = [0, 1, 2, 3].map((call) =>
      send(app(call).url, '/api/answers', { answers: [answer, answer] }, cookie),
    );
    const bodies = await Promise.all(calls.map(async (call) => (await call).json()));
    const results = bodies.flatMap((body: { results: unknown[] }) =>
      body.results.map((result) => JSON.stringify(result)),
    );
    expect(results).toHaveLength(8);
    expect(new Set(results).size).toBe(1);
    expect(JSON.parse(results[0] ?? '')).toMatchObject({ status: 'scored', earned: 1, ordinal: round + 1 });
  }
});

test('an answer whose reply was swallowed after COMMIT and that is sent again, at once, by another process and an hour later, is one attempt', async () => {
  const { item, version, right } = await firstQuestion('single-choice');
  const cookie = await newGuest();
  const { url } = app(0);
  const proxy = await startSwallowingProxy(Number(new URL(url).port));
  const answers = [{ id: randomUUID(), item, version, response: right, seq: 1 }];
  const swallowed = proxy.swallowNext();
  await expect(send(proxy.url, '/api/answers', { answers }, cookie)).rejects.toThrow();
  const told = await swallowed;
  proxy.close();
  expect(JSON.parse(told)).toMatchObject({ results: [{ status: 'scored', ordinal: 1 }] });

  expect(await (await send(url, '/api/answers', { answers }, cookie)).text()).toBe(told);
  expect(await (await send(app(1).url, '/api/answers', { answers }, cookie)).text()).toBe(told);

  // An hour later nothing in memory remembers it: what was received then is an hour old now, and both processes have been started again.
  await inDatabase(`UPDATE attempt SET received_at = received_at - interval '1 hour' WHERE id = $1`, [answers[0]?.id]);
  for (const [at, one] of processes.entries()) {
    await one.stop();
    processes[at] = await startProduct({ dataDir: one.dataDir });
  }
  const [first] = JSON.parse(told).results;
  const [later] = (await (await send(app(1).url, '/api/answers', { answers }, cookie)).json()).results;
  const anHourEarlier = new Date(Date.parse(first.receivedAt) - 3_600_000).toISOString();
  expect(later).toEqual({ ...first, receivedAt: anHourEarlier });
  const [counted] = await inDatabase('SELECT count(*)::int AS attempts FROM attempt WHERE id = $1', [answers[0]?.id]);
  expect(counted).toEqual({ attempts: 1 });
});

test('a body of 2 MiB is refused before it is read, and the next call is served', async () => {
  const { url } = app(0);
  const cookie = await newGuest();
  const padding = 'x'.repeat(2 * 1024 * 1024);
  // A connection that is closed while it sends may not see the answer.
  const big = await send(url, '/api/answers', { answers: [], padding }, cookie).catch(() => null);
  if (big) expect(big.status).toBe(413);
  expect((await send(url, '/api/answers', { answers: [] }, cookie)).status).toBe(200);
});
