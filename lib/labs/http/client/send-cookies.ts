import { type Cookie, type CookieContext, type CookieJar, domainMatches, pathMatches } from './cookie';

/** Why a cookie stays at home. */
export type StaysBecause =
  | 'expired'
  | 'other-host'
  | 'other-domain'
  | 'other-path'
  | 'not-secure'
  | 'same-site-strict'
  | 'same-site-lax';

/** Which cookies go along with a request, in the order in which they are sent, and why the others do not (RFC 6265 §5.4). */
export function cookiesFor(
  jar: CookieJar,
  context: CookieContext,
  now: number,
): { sent: readonly Cookie[]; kept: readonly { cookie: Cookie; why: StaysBecause }[] } {
  const sent: Cookie[] = [];
  const kept: { cookie: Cookie; why: StaysBecause }[] = [];
  for (const cookie of jar) {
    const why = whyNot(cookie, context, now);
    if (why) kept.push({ cookie, why });
    else sent.push(cookie);
  }
  // The longer path first, then the older.
  sent.sort((a, b) => b.path.length - a.path.length || a.createdAt - b.createdAt);
  return { sent, kept };
}

function whyNot(cookie: Cookie, context: CookieContext, now: number): StaysBecause | null {
  if (cookie.expiresAt !== null && cookie.expiresAt <= now) return 'expired';
  if (cookie.hostOnly && cookie.domain !== context.host) return 'other-host';
  if (!domainMatches(context.host, cookie.domain)) return 'other-domain';
  if (!pathMatches(context.path, cookie.path)) return 'other-path';
  if (cookie.secure && !context.isSecure) return 'not-secure';
  if (!context.isCrossSite || cookie.sameSite === 'none') return null;
  if (cookie.sameSite === 'strict') return 'same-site-strict';
  return context.isTopLevelNavigation ? null : 'same-site-lax';
}

/** The value of the Cookie field; undefined: none is sent. */
export function cookieField(sent: readonly Cookie[]): string | undefined {
  return sent.length > 0 ? sent.map(({ name, value }) => `${name}=${value}`).join('; ') : undefined;
}
