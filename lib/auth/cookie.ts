import { env } from '@/lib/env';

/** Cookies follow the scheme: a classroom on plain http in a LAN cannot store a `Secure` cookie. */
export function isSecureSite(): boolean {
  return env().PUBLIC_URL?.startsWith('https://') ?? false;
}

/** `cookieName('session') === '__Secure-handrail.session'` under https */
export function cookieName(what: 'session' | 'guest' | 'csrf' | 'callback' | 'state' | 'pkce' | 'nonce'): string {
  return `${isSecureSite() ? '__Secure-' : ''}handrail.${what}`;
}

/** The value of one cookie in a `Cookie` header. The first wins, as in next-auth's parser. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined;
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

/** What every cookie of ours is: unreadable for scripts, not sent by other sites' forms. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite() } as const;
}

/** A cookie to be set. Without `maxAge` it ends with the browser; with 0 it is removed. */
export type CookieToSet = { readonly name: string; readonly value: string; readonly maxAge: number | null };

export function removedCookie(name: string): CookieToSet {
  return { name, value: '', maxAge: 0 };
}

/** The `Set-Cookie` header for a cookie of ours. */
export function setCookieHeader({ name, value, maxAge }: CookieToSet): string {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (isSecureSite()) parts.push('Secure');
  if (maxAge !== null) parts.push(`Max-Age=${maxAge}`);
  return parts.join('; ');
}
