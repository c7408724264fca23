/** A cookie as a browser keeps it (RFC 6265 §5.3; SameSite and name prefixes as in draft-ietf-httpbis-rfc6265bis). */
export type Cookie = {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** Only this very host, because no Domain was given. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** `default`: nothing was said, which browsers treat as Lax. */
  readonly sameSite: 'strict' | 'lax' | 'none' | 'default';
  /** Milliseconds since 1970; null: as long as the browser runs. */
  readonly expiresAt: number | null;
  readonly createdAt: number;
};

export type CookieJar = readonly Cookie[];

/** Where a request goes and where it comes from, as far as cookies ask. */
export type CookieContext = {
  readonly host: string;
  readonly path: string;
  readonly isSecure: boolean;
  /** The page that asks is of another site than the address asked. */
  readonly isCrossSite: boolean;
  /** The person goes there (link, address bar), and by a safe method. */
  readonly isTopLevelNavigation: boolean;
};

/** `shop.example` and `www.shop.example` are one site, `other.example` is another: the name under the public suffix, and the scheme. */
export function siteOf(host: string): string {
  const labels = host.split('.');
  const suffix = publicSuffixes.find((one) => host.endsWith(`.${one}`));
  return labels.slice(-(suffix ? suffix.split('.').length + 1 : 2)).join('.');
}

/** Not in the RFC: browsers have a list of some ten thousand; these stand for it. A single label is always one. */
const publicSuffixes = ['co.uk', 'com.cn', 'com.au', 'co.jp', 'github.io', 'pages.example'];

export function isPublicSuffix(domain: string): boolean {
  return !domain.includes('.') || publicSuffixes.includes(domain);
}

/** RFC 6265 §5.1.3; an address in digits has no domains above it. */
export function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$|:/.test(host));
}

/** RFC 6265 §5.1.4: `/a` covers `/a` and `/a/b`, not `/ab`. */
export function pathMatches(path: string, cookiePath: string): boolean {
  if (path === cookiePath) return true;
  return path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/');
}

/** Where a cookie without Path belongs (RFC 6265 §5.1.4): the directory of the address. */
export function defaultPath(path: string): string {
  const last = path.lastIndexOf('/');
  return last <= 0 ? '/' : path.slice(0, last);
}
