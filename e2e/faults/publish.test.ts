import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forget, handrail, type Product, startProduct } from '@/e2e/fixtures/product';
import { SchoolContent } from '@/e2e/fixtures/school-content';
import { itemVersion } from '@/lib/attempts/known-version';
import { readAhead } from '@/lib/curriculum/read-curriculum';
import { reachDatabase } from '@/lib/db/database';
import { withClient } from '@/lib/db/with-client';

const school = new SchoolContent();
const settings = { CONTENT_DIRS: school.folder };
const changed = '/en/learn/counting/bits';
const untouched = '/en/learn/counting/bytes';
const question = 'counting/bits/how-many';

let pair: [Product, Product];

beforeAll(async () => {
  const first = await startProduct({ env: settings });
  pair = [first, await startProduct({ env: settings, dataDir: first.dataDir })];
});

afterAll(async () => {
  await Promise.all(pair.map((product) => product.stop()));
  await forget(pair[0].dataDir);
  rmSync(school.folder, { recursive: true });
});

const publish = () => handrail(['publish'], { ...settings, DATA_DIR: pair[0].dataDir });

async function versionNow(): Promise<string> {
  const item = (await readAhead([resolve('content'), school.folder])).item(question);
  if (!item) throw new Error(`there is no ${question}`);
  return itemVersion(item);
}

/** A learner's browser: every request goes to the next process of the pair, as behind a proxy. What is not as it should be is remembered. */
class Visitor {
  readonly wrong: string[] = [];
  readonly stored: string[] = [];
  requests = 0;
  #cookie = '';
  #turn = 0;

  async begin(): Promise<void> {
    const reply = await this.#post(pair[0], '/api/guest', {});
    this.#cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  async read(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; etag: string; text: string }> {
    const { url } = this.#next();
    try {
      const reply = await fetch(url + path, { headers });
      return { status: reply.status, etag: reply.headers.get('etag') ?? '', text: await reply.text() };
    } catch (error) {
      this.wrong.push(`${path}: ${error}`);
      return { status: 0, etag: '', text: '' };
    }
  }

  async answer(version: string, text: string): Promise<{ status?: string; earned?: number }> {
    const id = randomUUID();
    this.requests += 1;
    const answers = [{ id, item: question, version, response: { text }, seq: this.requests }];
    try {
      const reply = await this.#post(this.#next(), '/api/answers', { answers });
      const told: unknown = await reply.json();
      const [result] =
        told !== null && typeof told === 'object' && 'results' in told && Array.isArray(told.results)
          ? told.results
          : [];
      if (result?.status !== 'scored') this.wrong.push(`answer: ${reply.status} ${JSON.stringify(told)}`);
      else this.stored.push(id);
      return result ?? {};
    } catch (error) {
      this.wrong.push(`answer: ${error}`);
      return {};
    }
  }

  #next(): Product {
    this.#turn += 1;
    return pair[this.#turn % 2 === 0 ? 0 : 1];
  }

  #post({ url }: Product, path: string, body: object): Promise<Response> {
    const headers = { origin: url, 'content-type': 'application/json', cookie: this.#cookie };
    return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }
}

/** Reads and answers without a pause until it is told to stop. */
async function visit(visitor: Visitor, version: () => string, etag: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const same = await visitor.read(untouched, { 'if-none-match': etag });
    if (same.status !== 304) visitor.wrong.push(`${untouched}: ${same.status} ${same.etag}`);
    for (const path of [changed, '/zh/learn/counting/bits', '/en/search?q=bits', '/api/progress']) {
      const { status } = await visitor.read(path);
      visitor.requests += 1;
      if (status !== 200 && !(path === '/api/progress' && status === 204)) visitor.wrong.push(`${path}: ${status}`);
    }
    await visitor.answer(version(), '16');
    // A learner's own pace: more than 120 answers a minute are told to wait.
    await pause(400);
  }
}

test('publications under load fail no request and lose no answer; what was not touched stays as it was', async () => {
  const visitors = Array.from({ length: 8 }, () => new Visitor());
  for (const visitor of visitors) await visitor.begin();
  const reader = new Visitor();
  const before = { untouched: await reader.read(untouched), changed: await reader.read(changed) };
  expect(before.untouched.status).toBe(200);
  const first = await versionNow();
  let version = first;
  let isOver = false;
  const visits = visitors.map((visitor) =>
    visit(
      visitor,
      () => version,
      before.untouched.etag,
      () => isOver,
    ),
  );

  // The text of one lesson; and one lesson more, in a path of its own, since a lesson's page lists all of its path.
  school.lesson(1, 'bits', {
    asks: 'How many values have four bits?',
    value: 16,
    says: 'Every further bit doubles it.',
  });
  school.path('larger', '{ en: Larger things, zh: 更大的东西 }');
  school.lesson(1, 'words', { asks: 'How many values have sixteen bits?', value: 65536, path: 'larger' });
  const { said } = await publish();
  expect(said).toContain('Published: 2 processes serve it now.');
  expect(said).toMatch(/[1-9]\d* of \d+ lessons were drawn before from the same/);
  for (const _ of pair) {
    const now = await reader.read(changed);
    expect(now.text).toContain('Every further bit');
    expect(now.etag).not.toBe(before.changed.etag);
    expect((await reader.read(untouched)).etag).toBe(before.untouched.etag);
    // The new one is there in both processes from the first request on.
    expect((await reader.read('/en/learn/larger/words')).status).toBe(200);
  }

  // Wording and key of a question, while pages with the old one are open.
  school.lesson(1, 'bits', {
    asks: 'How many values have five bits?',
    value: 32,
    says: 'Every further bit doubles it.',
  });
  const edited = await publish();
  expect(edited.said).toMatch(/counting\/bits\/how-many: it reads otherwise now; \d+ answers of 8 learners/);
  const second = await versionNow();
  expect(second).not.toBe(first);
  for (const _ of pair) {
    const [learner] = visitors;
    expect(await learner?.answer(first, '16')).toMatchObject({ status: 'scored', earned: 1 });
    expect(await learner?.answer(second, '16')).toMatchObject({ status: 'scored', earned: 0 });
    expect(await learner?.answer(second, '32')).toMatchObject({ status: 'scored', earned: 1 });
  }
  version = second;

  isOver = true;
  await Promise.all(visits);
  expect(visitors.flatMap(({ wrong }) => wrong)).toEqual([]);
  const stored = visitors.flatMap((visitor) => visitor.stored);
  const database = await reachDatabase({ DATA_DIR: pair[0].dataDir });
  const { rows } = await withClient(database.url, 'test', (client) =>
    client.query('SELECT id FROM attempt WHERE id = ANY($1)', [stored]),
  );
  await database.leave();
  expect(rows.length).toBe(stored.length);
  console.log(`${visitors.reduce((sum, { requests }) => sum + requests, 0)} requests, ${stored.length} answers`);
});

test('a broken chapter is refused with its place, what is served stays, and a restart serves that too', async () => {
  const reader = new Visitor();
  const before = await reader.read(changed);
  school.write('counting/01-bits/en.mdx', '---\ntitle: Counting bits\n---\n\n<Quizz id="how-many" />\n');
  const { code, said } = await publish();
  expect(code).toBe(1);
  expect(said).toMatch(/counting\/01-bits\/en\.mdx:5:1/);
  expect(said).toContain('nothing was published, and what is served stays');
  expect(await reader.read(changed)).toEqual(before);

  const [first, second] = pair;
  expect(await second.stop()).toBe(0);
  const again = await startProduct({ env: settings, dataDir: first.dataDir });
  pair = [first, again];
  expect(again.said()).toContain('Serving what was published last instead.');
  expect((await fetch(again.url + changed)).headers.get('etag')).toBe(
    (await fetch(first.url + changed)).headers.get('etag'),
  );
});

test('once it is mended, what was served before needs no new build', async () => {
  school.lesson(1, 'bits', {
    asks: 'How many values have five bits?',
    value: 32,
    says: 'Every further bit doubles it.',
  });
  expect((await publish()).said).toContain('Published: 2 processes serve it now.');
  const reader = new Visitor();
  for (const _ of pair) expect((await reader.read(changed)).text).toContain('Every further bit');
});
