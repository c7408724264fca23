import { parseUrl } from '../../url/parse-url';
import { serializeUrl } from '../../url/serialize-url';
import { fieldValue, type HttpResponse } from '../message';

/** Redirects that a browser follows one after the other before it gives up. */
export const mostRedirects = 20;

/** Where a response sends on, and how the request changes (RFC 9110 §15.4). */
export type Redirection = {
  readonly url: string;
  readonly method: string;
  /** POST became GET: the content is left behind. */
  readonly dropsBody: boolean;
  /** Another origin: credentials given for the first one are left behind. */
  readonly otherOrigin: boolean;
};

/** null: no redirect, or one that leads nowhere a browser goes. `url` is the address that was asked. */
export function redirectionOf(response: HttpResponse, url: string, method: string): Redirection | null {
  if (![301, 302, 303, 307, 308].includes(response.status)) return null;
  const location = fieldValue(response.fields, 'location');
  const from = parseUrl(url);
  if (location === undefined || from.kind !== 'url') return null;
  const to = parseUrl(location, from.url);
  if (to.kind !== 'url' || (to.url.scheme !== 'http' && to.url.scheme !== 'https')) return null;
  // What comes after # stays where the new address has none of its own (RFC 9110 §10.2.2).
  if (to.url.fragment === null) to.url.fragment = from.url.fragment;
  const next = serializeUrl(to.url);
  const changes = response.status === 303 ? method !== 'HEAD' : response.status < 303 && method === 'POST';
  return {
    url: next,
    method: changes ? 'GET' : method,
    dropsBody: changes,
    otherOrigin: originOf(next) !== originOf(url),
  };
}

const originOf = (url: string) => /^[a-z]+:\/\/[^/?#]*/.exec(url)?.[0] ?? '';
