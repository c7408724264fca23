import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forget, type Product, startProduct } from '@/e2e/fixtures/product';
import { firstQuestion } from '@/e2e/fixtures/questions';

const processes: Product[] = [];
let cookie: string;

beforeAll(async () => {
  const first = await startProduct();
  processes.push(first, await startProduct({ dataDir: first.dataDir }));
  const reply = await send(first, '/api/guest', {});
  cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});

afterAll(async () => {
  for (const one of processes) await one.stop();
  if (processes[0]) await forget(processes[0].dataDir);
});

function send({ url }: Product, path: string, body: object): Promise<Response> {
  return fetch(url + path, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
}

test('the same answer in one call, in two, and over two processes at once is one attempt with equal bodies', async () => {
  const { item, version, right } = await firstQuestion('single-choice');
  for (let round = 0; round < 10; round++) {
    const answer = { id: randomUUID(), item, version, response: right, seq: round };
    const calls = [...processes, ...processes].map((one) => send(one, '/api/answers', { answers: [answer, answer] }));
    const bodies = await Promise.all(calls.map(async (call) => (await call).json()));
    const results = bodies.flatMap((body: { results: unknown[] }) =>
      body.results.map((result) => JSON.stringify(result)),
    );
    expect(results).toHaveLength(8);
    expect(new Set(results).size).toBe(1);
    expect(JSON.parse(results[0] ?? '')).toMatchObject({ status: 'scored', earned: 1, ordinal: round + 1 });
  }
});

test('a body of 2 MiB is refused before it is read, and the next call is served', async () => {
  const [first] = processes;
  if (!first) throw new Error('no process');
  const big = await send(first, '/api/answers', { answers: [], padding: 'x'.repeat(2 * 1024 * 1024) }).catch(
    () => null,
  );
  // A connection that is closed while it sends may not see the answer.
  if (big) expect(big.status).toBe(413);
  expect((await send(first, '/api/answers', { answers: [] })).status).toBe(200);
});
