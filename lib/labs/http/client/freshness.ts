import { parseHttpDate } from '../http-date';
import { fieldValue } from '../message';
import { cacheControl, seconds } from './cache-control';
import type { CacheKind, StoredResponse } from './stored-response';

/** What says how long a response is fresh (RFC 9111 §4.2.1), in the order of rank. */
export type LifetimeBy = 's-maxage' | 'max-age' | 'expires' | 'heuristic' | 'nothing';

/** Seconds. Fresh while `age` is less than `lifetime`. */
export type Freshness = {
  readonly lifetime: number;
  readonly by: LifetimeBy;
  readonly age: number;
  readonly isFresh: boolean;
};

/** Statuses that may be kept for a guessed time (RFC 9110 §15.1). */
const heuristicallyCacheable = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501];
/** A tenth of the time since the last change, as RFC 9111 §4.2.2 names it; a day at most. */
const heuristicPart = 0.1;
const mostHeuristic = 86_400;

export function freshnessOf(stored: StoredResponse, kind: CacheKind, now: number): Freshness {
  const { lifetime, by } = lifetimeOf(stored, kind);
  const age = currentAge(stored, now);
  return { lifetime, by, age, isFresh: lifetime > age };
}

function lifetimeOf({ response, responseTime }: StoredResponse, kind: CacheKind): { lifetime: number; by: LifetimeBy } {
  const { fields, status } = response;
  const directives = cacheControl(fields);
  const shared = kind === 'shared' ? seconds(directives, 's-maxage') : null;
  if (shared !== null) return { lifetime: shared, by: 's-maxage' };
  const maxAge = seconds(directives, 'max-age');
  if (maxAge !== null) return { lifetime: maxAge, by: 'max-age' };
  const date = dateOf(fields, responseTime);
  const expires = fieldValue(fields, 'expires');
  if (expires !== undefined) {
    // `Expires: 0`, and whatever else is no date, is in the past (RFC 9111 §5.3).
    const at = parseHttpDate(expires, responseTime);
    return { lifetime: at === null ? 0 : Math.max(0, (at - date) / 1_000), by: 'expires' };
  }
  const changed = parseHttpDate(fieldValue(fields, 'last-modified') ?? '', responseTime);
  if (changed === null || !heuristicallyCacheable.includes(status)) return { lifetime: 0, by: 'nothing' };
  const guessed = Math.floor((Math.max(0, date - changed) / 1_000) * heuristicPart);
  return { lifetime: Math.min(mostHeuristic, guessed), by: 'heuristic' };
}

function dateOf(fields: StoredResponse['response']['fields'], otherwise: number): number {
  return parseHttpDate(fieldValue(fields, 'date') ?? '', otherwise) ?? otherwise;
}

/** RFC 9111 §4.2.3, its names: apparent_age, corrected_age_value, resident_time; whole seconds. */
export function currentAge({ response, requestTime, responseTime }: StoredResponse, now: number): number {
  const said = fieldValue(response.fields, 'age') ?? '';
  const ageValue = /^\d+$/.test(said) ? Number(said) : 0;
  const apparentAge = Math.max(0, (responseTime - dateOf(response.fields, responseTime)) / 1_000);
  const correctedAge = ageValue + (responseTime - requestTime) / 1_000;
  const residentTime = Math.max(0, (now - responseTime) / 1_000);
  return Math.floor(Math.max(apparentAge, correctedAge) + residentTime);
}
