import { describe, expect, it } from 'vitest';
import { ensureGuest } from '@/lib/auth/ensure-guest';
import { findAccountById } from '@/lib/auth/learner-store';
import { checkedSession, forgetChecked } from '@/lib/auth/session';
import { signUp } from '@/lib/auth/sign-up';
import { TestBrowser } from '@/lib/auth/test-visit';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

const password = 'a kettle in spring';

describe('signing up', () => {
  it('makes a learner with a name as typed, a login in one spelling, and an argon2id hash', async () => {
    const result = await signUp({ login: ' Ada  Lovelace', password, forgetOnLeave: false }, new TestBrowser().visit);
    if (result.kind !== 'entered') throw new Error(result.kind);
    expect(result.entry.session).toMatchObject({ guest: false, role: 'learner', name: 'Ada Lovelace' });
    const account = await findAccountById(result.entry.session.learnerId);
    expect(account).toMatchObject({ name: 'Ada Lovelace', login: 'ada lovelace', email: null });
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('promotes the guest of this browser in place, by a new session', async () => {
    const browser = new TestBrowser();
    const guest = await ensureGuest(undefined, '');
    browser.keepHeader(guest.setCookie);
    const copied = browser.visit.cookieHeader;
    const result = await signUp({ login: 'promoted', password, forgetOnLeave: false }, browser.visit);
    if (result.kind !== 'entered') throw new Error(result.kind);
    expect(result.entry.session.learnerId).toBe(guest.session.learnerId);
    expect(result.entry.session.sessionId).not.toBe(guest.session.sessionId);
    expect(await checkedSession(copied)).toBeNull();
    forgetChecked(guest.session.learnerId, guest.session.sessionId);
    expect(await checkedSession(copied)).toBeNull();
  });

  it('refuses a taken name in every spelling, and leaves the guest a guest', async () => {
    await signUp({ login: 'taken', password, forgetOnLeave: false }, new TestBrowser().visit);
    const browser = new TestBrowser();
    const guest = await ensureGuest(undefined, '');
    browser.keepHeader(guest.setCookie);
    const result = await signUp({ login: 'ＴＡＫＥＮ', password, forgetOnLeave: false }, browser.visit);
    expect(result).toEqual({ kind: 'faults', login: 'login-taken' });
    expect(await checkedSession(browser.visit.cookieHeader)).toMatchObject({ guest: true });
  });

  it('gives a name to one of several who ask at the same moment, guests or not', async () => {
    const browsers = await Promise.all(
      Array.from({ length: 6 }, async (_, n) => {
        const browser = new TestBrowser(`192.0.2.${n}`);
        if (n % 2) browser.keepHeader((await ensureGuest(undefined, '')).setCookie);
        return browser;
      }),
    );
    const results = await Promise.all(
      browsers.map((browser) => signUp({ login: 'one@example.org', password, forgetOnLeave: false }, browser.visit)),
    );
    expect(results.filter(({ kind }) => kind === 'entered')).toHaveLength(1);
    const { rows } = await pool().query("SELECT count(*)::int AS count FROM learner WHERE email = 'one@example.org'");
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('names every field that is wrong', async () => {
    const result = await signUp({ login: 'x', password: 'short', forgetOnLeave: false }, new TestBrowser().visit);
    expect(result).toEqual({ kind: 'faults', login: 'login-short', password: 'password-short' });
  });
});
