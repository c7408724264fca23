import type { ResourceRecord } from './message';
import { type DomainName, isWithin, keyOf } from './name';
import { parseZones } from './parse-zones';
import { classIn } from './record-type';
import { type RRset, setAt, type Zone } from './zone';

/** A host that answers for zones, known by its address. */
export type NameServer = {
  readonly address: string;
  /** Under which names it is known, for people. */
  readonly names: readonly DomainName[];
  /** Origins of the zones it has. */
  readonly zones: readonly DomainName[];
};

/** All zones there are, who has them, and what a resolver must know beforehand: where the root is. */
export type Internet = {
  /** By `keyOf` of the origin. */
  readonly zones: ReadonlyMap<string, Zone>;
  /** By address. */
  readonly servers: ReadonlyMap<string, NameServer>;
  readonly rootHints: readonly { name: DomainName; address: string }[];
};

/**
 * Puts zones together: a zone is had by the servers that it names itself, wherever an address of them stands.
 * That its parent names others (a lame delegation) is possible, as in reality.
 */
export function internetOf(zones: readonly Zone[]): Internet {
  const addresses = addressesIn(zones);
  const servers = new Map<string, { address: string; names: DomainName[]; zones: DomainName[] }>();
  for (const zone of zones) {
    for (const name of targetsOf(setAt(zone, zone.origin, 'NS'))) {
      for (const address of addresses.get(keyOf(name)) ?? []) {
        const server = servers.get(address) ?? { address, names: [], zones: [] };
        if (!server.names.some((one) => keyOf(one) === keyOf(name))) server.names.push(name);
        server.zones.push(zone.origin);
        servers.set(address, server);
      }
    }
  }
  const root = zones.find(({ origin }) => origin === '.');
  const rootHints = root
    ? targetsOf(setAt(root, '.', 'NS')).flatMap((name) =>
        (addresses.get(keyOf(name)) ?? []).map((address) => ({ name, address })),
      )
    : [];
  return { zones: new Map(zones.map((zone) => [keyOf(zone.origin), zone])), servers, rootHints };
}

/** Every address that stands anywhere for a name, glue included. */
function addressesIn(zones: readonly Zone[]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { names } of zones) {
    for (const [key, sets] of names) {
      for (const data of sets.flatMap((set) => set.data)) {
        if (data.type !== 'A') continue;
        const known = all.get(key) ?? [];
        if (!known.includes(data.address)) all.set(key, [...known, data.address]);
      }
    }
  }
  return all;
}

export function targetsOf(set: RRset | undefined): DomainName[] {
  return (set?.data ?? []).flatMap((data) => (data.type === 'NS' ? [data.target] : []));
}

export function recordsOf({ name, ttl, data }: RRset): ResourceRecord[] {
  return data.map((one) => ({ name, class: classIn, ttl, data: one }));
}

/** The deepest of some zones that a name is in. */
export function zoneFor(zones: Iterable<Zone>, name: DomainName): Zone | null {
  let best: Zone | null = null;
  for (const zone of zones) {
    if (isWithin(name, zone.origin) && (!best || zone.origin.length > best.origin.length || best.origin === '.'))
      best = zone;
  }
  return best;
}

/** Zones as an author wrote them, laid over others: a zone that both have is the author's. */
export function internetWith(written: string, below: readonly Zone[]): Internet {
  const own = parseZones(written).zones;
  const isOwn = ({ origin }: Zone) => own.some((zone) => keyOf(zone.origin) === keyOf(origin));
  return internetOf([...below.filter((zone) => !isOwn(zone)), ...own]);
}
