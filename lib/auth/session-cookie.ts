import { type CookieToSet, cookieName } from '@/lib/auth/cookie';
import { encodeSession, SESSION_SECONDS, type SessionClaims } from '@/lib/auth/session-token';

/** The cookie that carries these claims. */
export async function sessionCookie(claims: SessionClaims): Promise<CookieToSet> {
  return {
    name: cookieName('session'),
    value: await encodeSession(claims),
    maxAge: claims.forgetOnLeave ? null : SESSION_SECONDS,
  };
}
