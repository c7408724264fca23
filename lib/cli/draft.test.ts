import { randomUUID } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { insertAccount } from '@/lib/auth/learner-store';
import type { Role } from '@/lib/auth/role';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { register } from './draft';
import { commandHere, handrailOn } from './test-command';

const database = withTestDatabase();
// The first command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });
const folder = mkdtempSync(join(tmpdir(), 'handrail-draft-command-'));
const lesson = 'kinds/every-kind';
const run = (...args: string[]) => commandHere({ register }, database.url, { CONTENT_DIRS: folder })('draft', ...args);
const runApart = (...args: string[]) => handrailOn(database.url, { CONTENT_DIRS: folder })('draft', ...args);

beforeAll(async () => {
  cpSync(resolve('e2e/fixtures/kinds-content'), folder, { recursive: true });
  appendFileSync(join(folder, 'kinds/01-every-kind/lesson.yaml'), '\ndraft: true\n');
  for (const [login, role] of [
    ['ada', 'author'],
    ['leo', 'learner'],
  ] as const)
    await account(login, role);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function account(login: string, role: Role): Promise<void> {
  const id = randomUUID();
  await insertAccount(pool(), { id, login, email: null, name: login, passwordHash: null, role });
}

const links = async () => (await pool().query('SELECT FROM draft_link')).rowCount;

test('a link is made in both languages, listed, ended once, and gone from the list', async () => {
  const made = await runApart('link', lesson, '--by', 'ada', '--keys', '--days', '2');
  expect(made.code, made.err).toBe(0);
  const [, token = ''] = /https:\/\/learn\.example\.org\/en\/drafts\/([\w-]{64})\n/.exec(made.out) ?? [];
  expect(made.out).toContain(`https://learn.example.org/zh/drafts/${token}\n`);
  expect(made.out).toContain('with keys');
  expect((await run('links', '--by', 'ada')).out).toContain(token);
  expect((await run('links', 'tcp-tls/other', '--by', 'ada')).out).toBe('No link is open.\n');
  const ended = await run('end', `https://learn.example.org/zh/drafts/${token}?x=1#y`, '--by', 'ada');
  expect([ended.code, ended.out]).toEqual([0, 'The link has ended.\n']);
  const again = await run('end', token, '--by', 'ada');
  expect([again.code, again.err]).toEqual([1, 'That is no link of this site that is open.\n']);
  expect((await run('links', '--by', 'ada')).out).toBe('No link is open.\n');
});

test.each([
  ['by somebody who is no author', ['link', lesson, '--by', 'leo'], 1, /takes the author’s role/],
  ['by nobody there is', ['link', lesson, '--by', 'eve'], 1, /There is no account eve/],
  ['to a lesson that is not there', ['link', 'kinds/none', '--by', 'ada'], 1, /There is no lesson kinds\/none/],
  ['to what is published', ['link', 'tcp-tls/three-way-four-way', '--by', 'ada'], 1, /no draft any more/],
  ['for longer than a review takes', ['link', lesson, '--by', 'ada', '--days', '91'], 1, /from 1 to 90 days/],
  ['for no number of days', ['link', lesson, '--by', 'ada', '--days', 'long'], 1, /from 1 to 90 days/],
  ['that nobody answers for', ['link', lesson], 2, /--by <login>/],
])('no link is made %s: one sentence, and no stack', async (_, args, wanted, sentence) => {
  const before = await links();
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([wanted, '']);
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/^\s+at /m);
  expect(await links()).toBe(before);
});

test('links are not listed for, and not ended by, somebody who is no author', async () => {
  await run('link', lesson, '--by', 'ada');
  const { out } = await run('links', '--by', 'ada');
  const [token = ''] = /[\w-]{64}/.exec(out) ?? [];
  expect((await run('links', '--by', 'leo')).out).not.toContain(token);
  expect((await run('end', token, '--by', 'leo')).code).toBe(1);
  expect((await run('links', '--by', 'ada')).out).toContain(token);
});
