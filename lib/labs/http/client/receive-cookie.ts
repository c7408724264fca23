import { type Cookie, type CookieContext, type CookieJar, defaultPath, domainMatches, isPublicSuffix } from './cookie';
import { parseCookieDate } from './cookie-date';

/** What became of one Set-Cookie. */
export type CookieFact =
  | { readonly code: 'kept' | 'replaced' | 'deleted'; readonly cookie: Cookie }
  | { readonly code: 'refused'; readonly name: string; readonly why: CookieRefusal };
export type CookieRefusal =
  | 'no-name'
  | 'too-large'
  | 'control-octet'
  | 'other-domain'
  | 'public-suffix'
  | 'secure-over-http'
  | 'none-without-secure'
  | 'cross-site'
  | 'host-prefix'
  | 'secure-prefix'
  | 'leave-secure-alone'
  | 'jar-full';

const mostCookieOctets = 4_096;
/** A browser keeps some more; nobody needs them here. */
const mostCookies = 200;
/** 400 days, as rfc6265bis §5.5 has it. */
const longestLife = 400 * 86_400_000;

/** Takes one Set-Cookie into the jar (RFC 6265 §5.2, §5.3). `now` in milliseconds since 1970. */
export function receiveCookie(
  jar: CookieJar,
  header: string,
  context: CookieContext,
  now: number,
): { jar: CookieJar; fact: CookieFact } {
  const cookie = parseSetCookie(header, context, now);
  if ('why' in cookie) return { jar, fact: { code: 'refused', ...cookie } };
  const alive = jar.filter((one) => one.expiresAt === null || one.expiresAt > now);
  const why = refusalOf(cookie, alive, context);
  if (why) return { jar: alive, fact: { code: 'refused', name: cookie.name, why } };
  const old = alive.find((one) => isSame(one, cookie));
  const others = alive.filter((one) => one !== old);
  if (cookie.expiresAt !== null && cookie.expiresAt <= now) return { jar: others, fact: { code: 'deleted', cookie } };
  const kept = { ...cookie, createdAt: old?.createdAt ?? now };
  return { jar: [...others, kept], fact: { code: old ? 'replaced' : 'kept', cookie: kept } };
}

const isSame = (a: Cookie, b: Cookie) => a.name === b.name && a.domain === b.domain && a.path === b.path;

function parseSetCookie(
  header: string,
  context: CookieContext,
  now: number,
): Cookie | { name: string; why: CookieRefusal } {
  const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
  const equals = pair.indexOf('=');
  const name = equals === -1 ? '' : pair.slice(0, equals).trim();
  const value = equals === -1 ? pair : pair.slice(equals + 1).trim();
  if (name === '') return { name: value.slice(0, 40), why: 'no-name' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control octets are what is looked for.
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(header)) return { name, why: 'control-octet' };
  if (name.length + value.length > mostCookieOctets) return { name, why: 'too-large' };
  // The last of each counts.
  const given = new Map(
    attributes.map((attribute) => {
      const at = attribute.indexOf('=');
      const key = (at === -1 ? attribute : attribute.slice(0, at)).trim().toLowerCase();
      return [key, at === -1 ? '' : attribute.slice(at + 1).trim()];
    }),
  );
  const domain = (given.get('domain') ?? '').replace(/^\./, '').toLowerCase();
  const path = given.get('path') ?? '';
  // Said, not merely so by default (rfc6265bis §5.6).
  if (/^__host-/i.test(name) && path !== '/') return { name, why: 'host-prefix' };
  const sameSite = (given.get('samesite') ?? '').toLowerCase();
  return {
    name,
    value,
    domain: domain === '' ? context.host : domain,
    hostOnly: domain === '',
    path: path.startsWith('/') ? path : defaultPath(context.path),
    secure: given.has('secure'),
    httpOnly: given.has('httponly'),
    sameSite: sameSite === 'strict' || sameSite === 'lax' || sameSite === 'none' ? sameSite : 'default',
    expiresAt: expiryOf(given, now),
    createdAt: now,
  };
}

/** Max-Age wins over Expires (RFC 6265 §4.1.2.2). */
function expiryOf(given: ReadonlyMap<string, string>, now: number): number | null {
  const age = given.get('max-age');
  const latest = now + longestLife;
  if (age !== undefined && /^-?\d+$/.test(age))
    return Number(age) <= 0 ? 0 : Math.min(latest, now + Number(age) * 1_000);
  const at = parseCookieDate(given.get('expires') ?? '');
  return at === null ? null : Math.min(latest, at);
}

function refusalOf(cookie: Cookie, jar: CookieJar, context: CookieContext): CookieRefusal | null {
  if (!cookie.hostOnly && !domainMatches(context.host, cookie.domain)) return 'other-domain';
  if (!cookie.hostOnly && isPublicSuffix(cookie.domain) && cookie.domain !== context.host) return 'public-suffix';
  if (cookie.secure && !context.isSecure) return 'secure-over-http';
  if (/^__secure-/i.test(cookie.name) && !cookie.secure) return 'secure-prefix';
  if (/^__host-/i.test(cookie.name) && !(cookie.secure && cookie.hostOnly && cookie.path === '/')) return 'host-prefix';
  if (cookie.sameSite === 'none' && !cookie.secure) return 'none-without-secure';
  if (context.isCrossSite && !context.isTopLevelNavigation && cookie.sameSite !== 'none') return 'cross-site';
  const guarded = jar.some(
    (one) =>
      one.secure &&
      one.name === cookie.name &&
      (domainMatches(one.domain, cookie.domain) || domainMatches(cookie.domain, one.domain)) &&
      pathMatchesOf(cookie, one),
  );
  if (guarded && !context.isSecure) return 'leave-secure-alone';
  return jar.length >= mostCookies && !jar.some((one) => isSame(one, cookie)) ? 'jar-full' : null;
}

const pathMatchesOf = (cookie: Cookie, one: Cookie) => cookie.path.startsWith(one.path);
