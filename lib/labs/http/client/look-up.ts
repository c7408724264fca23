import { type Field, fieldValue, joinedValue } from '../message';
import { cacheControl, seconds } from './cache-control';
import { type Freshness, freshnessOf } from './freshness';
import type { CacheKind, CacheRequest, HttpCache, StoredResponse } from './stored-response';

/** How the person asked: by an address or a link, by Reload, or by Reload past all caches. */
export const fetchModes = ['normal', 'reload', 'force-reload'] as const;
export type FetchMode = (typeof fetchModes)[number];

/** What a cache does about a request, and why (RFC 9111 §4). */
export type CacheDecision =
  /** Nothing that could be used: the request goes out as it is. */
  | {
      readonly kind: 'fetch';
      readonly why:
        | 'nothing-stored'
        | 'other-variant'
        | 'unsafe-method'
        | 'own-condition'
        | 'range'
        | 'reload'
        | 'no-validator'
        | 'no-store';
    }
  /** Nobody is asked. `stale`: the request allowed it (max-stale). */
  | { readonly kind: 'use'; readonly stored: StoredResponse; readonly freshness: Freshness; readonly stale: boolean }
  /** The server is asked whether what is stored is still good; `fields` go along with the request. */
  | {
      readonly kind: 'validate';
      readonly stored: StoredResponse;
      readonly freshness: Freshness;
      readonly why: 'stale' | 'no-cache' | 'asked-to' | 'invalidated' | 'too-old';
      readonly fields: readonly Field[];
    }
  /** The request wanted an answer from the cache or none (only-if-cached): 504. */
  | { readonly kind: 'nothing'; readonly freshness: Freshness | null };

/** Decides from what is stored. Pure; `now` in milliseconds since 1970. */
export function lookUp(
  cache: HttpCache,
  request: CacheRequest,
  kind: CacheKind,
  now: number,
  mode: FetchMode = 'normal',
): CacheDecision {
  const { method, fields } = request;
  if (method !== 'GET' && method !== 'HEAD') return { kind: 'fetch', why: 'unsafe-method' };
  if (mode === 'force-reload') return { kind: 'fetch', why: 'reload' };
  const conditions = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since', 'if-range'];
  if (conditions.some((name) => fieldValue(fields, name) !== undefined)) return { kind: 'fetch', why: 'own-condition' };
  if (fieldValue(fields, 'range') !== undefined) return { kind: 'fetch', why: 'range' };
  const wishes = cacheControl(fields);
  if (wishes.has('no-store')) return { kind: 'fetch', why: 'no-store' };
  const same = cache.filter(({ url }) => url === request.url);
  const stored = same.findLast((one) => isSelected(one, fields));
  const onlyCached = wishes.has('only-if-cached');
  if (!stored) {
    if (onlyCached) return { kind: 'nothing', freshness: null };
    return { kind: 'fetch', why: same.length > 0 ? 'other-variant' : 'nothing-stored' };
  }
  return decide(stored, request, kind, now, mode);
}

function decide(
  stored: StoredResponse,
  { fields }: CacheRequest,
  kind: CacheKind,
  now: number,
  mode: FetchMode,
): CacheDecision {
  const wishes = cacheControl(fields);
  const freshness = freshnessOf(stored, kind, now);
  const why = whyAsk(stored, freshness, wishes, mode, kind, joinedValue(fields, 'pragma'));
  if (why === null) return { kind: 'use', stored, freshness, stale: !freshness.isFresh };
  if (wishes.has('only-if-cached')) return { kind: 'nothing', freshness };
  const conditional = validationFields(stored);
  if (conditional.length === 0) return { kind: 'fetch', why: 'no-validator' };
  return { kind: 'validate', stored, freshness, why, fields: conditional };
}

type AskReason = (CacheDecision & { kind: 'validate' })['why'];

/** null: it may be used without asking. */
function whyAsk(
  { response, invalid }: StoredResponse,
  { age, lifetime, isFresh }: Freshness,
  wishes: ReadonlyMap<string, string | null>,
  mode: FetchMode,
  kind: CacheKind,
  pragma: string | undefined,
): AskReason | null {
  const said = cacheControl(response.fields);
  if (invalid) return 'invalidated';
  if (said.has('no-cache')) return 'no-cache';
  // Reload spares what promises never to change (RFC 8246).
  if (mode === 'reload') return said.has('immutable') && isFresh ? null : 'asked-to';
  // Pragma counts only where there is no Cache-Control (RFC 9111 §5.4).
  if (wishes.has('no-cache') || (wishes.size === 0 && pragma?.toLowerCase() === 'no-cache')) return 'asked-to';
  const most = seconds(wishes, 'max-age');
  if (most !== null && age > most) return 'too-old';
  const least = seconds(wishes, 'min-fresh');
  if (least !== null && lifetime < age + least) return 'too-old';
  if (isFresh) return null;
  const isStrict =
    said.has('must-revalidate') || (kind === 'shared' && (said.has('proxy-revalidate') || said.has('s-maxage')));
  if (isStrict || !wishes.has('max-stale')) return 'stale';
  const tolerance = wishes.get('max-stale') === null ? Number.POSITIVE_INFINITY : (seconds(wishes, 'max-stale') ?? 0);
  return age - lifetime <= tolerance ? null : 'stale';
}

/** Every field that Vary names was then as it is now (RFC 9111 §4.1); `*` never matches. */
function isSelected({ selecting }: StoredResponse, fields: readonly Field[]): boolean {
  return selecting.every(
    ({ name, value }) => name !== '*' && normalized(joinedValue(fields, name)) === normalized(value),
  );
}

const normalized = (value: string | null | undefined) => value?.replaceAll(/\s*,\s*/g, ', ').trim() ?? null;

/** RFC 9111 §4.3.1: both validators, where both are known. */
function validationFields({ response }: StoredResponse): Field[] {
  const etag = fieldValue(response.fields, 'etag');
  const changed = fieldValue(response.fields, 'last-modified');
  return [
    ...(etag === undefined ? [] : [{ name: 'If-None-Match', value: etag }]),
    ...(changed === undefined ? [] : [{ name: 'If-Modified-Since', value: changed }]),
  ];
}
