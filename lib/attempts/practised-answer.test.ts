import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { withPractice } from '@/lib/attempts/practised-answer';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { openPractice, storeRequests } from '@/lib/practice/practice-store';
import { newToken } from '@/lib/practice/token';

withTestDatabase();

const learnerId = randomUUID();
const item = 'http/hands-on/ask-again';
const answer = (response: Record<string, unknown>) => ({ id: randomUUID(), item, version: 'v', response, seq: 0 });

beforeAll(async () => {
  await pool().query('INSERT INTO learner (id) VALUES ($1)', [learnerId]);
});

it('takes what was done at the practice server from the server’s own log', async () => {
  const practice = await openPractice({ token: newToken(), learnerId, item, version: 'v', seed: 1, anew: true });
  const request = Buffer.from('GET /\xff HTTP/1.1\r\n\r\n', 'latin1');
  await storeRequests([{ token: practice?.token ?? '', number: 1, at: 5, request }]);
  expect(await withPractice(learnerId, answer({ practice: true }), 'v')).toMatchObject({
    response: { practice: { openedAt: practice?.openedAt, requests: [{ at: 5, text: 'GET /\xff HTTP/1.1\r\n\r\n' }] } },
  });
});

it('believes no browser that brings a log of its own', async () => {
  const made = { practice: { openedAt: 0, requests: [{ at: 0, text: 'GET / HTTP/1.1\r\n\r\n' }] } };
  expect(await withPractice(learnerId, answer(made), 'v')).toMatchObject({ status: 'rejected', code: 'bad-response' });
  const both = { practice: true, actions: [] };
  expect(await withPractice(learnerId, answer(both), 'v')).toMatchObject({ status: 'rejected', code: 'bad-response' });
});

it('takes nobody else’s practice, and none of another version of the task', async () => {
  expect(await withPractice(randomUUID(), answer({ practice: true }), 'v')).toMatchObject({ status: 'incomplete' });
  expect(await withPractice(learnerId, answer({ practice: true }), 'w')).toMatchObject({ status: 'rejected' });
});

it('leaves an answer from the lab as it is', async () => {
  const fromLab = answer({ actions: [{ kind: 'send' }] });
  expect(await withPractice(learnerId, fromLab, 'v')).toBe(fromLab);
});
