import { encode } from 'next-auth/jwt';
import { describe, expect, it, vi } from 'vitest';
import { setCookieHeader } from '@/lib/auth/cookie';
import { ensureGuest } from '@/lib/auth/ensure-guest';
import { setRole } from '@/lib/auth/learner-store';
import { renewSession } from '@/lib/auth/renew-session';
import { checkedSession, forgetChecked, readSession } from '@/lib/auth/session';
import { revokeSession } from '@/lib/auth/session-store';
import { signUp } from '@/lib/auth/sign-up';
import { TestBrowser } from '@/lib/auth/test-visit';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';

withTestDatabase();

async function guestBrowser() {
  const browser = new TestBrowser();
  const { session, setCookie } = await ensureGuest(undefined, browser.visit.userAgent);
  browser.keepHeader(setCookie);
  return { browser, session };
}

describe('a session', () => {
  it('is the same guest for the same browser', async () => {
    const { browser, session } = await guestBrowser();
    const again = await ensureGuest(browser.visit.cookieHeader, '');
    expect(again).toEqual({ session: expect.objectContaining({ learnerId: session.learnerId }), setCookie: null });
    expect(again.session.guest).toBe(true);
  });

  it('is nobody without a cookie, with a damaged one, and with one by another secret', async () => {
    const { browser } = await guestBrowser();
    expect(await readSession(undefined)).toBeNull();
    expect(await readSession(browser.visit.cookieHeader?.slice(0, -3))).toBeNull();
    const foreign = await encode({
      token: { sub: 'x', sid: 'y', guest: false, role: 'admin' },
      secret: 'another secret, just as long as ours is',
    });
    expect(await readSession(`handrail.session=${foreign}`)).toBeNull();
  });

  it('is dead once revoked: at once in this process, within a second in others', async () => {
    const { browser, session } = await guestBrowser();
    expect(await checkedSession(browser.visit.cookieHeader)).not.toBeNull();
    await revokeSession(session.learnerId, session.sessionId);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1000);
    expect(await checkedSession(browser.visit.cookieHeader)).toBeNull();
    vi.restoreAllMocks();
    forgetChecked(session.learnerId, session.sessionId);
    expect(await checkedSession(browser.visit.cookieHeader)).toBeNull();
    expect(await readSession(browser.visit.cookieHeader)).not.toBeNull();
  });

  it('is dead when its learner is gone, and when its time is over', async () => {
    const first = await guestBrowser();
    await pool().query('DELETE FROM learner WHERE id = $1', [first.session.learnerId]);
    expect(await checkedSession(first.browser.visit.cookieHeader)).toBeNull();
    const second = await guestBrowser();
    await pool().query("UPDATE session SET expires_at = now() - interval '1 s' WHERE id = $1", [
      second.session.sessionId,
    ]);
    expect(await checkedSession(second.browser.visit.cookieHeader)).toBeNull();
  });

  it('has the role that the database knows, not the one in the token', async () => {
    const browser = new TestBrowser();
    const result = await signUp({ login: 'rolf', password: 'a kettle in spring', forgetOnLeave: false }, browser.visit);
    if (result.kind !== 'entered') throw new Error(result.kind);
    browser.keep(result.entry.cookies);
    await setRole(result.entry.session.learnerId, 'instructor');
    expect(await readSession(browser.visit.cookieHeader)).toMatchObject({ role: 'learner', name: 'rolf' });
    expect(await checkedSession(browser.visit.cookieHeader)).toMatchObject({ role: 'instructor' });
  });

  it('is asked of the database once for many requests at the same moment', async () => {
    const { browser } = await guestBrowser();
    const asked = vi.spyOn(pool(), 'query');
    await Promise.all(Array.from({ length: 20 }, () => checkedSession(browser.visit.cookieHeader)));
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  it('is made longer a day after its cookie was made, not before', async () => {
    const { browser } = await guestBrowser();
    expect(await renewSession(browser.visit.cookieHeader)).toBeNull();
    vi.useFakeTimers({ now: Date.now() + 25 * 60 * 60 * 1000, toFake: ['Date'] });
    const renewed = await renewSession(browser.visit.cookieHeader);
    vi.useRealTimers();
    expect(renewed).toMatch(/^handrail\.session=.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
  });

  it('ends with the browser, and after half a day, when the learner wants to be forgotten', async () => {
    const browser = new TestBrowser();
    const result = await signUp({ login: 'lea', password: 'a kettle in spring', forgetOnLeave: true }, browser.visit);
    if (result.kind !== 'entered') throw new Error(result.kind);
    const [cookie] = result.entry.cookies;
    expect(cookie && setCookieHeader(cookie)).not.toContain('Max-Age');
    const { rows } = await pool().query(
      "SELECT expires_at < now() + interval '13 hours' AS soon FROM session WHERE id = $1",
      [result.entry.session.sessionId],
    );
    expect(rows).toEqual([{ soon: true }]);
  });
});
