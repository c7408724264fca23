import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { beforeAll, expect, it } from 'vitest';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { parseRequest, parseResponse } from '@/lib/labs/http/parse-message';
import { onlyOne } from '@/lib/only-one';
import { findRequests, openPractice, storeRequests, sweepPractice } from './practice-store';
import { submitExchange } from './submit-exchange';
import { newToken } from './token';

withTestDatabase();

const learnerId = randomUUID();

beforeAll(async () => {
  await pool().query('INSERT INTO learner (id) VALUES ($1)', [learnerId]);
});

async function begin(item = randomUUID()): Promise<string> {
  const made = { token: newToken(), learnerId, item, version: 'v', seed: 0xffff_ffff, anew: false };
  const practice = await openPractice(made);
  expect(practice).toMatchObject(made.token === practice?.token ? { seed: made.seed } : {});
  return practice?.token ?? '';
}

async function ask(token: string, line: string, more = '', body = '') {
  const base = `/api/labs/http/s/${token}`;
  const [method = '', path = ''] = line.split(' ');
  const bytes = Buffer.from(`${method} ${base}${path} HTTP/1.1\r\nHost: here\r\n${more}\r\n${body}`);
  const exchange = await submitExchange(token, base, { bytes, parsed: parseRequest(bytes, { closed: true }) });
  if (exchange.kind !== 'answered') return exchange.kind;
  const { message } = parseResponse(Buffer.concat(exchange.answer.pieces.map((one) => one.bytes)), method, {
    closed: true,
  });
  return {
    status: message?.status,
    fields: (message?.fields ?? []).map(({ name, value }) => ({ name, value })),
    text: Buffer.from(message?.body ?? []).toString(),
  };
}

const forget = (token: string) =>
  onlyOne<{ forget(token: string): void }>('practices', () => ({ forget: () => {} })).forget(token);

const note = (title: string): [string, string] => {
  const body = JSON.stringify({ title, text: '' });
  return [`Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`, body];
};

it('remembers for a token what was done under it, and for no other', async () => {
  const [one, other] = [await begin(), await begin()];
  expect(await ask(one, 'POST /notes', ...note('mine'))).toMatchObject({ status: 201 });
  expect(await ask(one, 'GET /notes')).toMatchObject({ text: expect.stringContaining('mine') });
  expect(await ask(other, 'GET /notes')).toMatchObject({ text: expect.not.stringContaining('mine') });
});

it('logs each request as to a server at its own root, with when it came', async () => {
  const token = await begin();
  await ask(token, 'GET /etag?x=1');
  await ask(token, 'BAD /');
  const [first, second] = await findRequests(token);
  expect(Buffer.from(first?.request ?? []).toString()).toBe('GET /etag?x=1 HTTP/1.1\r\nHost: here\r\n\r\n');
  expect(second?.number).toBe(2);
  expect(second?.at).toBeGreaterThanOrEqual(first?.at ?? Number.NaN);
});

it('says where to go under the address of the token', async () => {
  const token = await begin();
  const answer = await ask(token, 'GET /redirect/1');
  expect(answer).toMatchObject({
    status: 302,
    fields: expect.arrayContaining([{ name: 'Location', value: `/api/labs/http/s/${token}/redirect/0?status=302` }]),
  });
});

it('answers from what another process wrote down meanwhile', async () => {
  const token = await begin();
  await ask(token, 'GET /notes');
  const [more, body] = note('from elsewhere');
  const request = Buffer.from(`POST /notes HTTP/1.1\r\nHost: here\r\n${more}\r\n${body}`);
  expect(await storeRequests([{ token, number: 2, at: 5, request }])).toEqual([true]);
  expect(await ask(token, 'GET /notes')).toMatchObject({ text: expect.stringContaining('from elsewhere') });
  expect(await findRequests(token)).toHaveLength(3);
});

it('answers many at once one after the other, each at its own place', async () => {
  const token = await begin();
  const titles = Array.from({ length: 12 }, (_, at) => `note ${at}`);
  const answers = await Promise.all(titles.map((title) => ask(token, 'POST /notes', ...note(title))));
  expect(answers.every((answer) => typeof answer === 'object' && answer.status === 201)).toBe(true);
  expect((await findRequests(token)).map(({ number }) => number)).toEqual(titles.map((_, at) => at + 1));
});

it('takes 200 requests and no more, whatever they are', async () => {
  const token = await begin();
  for (let count = 0; count < 200; count += 1)
    expect(await ask(token, count % 2 ? 'GET /x' : 'GET  /x')).toMatchObject({});
  expect(await ask(token, 'GET /x')).toBe('full');
  expect(await findRequests(token)).toHaveLength(200);
}, 20_000);

it('takes no more than can be handed in', async () => {
  const token = await begin();
  const large = `X: ${'x'.repeat(8_000)}\r\n`;
  const kinds: unknown[] = [];
  for (let count = 0; count < 8; count += 1) kinds.push(await ask(token, 'GET /x', large));
  expect(kinds.filter((kind) => kind === 'full')).toHaveLength(3);
});

it('is over after a day, and swept with its log', async () => {
  const token = await begin();
  await ask(token, 'GET /x');
  await pool().query("UPDATE practice SET expires_at = clock_timestamp() - interval '1 s' WHERE token = $1", [token]);
  forget(token);
  expect(await ask(token, 'GET /x')).toBe('over');
  await sweepPractice();
  expect(await ask(token, 'GET /x')).toBe('unknown');
  expect(await findRequests(token)).toEqual([]);
});

it('gives the same token until it is wanted anew, or the task has changed', async () => {
  const item = randomUUID();
  const wanted = (version: string, anew = false) =>
    openPractice({ token: newToken(), learnerId, item, version, seed: 1, anew }).then((practice) => practice?.token);
  const first = await wanted('v');
  expect(await wanted('v')).toBe(first);
  const [again, once] = await Promise.all([wanted('v', true), wanted('v', true)]);
  expect(again).not.toBe(first);
  expect(await wanted('v')).toBe(await wanted('v'));
  expect(once).not.toBe(first);
  expect(await wanted('w')).not.toBe(again);
  expect(
    await openPractice({ token: newToken(), learnerId: randomUUID(), item, version: 'v', seed: 1, anew: false }),
  ).toBe(undefined);
});

it('is over at once when it was begun anew elsewhere, whatever this process remembers', async () => {
  const item = randomUUID();
  const token = await begin(item);
  await ask(token, 'GET /x');
  await openPractice({ token: newToken(), learnerId, item, version: 'v', seed: 1, anew: true });
  expect(await ask(token, 'GET /x')).toBe('over');
  expect(await ask(token, 'GET /x')).toBe('unknown');
});

it('goes on from the log as the database has it, when the database has lost the end of it', async () => {
  const token = await begin();
  for (const title of ['first', 'second']) await ask(token, 'POST /notes', ...note(title));
  await pool().query('DELETE FROM practice_exchange WHERE token = $1 AND number = 2', [token]);
  const lost = once(pool(), 'remove');
  await expect(pool().query('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toThrow();
  await lost;
  const answer = await ask(token, 'GET /notes');
  expect(answer).toMatchObject({ text: expect.stringContaining('first') });
  expect(answer).toMatchObject({ text: expect.not.stringContaining('second') });
  expect((await findRequests(token)).map(({ number }) => number)).toEqual([1, 2]);
});

it('reads a practice again that it has forgotten, from its log', async () => {
  const token = await begin();
  await ask(token, 'POST /notes', ...note('kept'));
  forget(token);
  expect(await ask(token, 'GET /notes')).toMatchObject({ text: expect.stringContaining('kept') });
});
