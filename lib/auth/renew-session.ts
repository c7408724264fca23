import { setCookieHeader } from '@/lib/auth/cookie';
import { checkedSession, readDatedSession } from '@/lib/auth/session';
import { sessionCookie } from '@/lib/auth/session-cookie';
import { extendSession } from '@/lib/auth/session-store';

const HOUR = 60 * 60;

/**
 * A `Set-Cookie` header that keeps a session in use from ending, or null when there is nothing to do (almost always: once a
 * day, on shared machines once an hour). The answer to GET /api/progress carries it, since every page asks that.
 */
export async function renewSession(cookieHeader: string | undefined): Promise<string | null> {
  const claims = await readDatedSession(cookieHeader);
  if (!claims) return null;
  const age = Date.now() / 1000 - claims.issuedAt;
  if (age < (claims.forgetOnLeave ? HOUR : 24 * HOUR)) return null;
  const present = await checkedSession(cookieHeader);
  if (!present || !(await extendSession(present))) return null;
  return setCookieHeader(await sessionCookie(present));
}
