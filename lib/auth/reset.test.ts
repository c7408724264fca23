import { describe, expect, it, vi } from 'vitest';
import { requestReset, resetPassword } from '@/lib/auth/reset';
import { findResetLink, insertResetLink } from '@/lib/auth/reset-link-store';
import { checkedSession } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import { signUp } from '@/lib/auth/sign-up';
import { TestBrowser } from '@/lib/auth/test-visit';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:9');
withTestDatabase();

const next = 'three snails on a wall';

async function account(login: string) {
  const browser = new TestBrowser();
  const result = await signUp({ login, password: 'a kettle in spring', forgetOnLeave: false }, browser.visit);
  if (result.kind !== 'entered') throw new Error(JSON.stringify(result));
  browser.keep(result.entry.cookies);
  return { browser, id: result.entry.session.learnerId };
}

describe('a link for a new password', () => {
  it('sets the password, signs in here, and ends every other session', async () => {
    const { browser, id } = await account('ada');
    const result = await resetPassword(await insertResetLink(id, 60), next, new TestBrowser().visit);
    expect(result).toMatchObject({ kind: 'entered', entry: { session: { learnerId: id } } });
    expect(await checkedSession(browser.visit.cookieHeader)).toBeNull();
    const visit = new TestBrowser().visit;
    expect((await signIn({ login: 'ada', password: next, forgetOnLeave: false }, visit)).kind).toBe('entered');
    expect((await signIn({ login: 'ada', password: 'a kettle in spring', forgetOnLeave: false }, visit)).kind).toBe(
      'refused',
    );
  });

  it('works once, also when it is used twice at the same moment', async () => {
    const { id } = await account('bo');
    const token = await insertResetLink(id, 60);
    const results = await Promise.all([1, 2, 3].map(() => resetPassword(token, next, new TestBrowser().visit)));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['entered', 'link-over', 'link-over']);
    expect((await resetPassword(token, next, new TestBrowser().visit)).kind).toBe('link-over');
  });

  it('is not used up by looking at it, nor by a password that will not do', async () => {
    const { id } = await account('cy');
    const token = await insertResetLink(id, 60);
    expect(await findResetLink(token)).toEqual({ learnerId: id });
    expect(await resetPassword(token, 'short', new TestBrowser().visit)).toEqual({
      kind: 'faults',
      password: 'password-short',
    });
    expect((await resetPassword(token, next, new TestBrowser().visit)).kind).toBe('entered');
  });

  it('ends when its time is over, when a newer one is made, and was never stored itself', async () => {
    const { id } = await account('di');
    const older = await insertResetLink(id, 60);
    const newer = await insertResetLink(id, 60);
    expect(await findResetLink(older)).toBeNull();
    const { rows } = await pool().query('SELECT token_digest FROM reset_link WHERE learner_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(newer);
    await pool().query("UPDATE reset_link SET expires_at = now() - interval '1 s' WHERE learner_id = $1", [id]);
    expect(await findResetLink(newer)).toBeNull();
    expect((await resetPassword('made up', next, new TestBrowser().visit)).kind).toBe('link-over');
  });
});

describe('asking for a link by mail', () => {
  it('sends one to whom has an address, and says nothing in any other case', async () => {
    await account('ed@example.org');
    await account('fay');
    const deliver = vi.fn(async () => {});
    for (const login of ['ED@example.org', 'fay', 'nobody', '', 'not@known.org'])
      expect(await requestReset(login, new TestBrowser().visit, 'en', deliver)).toBeUndefined();
    expect(deliver.mock.calls).toEqual([[{ learnerId: expect.any(String), letter: 'reset', locale: 'en' }]]);
  });

  it('sends no more than three in a quarter of an hour', async () => {
    await account('gus@example.org');
    const deliver = vi.fn(async () => {});
    for (let n = 0; n < 8; n += 1) await requestReset('gus@example.org', new TestBrowser().visit, 'en', deliver);
    expect(deliver).toHaveBeenCalledTimes(3);
  });
});
