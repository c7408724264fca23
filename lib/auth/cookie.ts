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

/** A `Set-Cookie` header. Without `maxAge` the cookie ends with the browser. */
export function setCookie(name: string, value: string, maxAge: number | null): string {
  const parts = [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  if (isSecureSite()) parts.push('Secure');
  if (maxAge !== null) parts.push(`Max-Age=${maxAge}`);
  return parts.join('; ');
}
