import { randomUUID } from 'node:crypto';
import { browserName } from '@/lib/auth/browser-name';
import { setCookieHeader } from '@/lib/auth/cookie';
import { insertGuest } from '@/lib/auth/learner-store';
import { checkedSession, type SessionClaims } from '@/lib/auth/session';
import { sessionCookie } from '@/lib/auth/session-cookie';

/** A session, and the `Set-Cookie` header to send with the response (null: the browser has it already). */
export type GuestEntry = { readonly session: SessionClaims; readonly setCookie: string | null };

/** Makes this browser a guest unless it already is somebody. Called before the first answer, never on a page view. */
export async function ensureGuest(cookieHeader: string | undefined, userAgent: string): Promise<GuestEntry> {
  const known = await checkedSession(cookieHeader);
  if (known) return { session: known, setCookie: null };
  const session: SessionClaims = { learnerId: randomUUID(), sessionId: randomUUID(), guest: true, role: 'learner' };
  await insertGuest({
    learnerId: session.learnerId,
    sessionId: session.sessionId,
    browser: browserName(userAgent),
    forgetOnLeave: false,
  });
  return { session, setCookie: setCookieHeader(await sessionCookie(session)) };
}
