/** A URL's host (https://url.spec.whatwg.org/#host-representation). */
export type UrlHost =
  | { readonly kind: 'domain'; readonly name: string }
  | { readonly kind: 'ipv4'; readonly value: number }
  | { readonly kind: 'ipv6'; readonly pieces: readonly number[] }
  | { readonly kind: 'opaque'; readonly name: string }
  | { readonly kind: 'empty' };

/** What a URL is (https://url.spec.whatwg.org/#concept-url), under the standard's names. */
export type UrlRecord = {
  scheme: string;
  username: string;
  password: string;
  host: UrlHost | null;
  /** null: the scheme's own, or none. */
  port: number | null;
  /** A string: an opaque path, as of `mailto:`. */
  path: string[] | string;
  query: string | null;
  fragment: string | null;
};

/** The special schemes and their ports (https://url.spec.whatwg.org/#special-scheme). */
const defaultPorts = new Map<string, number | null>([
  ['ftp', 21],
  ['file', null],
  ['http', 80],
  ['https', 443],
  ['ws', 80],
  ['wss', 443],
]);

export function isSpecial(scheme: string): boolean {
  return defaultPorts.has(scheme);
}

/** `defaultPort('https') === 443`; null where there is none. */
export function defaultPort(scheme: string): number | null {
  return defaultPorts.get(scheme) ?? null;
}

export function emptyUrl(): UrlRecord {
  return { scheme: '', username: '', password: '', host: null, port: null, path: [], query: null, fragment: null };
}
