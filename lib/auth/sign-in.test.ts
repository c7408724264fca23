import { describe, expect, it, vi } from 'vitest';
import { verifyPassword } from '@/lib/auth/password-hash';
import { checkedSession } from '@/lib/auth/session';
import { signIn } from '@/lib/auth/sign-in';
import { signUp } from '@/lib/auth/sign-up';
import { TestBrowser } from '@/lib/auth/test-visit';
import { Overloaded } from '@/lib/auth/work-queue';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

const password = 'a kettle in spring';

async function account(login: string) {
  const browser = new TestBrowser();
  const result = await signUp({ login, password, forgetOnLeave: false }, browser.visit);
  if (result.kind !== 'entered') throw new Error(JSON.stringify(result));
  browser.keep(result.entry.cookies);
  return { browser, session: result.entry.session };
}

/** One try, with the work it made. */
async function tryWith(login: string, typed: string, browser = new TestBrowser()) {
  const verify = vi.fn(verifyPassword);
  const query = vi.spyOn(pool(), 'query');
  const result = await signIn({ login, password: typed, forgetOnLeave: false }, browser.visit, verify);
  const work = { queries: query.mock.calls.length, verifications: verify.mock.calls.length };
  query.mockRestore();
  return { result, work };
}

describe('signing in', () => {
  it('works by name and by e-mail address, in any spelling', async () => {
    const ada = await account('Ada Lovelace');
    const grace = await account('Grace@Example.org');
    for (const [login, owner] of [
      ['ＡＤＡ  lovelace', ada],
      ['grace@example.ORG ', grace],
    ] as const) {
      const { result } = await tryWith(login, password);
      expect(result).toMatchObject({ kind: 'entered', entry: { session: { learnerId: owner.session.learnerId } } });
    }
  });

  it('opens a session of its own in each browser', async () => {
    const first = await account('two browsers');
    const { result } = await tryWith('two browsers', password);
    expect(result.kind === 'entered' && result.entry.session.sessionId).not.toBe(first.session.sessionId);
    expect(await checkedSession(first.browser.visit.cookieHeader)).not.toBeNull();
  });

  it('ends the session that this browser had', async () => {
    const { browser } = await account('again');
    const before = browser.visit.cookieHeader;
    await tryWith('again', password, browser);
    expect(await checkedSession(before)).toBeNull();
  });

  it('looks and works the same for a wrong password, an unknown name, a locked account, and what can be no name', async () => {
    await account('locked');
    await account('open');
    const attacker = new TestBrowser('198.51.100.1');
    for (let n = 0; n < 10; n += 1) await tryWith('locked', 'wrong one', attacker);
    const wrong = await tryWith('open', 'wrong one');
    for (const [login, typed] of [
      ['nobody here', password],
      ['locked', password],
      ['locked', 'wrong one'],
      ['\u0000', password],
      ['', ''],
      ['open', 'with\u0000control'],
      ['open', 'x'.repeat(5000)],
    ] as const) {
      expect(await tryWith(login, typed, attacker)).toEqual(wrong);
    }
    expect(wrong).toEqual({ result: { kind: 'refused' }, work: { queries: 3, verifications: 1 } });
  });

  it('keeps its owner in from another address while a stranger is locked out', async () => {
    await account('wanted');
    const stranger = new TestBrowser('198.51.100.2');
    for (let n = 0; n < 12; n += 1) await tryWith('wanted', 'guess', stranger);
    expect((await tryWith('wanted', password, stranger)).result.kind).toBe('refused');
    expect((await tryWith('wanted', password, new TestBrowser('203.0.113.9'))).result.kind).toBe('entered');
  });

  it('locks the account for all addresses in the end', async () => {
    await account('botnet');
    for (let n = 0; n < 60; n += 1) await tryWith('botnet', 'guess', new TestBrowser(`198.51.100.${n}`));
    expect((await tryWith('botnet', password, new TestBrowser('203.0.113.10'))).result.kind).toBe('refused');
  });

  it('forgets a learner’s own slips once the password was right', async () => {
    await account('clumsy');
    const browser = new TestBrowser('203.0.113.11');
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < 9; n += 1) await tryWith('clumsy', 'slip', browser);
      expect((await tryWith('clumsy', password, browser)).result.kind).toBe('entered');
    }
  });

  it('says that it is overloaded, and counts no session', async () => {
    await account('queue');
    const verify = () => Promise.reject(new Overloaded(1));
    const result = await signIn({ login: 'queue', password, forgetOnLeave: false }, new TestBrowser().visit, verify);
    expect(result).toEqual({ kind: 'overloaded' });
  });
});
