import { decode, encode } from 'next-auth/jwt';
import { isRole, type Role } from '@/lib/auth/role';
import { env } from '@/lib/env';

/** What a browser's cookie says: who, by which session. `role` and `name` may be old; `checkedSession` knows the present ones. */
export type SessionClaims = {
  readonly learnerId: string;
  readonly sessionId: string;
  readonly guest: boolean;
  readonly role: Role;
  readonly name?: string;
  /** A shared machine: the cookie ends with the browser, the session a few hours after its last use. */
  readonly forgetOnLeave?: boolean;
};

/** Claims with the token's own dates, in seconds since 1970. */
export type DatedClaims = SessionClaims & { readonly issuedAt: number; readonly expiresAt: number };

/** Sliding: a token is made anew when it is used a day after it was made (`renewSession`). */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** "Forget me on leaving": some browsers bring their session cookies back on the next start, so the server forgets too. */
export const SHORT_SESSION_SECONDS = 12 * 60 * 60;

export function sessionSeconds(forgetOnLeave: boolean): number {
  return forgetOnLeave ? SHORT_SESSION_SECONDS : SESSION_SECONDS;
}

/** What stands in the token, under the names it has there. */
export function toToken(claims: SessionClaims): Record<string, string | boolean> {
  return {
    sub: claims.learnerId,
    sid: claims.sessionId,
    guest: claims.guest,
    role: claims.role,
    ...(claims.name ? { name: claims.name } : {}),
    ...(claims.forgetOnLeave ? { leave: true } : {}),
  };
}

/** next-auth's own token (A256GCM, key derived from SECRET), so that its routes and ours read the same cookie. */
export function encodeSession(claims: SessionClaims): Promise<string> {
  const maxAge = sessionSeconds(claims.forgetOnLeave ?? false);
  return encode({ token: toToken(claims), secret: env().SECRET, maxAge });
}

/** The claims of a token that we made and that has not expired; null for anything else. */
export async function decodeSession(token: string): Promise<DatedClaims | null> {
  try {
    return toClaims(await decode({ token, secret: env().SECRET }));
  } catch {
    // Not ours, damaged or expired: all of them mean "nobody".
    return null;
  }
}

export function toClaims(token: Record<string, unknown> | null): DatedClaims | null {
  if (!token) return null;
  const { sub, sid, guest, role, name, leave, iat, exp } = token;
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof guest !== 'boolean' || !isRole(role)) return null;
  if (typeof iat !== 'number' || typeof exp !== 'number') return null;
  return {
    learnerId: sub,
    sessionId: sid,
    guest,
    role,
    issuedAt: iat,
    expiresAt: exp,
    ...(typeof name === 'string' ? { name } : {}),
    ...(leave === true ? { forgetOnLeave: true } : {}),
  };
}
