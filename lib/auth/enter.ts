import { randomUUID } from 'node:crypto';
import { browserName } from '@/lib/auth/browser-name';
import { type CookieToSet, cookieName, cookieValue } from '@/lib/auth/cookie';
import { eraseLearner } from '@/lib/auth/erase-learner-store';
import type { Account } from '@/lib/auth/learner-store';
import { countAnswers } from '@/lib/auth/merge-guest-store';
import { checkedSession, forgetChecked, type SessionClaims } from '@/lib/auth/session';
import { sessionCookie } from '@/lib/auth/session-cookie';
import { insertSession, revokeSession } from '@/lib/auth/session-store';
import type { Visit } from '@/lib/auth/visit';
import { transaction } from '@/lib/db/transaction';

/** A browser that has become somebody: what to set, and whether it must be asked whose a guest's answers are. */
export type Entry = {
  readonly session: SessionClaims;
  readonly cookies: readonly CookieToSet[];
  readonly asksAboutGuest: boolean;
};

/** How long the question "whose answers are these?" stays open. */
const GUEST_SECONDS = 60 * 60;

/** Opens a session for an account whose holder has just proved who they are. Whoever the browser was before, it is no longer. */
export async function enter(
  account: Pick<Account, 'id' | 'name' | 'role'>,
  visit: Visit,
  forgetOnLeave: boolean,
): Promise<Entry> {
  const before = await checkedSession(visit.cookieHeader);
  const session = newSession(account, forgetOnLeave);
  await transaction((client) =>
    insertSession(client, { ...session, forgetOnLeave, browser: browserName(visit.userAgent) }),
  );
  const guest = before && before.learnerId !== account.id ? await leave(before, visit) : null;
  if (before && before.learnerId === account.id) await end(before);
  return {
    session,
    cookies: [await sessionCookie(session), ...(guest ? [guest] : [])],
    asksAboutGuest: guest !== null,
  };
}

export function newSession(account: Pick<Account, 'id' | 'name' | 'role'>, forgetOnLeave: boolean) {
  return {
    learnerId: account.id,
    sessionId: randomUUID(),
    guest: false,
    role: account.role,
    ...(account.name ? { name: account.name } : {}),
    ...(forgetOnLeave ? { forgetOnLeave } : {}),
  } satisfies SessionClaims;
}

/** A guest with answers is kept in a cookie until the question is answered; everyone else leaves for good. */
async function leave(before: SessionClaims, visit: Visit): Promise<CookieToSet | null> {
  if (!before.guest) {
    await end(before);
    return null;
  }
  if ((await countAnswers(before.learnerId)) === 0) {
    await eraseLearner(before.learnerId);
    forgetChecked(before.learnerId, before.sessionId);
    return null;
  }
  const token = cookieValue(visit.cookieHeader, cookieName('session'));
  return token ? { name: cookieName('guest'), value: token, maxAge: GUEST_SECONDS } : null;
}

async function end(session: SessionClaims): Promise<void> {
  await revokeSession(session.learnerId, session.sessionId);
  forgetChecked(session.learnerId, session.sessionId);
}
