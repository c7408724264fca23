import { describe, expect, it } from 'vitest';
import { changeEmail, changeName, changePassword, deleteAccount, endAllSessions } from '@/lib/auth/change-account';
import { ensureGuest } from '@/lib/auth/ensure-guest';
import { eraseIdleGuests, learnerTables } from '@/lib/auth/erase-learner-store';
import { externalSignIn } from '@/lib/auth/external-sign-in';
import { findResetLink, insertResetLink } from '@/lib/auth/reset-link-store';
import { checkedSession, type SessionClaims } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import { signUp } from '@/lib/auth/sign-up';
import { TestBrowser } from '@/lib/auth/test-visit';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

const password = 'a kettle in spring';
const address = '192.0.2.7';

async function account(login: string) {
  const browser = new TestBrowser();
  const result = await signUp({ login, password, forgetOnLeave: false }, browser.visit);
  if (result.kind !== 'entered') throw new Error(JSON.stringify(result));
  browser.keep(result.entry.cookies);
  return { browser, who: result.entry.session };
}

async function otherBrowser(login: string, typed = password) {
  const browser = new TestBrowser();
  const result = await signIn({ login, password: typed, forgetOnLeave: false }, browser.visit);
  if (result.kind === 'entered') browser.keep(result.entry.cookies);
  return { browser, kind: result.kind };
}

const isAlive = async (browser: TestBrowser) => (await checkedSession(browser.visit.cookieHeader)) !== null;

describe('changing an account', () => {
  it('changes the name that others see, seen at once', async () => {
    const { browser, who } = await account('ada');
    expect(await changeName(who, ' Ada  King ')).toBeNull();
    expect(await checkedSession(browser.visit.cookieHeader)).toMatchObject({ name: 'Ada King' });
    expect(await changeName(who, ' ')).toEqual({ field: 'name', fault: 'name-empty' });
  });

  it('changes the password only against the current one, and ends the other sessions', async () => {
    const { browser, who } = await account('bo');
    const other = await otherBrowser('bo');
    const next = 'three snails on a wall';
    expect(await changePassword(who, next, 'wrong', address)).toEqual({ field: 'current', fault: 'current-wrong' });
    expect(await isAlive(other.browser)).toBe(true);
    expect(await changePassword(who, next, password, address)).toBeNull();
    expect([await isAlive(browser), await isAlive(other.browser)]).toEqual([true, false]);
    expect((await otherBrowser('bo', next)).kind).toBe('entered');
  });

  it('ends the links to a new password that were made before the password or the address changed', async () => {
    const { who } = await account('bea@example.org');
    const before = await insertResetLink(who.learnerId, 60);
    expect(await changePassword(who, 'three snails on a wall', password, address)).toBeNull();
    expect(await findResetLink(before)).toBeNull();
    const toOldAddress = await insertResetLink(who.learnerId, 60);
    expect(await changeEmail(who, 'bea@elsewhere.org', 'three snails on a wall', address)).toBeNull();
    expect(await findResetLink(toOldAddress)).toBeNull();
  });

  it('adds an address to sign in by, and lets an account by address move to another', async () => {
    const { who } = await account('cy');
    expect(await changeEmail(who, 'Cy@Example.org', password, address)).toBeNull();
    expect((await otherBrowser('cy@example.org')).kind).toBe('entered');
    expect(await changeEmail(who, '', password, address)).toBeNull();
    expect((await otherBrowser('cy@example.org')).kind).toBe('refused');
    const { who: byMail } = await account('di@example.org');
    expect(await changeEmail(byMail, '', password, address)).toEqual({ field: 'email', fault: 'login-empty' });
    expect(await changeEmail(byMail, 'di@elsewhere.org', password, address)).toBeNull();
    expect((await otherBrowser('di@elsewhere.org')).kind).toBe('entered');
    expect((await otherBrowser('di@example.org')).kind).toBe('refused');
  });

  it('takes no address that belongs to another, and no name for one', async () => {
    await account('ed@example.org');
    const { who } = await account('ed');
    expect(await changeEmail(who, 'ED@example.org', password, address)).toEqual({
      field: 'email',
      fault: 'email-taken',
    });
    expect(await changeEmail(who, 'not an address', password, address)).toEqual({
      field: 'email',
      fault: 'email-shape',
    });
  });

  it('signs out everywhere', async () => {
    const { browser, who } = await account('fay');
    const other = await otherBrowser('fay');
    await endAllSessions(who);
    expect([await isAlive(browser), await isAlive(other.browser)]).toEqual([false, false]);
  });

  it('erases everything about a learner, against the password', async () => {
    const { browser, who } = await account('gus');
    await pool().query("INSERT INTO place (learner_id, lesson) VALUES ($1, 'p/l')", [who.learnerId]);
    expect(await deleteAccount(who, 'wrong', address)).toEqual({ field: 'current', fault: 'current-wrong' });
    expect(await deleteAccount(who, password, address)).toBeNull();
    expect(await isAlive(browser)).toBe(false);
    for (const table of await learnerTables()) {
      const { rowCount } = await pool().query(`SELECT FROM ${table} WHERE learner_id = $1`, [who.learnerId]);
      expect(`${table}: ${rowCount}`).toBe(`${table}: 0`);
    }
    expect((await signUp({ login: 'gus', password, forgetOnLeave: false }, new TestBrowser().visit)).kind).toBe(
      'entered',
    );
  });
});

describe('guests who stay away', () => {
  it('are erased after 400 days, and nobody else is', async () => {
    const idle = (await ensureGuest(undefined, '')).session;
    const fresh = (await ensureGuest(undefined, '')).session;
    const { who: owner } = await account('old account');
    for (const { learnerId } of [idle, owner]) {
      await pool().query("UPDATE learner SET last_seen_at = now() - interval '401 days' WHERE id = $1", [learnerId]);
      await pool().query("UPDATE session SET last_seen_at = now() - interval '401 days' WHERE learner_id = $1", [
        learnerId,
      ]);
    }
    expect(await eraseIdleGuests()).toBe(1);
    const { rows } = await pool().query('SELECT id FROM learner WHERE id = ANY($1)', [
      [idle, fresh, owner].map(({ learnerId }: SessionClaims) => learnerId),
    ]);
    expect(rows.map(({ id }) => id).sort()).toEqual([fresh.learnerId, owner.learnerId].sort());
  });
});

describe('signing in elsewhere', () => {
  const octocat = { provider: 'github', subject: '583231' };

  it('makes an account once, and finds it again', async () => {
    const first = await externalSignIn(octocat, 'The Octocat', new TestBrowser().visit);
    const second = await externalSignIn(octocat, 'Renamed', new TestBrowser().visit);
    expect(first?.session).toMatchObject({ guest: false, name: 'The Octocat' });
    expect(second?.session.learnerId).toBe(first?.session.learnerId);
  });

  it('promotes the guest of this browser', async () => {
    const browser = new TestBrowser();
    const { session, setCookie } = await ensureGuest(undefined, '');
    browser.keepHeader(setCookie);
    const entry = await externalSignIn({ provider: 'oidc', subject: 'guest' }, '', browser.visit);
    expect(entry?.session.learnerId).toBe(session.learnerId);
  });

  it('is connected to the account that is signed in, and to no other by its e-mail address', async () => {
    const { browser, who } = await account('hal');
    const entry = await externalSignIn({ provider: 'oidc', subject: 'hal' }, 'Hal', browser.visit);
    expect(entry?.session.learnerId).toBe(who.learnerId);
    const elsewhere = await externalSignIn({ provider: 'oidc', subject: 'hal' }, 'Hal', new TestBrowser().visit);
    expect(elsewhere?.session.learnerId).toBe(who.learnerId);
  });

  it('cannot be entered by a password', async () => {
    await externalSignIn({ provider: 'github', subject: '1' }, 'One', new TestBrowser().visit);
    expect((await otherBrowser('github:1', '')).kind).toBe('refused');
  });
});
