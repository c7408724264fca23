import { noBytes } from '../../bytes';
import { parseUrl } from '../../url/parse-url';
import { hostText, pathText, requestTarget, serializeUrl } from '../../url/serialize-url';
import type { UrlRecord } from '../../url/url-record';
import { type Field, fieldValue, fieldValues, type HttpRequest, type HttpResponse } from '../message';
import { withLength } from '../write-message';
import { type CookieContext, type CookieJar, siteOf } from './cookie';
import { type Keeping, keepResponse } from './keep-response';
import { type CacheDecision, type FetchMode, lookUp } from './look-up';
import { type CookieFact, receiveCookie } from './receive-cookie';
import { type Redirection, redirectionOf } from './redirect';
import { cookieField, cookiesFor, type StaysBecause } from './send-cookies';
import type { CacheKind, HttpCache } from './stored-response';

/** What a browser knows between two requests. Plain data but for the bodies of what is kept; never changed, only replaced. */
export type HttpClient = {
  readonly cache: HttpCache;
  readonly jar: CookieJar;
  /** By origin (`https://shop.example`): the value of Authorization that goes along there from now on. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly cacheKind: CacheKind;
  /** Switched off: nothing is kept and nothing used. */
  readonly usesCache: boolean;
  readonly usesCookies: boolean;
  /** Fields of every request, as `User-Agent` and `Accept-Language`. */
  readonly habits: readonly Field[];
};

export const freshClient: HttpClient = {
  cache: [],
  jar: [],
  credentials: {},
  cacheKind: 'private',
  usesCache: true,
  usesCookies: true,
  habits: [],
};

/** What somebody wants. */
export type Wish = {
  readonly method: string;
  /** `https://shop.example/basket`; only http and https. */
  readonly url: string;
  /** Beyond what the client adds by itself; one given here keeps the client from adding its own. */
  readonly fields: readonly Field[];
  readonly body: Uint8Array;
  readonly mode: FetchMode;
  /** The address of the page that asks; null: the person, by the address bar. */
  readonly initiator: string | null;
  /** The person goes there, or a page merely loads it. */
  readonly isNavigation: boolean;
};

/** What is done first: answer from the cache, or send this request. `asked` is what `takeResponse` wants to see again. */
export type Prepared =
  | { readonly kind: 'not-an-address' }
  | { readonly kind: 'from-cache'; readonly decision: CacheDecision & { kind: 'use' }; readonly response: HttpResponse }
  /** only-if-cached, and nothing there. */
  | { readonly kind: 'nothing'; readonly decision: CacheDecision & { kind: 'nothing' } }
  | {
      readonly kind: 'send';
      readonly decision: CacheDecision;
      readonly request: HttpRequest;
      readonly cookies: readonly { readonly name: string; readonly why: StaysBecause | null }[];
      readonly asked: Asked;
    };
export type Asked = {
  readonly wish: Wish;
  readonly request: HttpRequest;
  readonly decision: CacheDecision;
  readonly sentAt: number;
};

/** First half of a fetch: decides from the cache, and builds the request. Pure; `now` in milliseconds since 1970. */
export function prepareRequest(client: HttpClient, wish: Wish, now: number): Prepared {
  const parsed = parseUrl(wish.url);
  if (parsed.kind !== 'url' || !/^https?$/.test(parsed.url.scheme)) return { kind: 'not-an-address' };
  const { url } = parsed;
  const own = clientFields(client, wish, url);
  const context = cookieContext(wish, url);
  const { sent, kept } = client.usesCookies ? cookiesFor(client.jar, context, now) : { sent: [], kept: [] };
  const cookie = fieldValue(wish.fields, 'cookie') === undefined ? cookieField(sent) : undefined;
  const fields = [...own, ...(cookie === undefined ? [] : [{ name: 'Cookie', value: cookie }]), ...reloading(wish)];
  const cached = { method: wish.method, url: serializeUrl(url, 'without-fragment'), fields };
  const decision: CacheDecision = client.usesCache
    ? lookUp(client.cache, cached, client.cacheKind, now, wish.mode)
    : { kind: 'fetch', why: 'nothing-stored' };
  if (decision.kind === 'use') return { kind: 'from-cache', decision, response: withAge(decision) };
  if (decision.kind === 'nothing') return { kind: 'nothing', decision };
  const conditional = decision.kind === 'validate' ? decision.fields : [];
  const hasContent = ['POST', 'PUT', 'PATCH'].includes(wish.method);
  const given = fieldValue(fields, 'content-length') ?? fieldValue(fields, 'transfer-encoding');
  const all = [...fields, ...conditional];
  const request: HttpRequest = {
    method: wish.method,
    target: requestTarget(url),
    version: 'HTTP/1.1',
    fields: given === undefined ? withLength(all, wish.body, hasContent) : all,
    body: wish.body,
    trailers: [],
  };
  const cookies = [
    ...sent.map(({ name }) => ({ name, why: null })),
    ...kept.map(({ cookie: { name }, why }) => ({ name, why })),
  ];
  return { kind: 'send', decision, request, cookies, asked: { wish, request, decision, sentAt: now } };
}

/** What came of a response. */
export type Taken = {
  readonly client: HttpClient;
  /** What whoever asked gets to see: of a 304 to a validation, the stored response with its new fields. */
  readonly response: HttpResponse;
  readonly keeping: Keeping | null;
  readonly cookies: readonly CookieFact[];
  readonly redirection: Redirection | null;
};

/** Second half: takes cookies and cache entries from the response, and says where it sends on. */
export function takeResponse(
  client: HttpClient,
  { wish, request, decision, sentAt }: Asked,
  response: HttpResponse,
  now: number,
): Taken {
  const parsed = parseUrl(wish.url);
  if (parsed.kind !== 'url') return { client, response, keeping: null, cookies: [], redirection: null };
  const { url } = parsed;
  let { jar } = client;
  const cookies: CookieFact[] = [];
  const context = cookieContext(wish, url);
  for (const header of client.usesCookies ? fieldValues(response.fields, 'set-cookie') : []) {
    const received = receiveCookie(jar, header, context, now);
    jar = received.jar;
    cookies.push(received.fact);
  }
  const address = serializeUrl(url, 'without-fragment');
  const cached = { method: wish.method, url: address, fields: request.fields };
  const kept = client.usesCache
    ? keepResponse(client.cache, cached, response, client.cacheKind, { requestTime: sentAt, responseTime: now })
    : { cache: client.cache, keeping: null };
  const isConfirmed = response.status === 304 && decision.kind === 'validate';
  const renewed = isConfirmed ? kept.cache.findLast((one) => one.url === address)?.response : undefined;
  const seen = renewed ?? response;
  return {
    client: { ...client, jar, cache: kept.cache },
    response: seen,
    keeping: kept.keeping,
    cookies,
    redirection: redirectionOf(seen, serializeUrl(url), wish.method),
  };
}

/** A redirect as the next wish: without content or credentials where they must not go along. */
export function wishAfter(wish: Wish, { url, method, dropsBody, otherOrigin }: Redirection): Wish {
  const dropped = [
    ...(dropsBody ? ['content-length', 'content-type', 'content-encoding', 'transfer-encoding'] : []),
    ...(otherOrigin ? ['authorization', 'cookie'] : []),
  ];
  const fields = wish.fields.filter(({ name }) => !dropped.includes(name.toLowerCase()));
  return { ...wish, url, method, fields, body: dropsBody ? noBytes : wish.body };
}

/** `https://shop.example` of an address; empty where it is none. */
export function originOf(address: string): string {
  const parsed = parseUrl(address);
  if (parsed.kind !== 'url') return '';
  const { scheme, host, port } = parsed.url;
  return `${scheme}://${hostText(host)}${port === null ? '' : `:${port}`}`;
}

function clientFields({ habits, credentials }: HttpClient, wish: Wish, url: UrlRecord): Field[] {
  const has = (name: string) => fieldValue(wish.fields, name) !== undefined;
  const host = `${hostText(url.host)}${url.port === null ? '' : `:${url.port}`}`;
  const known = credentials[originOf(wish.url)];
  return [
    ...(has('host') ? [] : [{ name: 'Host', value: host }]),
    ...habits.filter(({ name }) => !has(name)),
    ...(known === undefined || has('authorization') ? [] : [{ name: 'Authorization', value: known }]),
    ...wish.fields,
  ];
}

/** Reload asks everyone on the way (RFC 9111 §5.2.1). */
function reloading({ mode, fields }: Wish): Field[] {
  if (mode === 'normal' || fieldValue(fields, 'cache-control') !== undefined) return [];
  return [{ name: 'Cache-Control', value: mode === 'reload' ? 'max-age=0' : 'no-cache' }];
}

function withAge({ stored, freshness }: CacheDecision & { kind: 'use' }): HttpResponse {
  const { response } = stored;
  const fields = response.fields.filter(({ name }) => name.toLowerCase() !== 'age');
  return { ...response, fields: [...fields, { name: 'Age', value: String(freshness.age) }] };
}

function cookieContext({ initiator, isNavigation, method }: Wish, url: UrlRecord): CookieContext {
  const from = initiator === null ? null : parseUrl(initiator);
  const host = hostText(url.host);
  const sameSite =
    from === null ||
    (from.kind === 'url' && from.url.scheme === url.scheme && siteOf(hostText(from.url.host)) === siteOf(host));
  return {
    host,
    path: pathText(url) || '/',
    isSecure: url.scheme === 'https' || host === 'localhost',
    isCrossSite: !sameSite,
    isTopLevelNavigation: isNavigation && ['GET', 'HEAD', 'OPTIONS'].includes(method),
  };
}
