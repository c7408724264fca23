import { type Field, fieldValue, type HttpResponse, joinedValue, listElements } from '../message';
import { cacheControl } from './cache-control';
import type { CacheKind, CacheRequest, HttpCache, StoredResponse } from './stored-response';

/** Whether a response is kept, and why not (RFC 9111 §3). */
export type Keeping =
  | { readonly code: 'kept' | 'freshened' | 'invalidated' }
  | {
      readonly code: 'not-kept';
      readonly why:
        | 'method'
        | 'no-store'
        | 'private'
        | 'authorization'
        | 'partial'
        | 'status'
        | 'nothing-to-go-by'
        | 'vary-all';
    };

const mostStored = 200;
const understood = [200, 203, 204, 300, 301, 302, 303, 307, 308, 404, 405, 410, 414, 501];
const heuristically = [200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501];

/** What the cache is after a response came in: kept, an old one freshened by a 304, or old ones made invalid. */
export function keepResponse(
  cache: HttpCache,
  request: CacheRequest,
  response: HttpResponse,
  kind: CacheKind,
  times: { readonly requestTime: number; readonly responseTime: number },
): { cache: HttpCache; keeping: Keeping } {
  const { method, url } = request;
  if (!['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method)) return invalidate(cache, url, response);
  if (method === 'GET' && response.status === 304) {
    const freshened = freshen(cache, request, response, times);
    return freshened
      ? { cache: freshened, keeping: { code: 'freshened' } }
      : { cache, keeping: { code: 'not-kept', why: 'status' } };
  }
  const why = whyNot(request, response, kind);
  if (why) return { cache, keeping: { code: 'not-kept', why } };
  const stored: StoredResponse = { url, selecting: selectingOf(request, response), response, ...times, invalid: false };
  const others = cache.filter((one) => one.url !== url || !sameSelection(one, stored));
  return { cache: [...others, stored].slice(-mostStored), keeping: { code: 'kept' } };
}

type WhyNot = (Keeping & { code: 'not-kept' })['why'];

function whyNot({ method, fields }: CacheRequest, response: HttpResponse, kind: CacheKind): WhyNot | null {
  const said = cacheControl(response.fields);
  if (method !== 'GET') return 'method';
  if (response.status === 206 || fieldValue(fields, 'range') !== undefined) return 'partial';
  if (!understood.includes(response.status)) return 'status';
  if (said.has('no-store') || cacheControl(fields).has('no-store')) return 'no-store';
  if (kind === 'shared' && said.has('private')) return 'private';
  const opens = ['public', 's-maxage', 'must-revalidate'].some((name) => said.has(name));
  if (kind === 'shared' && fieldValue(fields, 'authorization') !== undefined && !opens) return 'authorization';
  if (joinedValue(response.fields, 'vary')?.includes('*')) return 'vary-all';
  const explicit =
    ['public', 'max-age', 's-maxage', 'no-cache'].some((name) => said.has(name)) ||
    (kind === 'private' && said.has('private'));
  if (explicit || fieldValue(response.fields, 'expires') !== undefined) return null;
  const canBeGuessed = ['last-modified', 'etag'].some((name) => fieldValue(response.fields, name) !== undefined);
  return heuristically.includes(response.status) && canBeGuessed ? null : 'nothing-to-go-by';
}

function selectingOf({ fields }: CacheRequest, response: HttpResponse): StoredResponse['selecting'] {
  const names = listElements(joinedValue(response.fields, 'vary') ?? '').map((name) => name.toLowerCase());
  return [...new Set(names)].map((name) => ({ name, value: joinedValue(fields, name) ?? null }));
}

function sameSelection(a: StoredResponse, b: StoredResponse): boolean {
  const text = ({ selecting }: StoredResponse) =>
    JSON.stringify([...selecting].sort((x, y) => (x.name < y.name ? -1 : 1)));
  return text(a) === text(b);
}

/** RFC 9111 §4.3.4: the stored one with the new fields; it counts as just received. */
function freshen(
  cache: HttpCache,
  { url, fields }: CacheRequest,
  response: HttpResponse,
  times: { readonly requestTime: number; readonly responseTime: number },
): HttpCache | null {
  const tag = fieldValue(response.fields, 'etag') ?? fieldValue(fields, 'if-none-match');
  const matches = (one: StoredResponse) =>
    one.url === url && (tag === undefined || fieldValue(one.response.fields, 'etag') === tag);
  const place = cache.findLastIndex(matches);
  const found = cache[place];
  if (!found) return null;
  const renewed = updatedFields(found.response.fields, response.fields);
  const stored = { ...found, response: { ...found.response, fields: renewed }, ...times, invalid: false };
  return [...cache.slice(0, place), ...cache.slice(place + 1), stored];
}

/** RFC 9111 §3.2: new values for old, save what belongs to the message that brought them. */
function updatedFields(old: readonly Field[], fresh: readonly Field[]): Field[] {
  const own = [
    'content-length',
    'content-encoding',
    'content-type',
    'content-range',
    'connection',
    'transfer-encoding',
    'set-cookie',
  ];
  const news = fresh.filter(({ name }) => !own.includes(name.toLowerCase()));
  const names = new Set(news.map(({ name }) => name.toLowerCase()));
  // An Age that was true of the old answer says nothing of the new one.
  return [...old.filter(({ name }) => !names.has(name.toLowerCase()) && name.toLowerCase() !== 'age'), ...news];
}

/** An unsafe request went well: what is stored under its address, Location or Content-Location is asked about before use (§4.4). */
function invalidate(cache: HttpCache, url: string, response: HttpResponse): { cache: HttpCache; keeping: Keeping } {
  if (response.status < 200 || response.status >= 400) return { cache, keeping: { code: 'not-kept', why: 'method' } };
  const origin = /^[a-z]+:\/\/[^/]*/.exec(url)?.[0] ?? '';
  const places = ['location', 'content-location']
    .map((name) => fieldValue(response.fields, name))
    .filter((value) => value?.startsWith('/'))
    .map((value) => origin + value);
  const affected = [url, ...places];
  const hit = cache.some((one) => affected.includes(one.url) && !one.invalid);
  if (!hit) return { cache, keeping: { code: 'not-kept', why: 'method' } };
  return {
    cache: cache.map((one) => (affected.includes(one.url) ? { ...one, invalid: true } : one)),
    keeping: { code: 'invalidated' },
  };
}
