import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { externalSignIn } from '@/lib/auth/external-sign-in';
import { insertExternal } from '@/lib/auth/external-store';
import { requestReset, resetPassword } from '@/lib/auth/reset';
import { insertResetLink } from '@/lib/auth/reset-link-store';
import { checkedSession } from '@/lib/auth/session';
import { insertSession } from '@/lib/auth/session-store';
import { signIn } from '@/lib/auth/sign-in';
import { signUp } from '@/lib/auth/sign-up';
import { TestBrowser } from '@/lib/auth/test-visit';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { transaction } from '@/lib/db/transaction';
import { changeSetting } from '@/lib/settings/setting-store';

vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:9');
withTestDatabase();

const password = 'a kettle in spring';

async function suspended(login: string) {
  const browser = new TestBrowser();
  const result = await signUp({ login, password, forgetOnLeave: false }, browser.visit);
  if (result.kind !== 'entered') throw new Error(JSON.stringify(result));
  browser.keep(result.entry.cookies);
  const { learnerId } = result.entry.session;
  await pool().query('UPDATE learner SET suspended_at = now() WHERE id = $1', [learnerId]);
  return { browser, learnerId };
}

test('who is suspended is told so with the right password, and nothing with a wrong one', async () => {
  await suspended('ada');
  const { visit } = new TestBrowser();
  expect(await signIn({ login: 'ada', password, forgetOnLeave: false }, visit)).toEqual({ kind: 'suspended' });
  const wrong = await signIn({ login: 'ada', password: 'made up by me', forgetOnLeave: false }, visit);
  expect(wrong).toEqual({ kind: 'refused' });
});

test('who is suspended comes in by no link and from no other place, and is mailed nothing', async () => {
  const { learnerId } = await suspended('bo@example.org');
  await insertExternal({ provider: 'oidc', subject: 'bo' }, learnerId);
  const { visit } = new TestBrowser();
  expect(await externalSignIn({ provider: 'oidc', subject: 'bo' }, 'Bo', visit)).toBeNull();
  const token = await insertResetLink(learnerId, 60);
  expect((await resetPassword(token, 'three snails on a wall', visit)).kind).toBe('link-over');
  const ask = vi.fn(async () => {});
  await requestReset('bo@example.org', visit, 'en', ask);
  expect(ask).not.toHaveBeenCalled();
});

test('a session of who is suspended is none, also one that is opened later', async () => {
  const { browser, learnerId } = await suspended('cy');
  expect(await checkedSession(browser.visit.cookieHeader)).toBeNull();
  const sessionId = randomUUID();
  await transaction((client) => insertSession(client, { learnerId, sessionId, browser: '', forgetOnLeave: false }));
  const { rows } = await pool().query('SELECT revoked_at IS NOT NULL AS dead FROM session WHERE id = $1', [sessionId]);
  expect(rows).toEqual([{ dead: true }]);
});

test('where sign-up is closed nobody makes an account, neither here nor by coming from another place', async () => {
  await changeSetting('signUp', 'closed', { name: 'test' });
  const { visit } = new TestBrowser();
  expect(await signUp({ login: 'di', password, forgetOnLeave: false }, visit)).toEqual({ kind: 'closed' });
  expect(await externalSignIn({ provider: 'oidc', subject: 'new' }, 'New', visit)).toBeNull();
  await changeSetting('signUp', 'open', { name: 'test' });
  expect((await signUp({ login: 'di', password, forgetOnLeave: false }, visit)).kind).toBe('entered');
});
