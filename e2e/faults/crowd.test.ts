import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lessonPath } from '@/e2e/fixtures/pages';
import { forget, type Product, startProduct } from '@/e2e/fixtures/product';
import { firstQuestion } from '@/e2e/fixtures/questions';

const learners = 600;
const side = 40;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product.stop();
  await forget(product.dataDir);
});

function send(path: string, body: object, cookie = ''): Promise<Response> {
  return fetch(product.url + path, {
    method: 'POST',
    headers: { origin: product.url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
}

async function becomeGuest(): Promise<{ status: number; cookie: string }> {
  const reply = await send('/api/guest', {});
  return { status: reply.status, cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

/** Does a piece of work for each of many, a few dozen at a time, as a school's connections do. */
async function forEach(count: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: side }, lane));
}

test(`${learners} learners behind one address in a minute are all served, while one of them floods and only that one is slowed`, async () => {
  const { item, version, right } = await firstQuestion('single-choice');
  const answer = (seq: number) => ({ answers: [{ id: randomUUID(), item, version, response: right, seq }] });
  const flooder = await becomeGuest();
  const floodStatuses: number[] = [];
  let isOver = false;
  const flood = (async () => {
    for (let seq = 1; !isOver || floodStatuses.length < 400; seq++)
      floodStatuses.push((await send('/api/answers', answer(seq), flooder.cookie)).status);
  })();

  const begun = performance.now();
  const refused: string[] = [];
  await forEach(learners, async () => {
    const page = await fetch(product.url + lessonPath('en'));
    await page.arrayBuffer();
    const { status, cookie } = await becomeGuest();
    const replies = [page.status, status];
    for (const seq of [1, 2, 3]) replies.push((await send('/api/answers', answer(seq), cookie)).status);
    replies.push((await fetch(`${product.url}/api/progress`, { headers: { cookie } })).status);
    if (replies.some((reply) => reply !== 200 && reply !== 201)) refused.push(replies.join(' '));
  });
  const seconds = (performance.now() - begun) / 1000;
  isOver = true;
  await flood;

  expect(refused).toEqual([]);
  expect(floodStatuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(200);
  expect(floodStatuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  expect(floodStatuses.every((status) => status === 200 || status === 429)).toBe(true);
  console.log(
    `${learners} learners, 6 requests each, in ${seconds.toFixed(1)} s; the one that flooded was told to wait ${floodStatuses.filter((status) => status === 429).length} times`,
  );
});
