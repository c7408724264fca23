import type { RecordData } from './message';
import { type DomainName, keyOf } from './name';
import type { ZoneType } from './record-type';

/** All records of one name and type (RFC 2181 §5): they share their TTL, in seconds. */
export type RRset = {
  readonly name: DomainName;
  readonly type: ZoneType;
  readonly ttl: number;
  readonly data: readonly RecordData[];
};

/** What one authority knows: everything from its origin down to where it has delegated further. */
export type Zone = {
  readonly origin: DomainName;
  /** By `keyOf` of the owner. */
  readonly names: ReadonlyMap<string, readonly RRset[]>;
};

export function setsAt(zone: Zone, name: DomainName): readonly RRset[] {
  return zone.names.get(keyOf(name)) ?? [];
}

export function setAt(zone: Zone, name: DomainName, type: string): RRset | undefined {
  return setsAt(zone, name).find((set) => set.type === type);
}

/** The same zone with another set of records; an empty one takes the type away from its owner. */
export function withSet(zone: Zone, set: RRset): Zone {
  const others = setsAt(zone, set.name).filter(({ type }) => type !== set.type);
  const names = new Map(zone.names);
  const sets = set.data.length > 0 ? [...others, set] : others;
  if (sets.length > 0) names.set(keyOf(set.name), sets);
  else names.delete(keyOf(set.name));
  return { ...zone, names };
}
