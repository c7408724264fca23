import type { RecordData, ResourceRecord } from './message';
import { type DomainName, keyOf } from './name';
import type { RecordType } from './record-type';

/**
 * How far what a message says is believed (RFC 2181 §5.4.1), least first: an address given along, a referral, the authority section
 * of an authoritative answer, the authoritative answer itself. What is cached gives way only to what is believed as much.
 */
export const ranks = ['additional', 'referral', 'authority', 'answer'] as const;
export type Rank = (typeof ranks)[number];

/** What a cache knows of a name and type. Times are virtual milliseconds. */
export type CacheEntry = {
  readonly name: DomainName;
  /** `*`: of a name that is not there at all. */
  readonly type: RecordType | '*';
  /** In seconds, as it was learned. */
  readonly ttl: number;
  readonly since: number;
  readonly until: number;
  /** Empty in a negative entry (RFC 2308). */
  readonly data: readonly RecordData[];
  /** Of a negative entry: what is not there, and the SOA record that says so. */
  readonly negative: { readonly rcode: 'NXDOMAIN' | 'NODATA'; readonly soa: ResourceRecord } | null;
  readonly rank: Rank;
  /** The address it came from, by the message's own word. */
  readonly server: string;
  /** Whether somebody else than that server wrote it, or it speaks of what is none of that server's business. */
  readonly isFalse: boolean;
};

/** By `cacheKey`. Entries whose time is over may still be in it; `entryAt` does not see them. */
export type Cache = ReadonlyMap<string, CacheEntry>;

export const emptyCache: Cache = new Map();

export function cacheKey(name: DomainName, type: RecordType | '*'): string {
  return `${keyOf(name)} ${type}`;
}

/** A TTL of 0 may be used at once and never again. */
export function isAlive({ since, until }: CacheEntry, now: number): boolean {
  return now < until || (now === since && since === until);
}

/** Whole seconds that are left, as a resolver hands them on. */
export function secondsLeft({ until }: CacheEntry, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1_000));
}

/** What is known and not yet over. */
export function entryAt(cache: Cache, name: DomainName, type: RecordType | '*', now: number): CacheEntry | null {
  const entry = cache.get(cacheKey(name, type));
  return entry && isAlive(entry, now) ? entry : null;
}

/** What is known of a question: its records, that they are not there, or an alias to go on with. */
export function lookUp(cache: Cache, name: DomainName, type: RecordType, now: number): CacheEntry | null {
  return entryAt(cache, name, type, now) ?? entryAt(cache, name, '*', now) ?? entryAt(cache, name, 'CNAME', now);
}

/** Whether something newly learned takes the place of what is there. */
export function mayReplace(cache: Cache, entry: CacheEntry, now: number): boolean {
  const before = entryAt(cache, entry.name, entry.type, now);
  return !before || ranks.indexOf(entry.rank) >= ranks.indexOf(before.rank);
}

/** All that is not over, in the order of names: what a look into the cache shows. */
export function aliveEntries(cache: Cache, now: number): CacheEntry[] {
  const reversed = (name: DomainName) => keyOf(name).split('.').reverse().join('.');
  return [...cache.values()]
    .filter((entry) => isAlive(entry, now))
    .sort(
      (a, b) =>
        (reversed(a.name) < reversed(b.name) ? -1 : reversed(a.name) > reversed(b.name) ? 1 : 0) ||
        (a.type < b.type ? -1 : 1),
    );
}
