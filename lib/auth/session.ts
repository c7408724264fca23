import { BoundedMap } from '@/lib/auth/bounded-map';
import { cookieName, cookieValue } from '@/lib/auth/cookie';
import { findSession } from '@/lib/auth/session-store';
import { type DatedClaims, decodeSession, type SessionClaims } from '@/lib/auth/session-token';
import { onlyOne } from '@/lib/only-one';

export type { SessionClaims } from '@/lib/auth/session-token';

/** How long an answer of the database about a session is believed: a revoked session is dead within this time. */
const CHECK_MS = 1000;

type Checked = { readonly at: number; readonly claims: Promise<SessionClaims | null> };

// Decoding costs about 0.1 ms, and the same few tokens come again and again.
const decoded = () => onlyOne('auth.decoded', () => new BoundedMap<string, DatedClaims>(20_000));
const checked = () => onlyOne('auth.checked', () => new BoundedMap<string, Checked>(20_000));

/**
 * Who the cookie says this is, without asking the database: for what checks the session itself (the answer's own statement)
 * or shows nothing private. Everything else asks `checkedSession`.
 */
export async function readSession(cookieHeader: string | undefined): Promise<SessionClaims | null> {
  return readDatedSession(cookieHeader);
}

/** `readSession` with the dates of the token. */
export async function readDatedSession(cookieHeader: string | undefined): Promise<DatedClaims | null> {
  const token = cookieValue(cookieHeader, cookieName('session'));
  if (!token) return null;
  const known = decoded().get(token);
  if (known) return known.expiresAt * 1000 > Date.now() ? known : null;
  const claims = await decodeSession(token);
  if (claims) decoded().set(token, claims);
  return claims;
}

/** Who this is, as the database knows it at most a second ago; null when the session was revoked, ended, or its learner is gone. */
export async function checkedSession(cookieHeader: string | undefined): Promise<SessionClaims | null> {
  const claims = await readSession(cookieHeader);
  return claims ? checkSession(claims) : null;
}

/** The present state of the session that these claims name. */
export function checkSession(claims: SessionClaims): Promise<SessionClaims | null> {
  const key = `${claims.learnerId}/${claims.sessionId}`;
  const known = checked().get(key);
  if (known && performance.now() - known.at < CHECK_MS) return known.claims;
  const asked: Checked = { at: performance.now(), claims: findSession(claims.learnerId, claims.sessionId) };
  checked().set(key, asked);
  // A failed look-up is not remembered: the next request asks again.
  asked.claims.catch(() => checked().delete(key));
  return asked.claims;
}

/** Forgets what this process believes about a session that it has just changed. */
export function forgetChecked(learnerId: string, sessionId: string): void {
  checked().delete(`${learnerId}/${sessionId}`);
}
