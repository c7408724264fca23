import type { RecordData } from './message';
import { type DomainName, isWithin, keyOf, parseName } from './name';
import { parseData, seconds } from './parse-data';
import { type ZoneType, zoneTypes } from './record-type';
import { type RRset, setsAt, type Zone } from './zone';
import { type Entry, entriesOf } from './zone-lines';

/** What is wrong with a zone file. */
export type ZoneFaultCode =
  | 'open-quote'
  | 'open-parenthesis'
  | 'stray-parenthesis'
  | 'unknown-directive'
  | 'bad-name'
  | 'bad-ttl'
  | 'unknown-type'
  | 'bad-data'
  /** A record before any SOA: no zone has begun. */
  | 'no-zone'
  /** The owner is not at or below the zone's origin. */
  | 'outside-zone'
  /** RFC 1034 §3.6.2: a name with a CNAME has nothing else. */
  | 'cname-and-other'
  | 'second-soa'
  /** The zone names no server of its own. */
  | 'no-ns'
  | 'too-many-records';

/** `line` is counted from 1; `found` is what stands there. */
export type ZoneFault = { readonly line: number; readonly why: ZoneFaultCode; readonly found: string };

export const mostRecords = 1_000;
const defaultTtl = 3_600;

type Open = { origin: DomainName; line: number; names: Map<string, RRset[]> };
type Reading = {
  origin: DomainName;
  ttl: number;
  owner: DomainName | null;
  zone: Open | null;
  zones: Open[];
  faults: ZoneFault[];
  count: number;
};

/**
 * Reads zone files (RFC 1035 §5.1), any number of zones in one text: every SOA record begins one, at its owner.
 * `$ORIGIN` and `$TTL` (RFC 2308 §4) hold to the end. All faults are told, each with its line.
 */
export function parseZones(text: string): { zones: readonly Zone[]; faults: readonly ZoneFault[] } {
  const { entries, faults } = entriesOf(text);
  const reading: Reading = {
    origin: '.',
    ttl: defaultTtl,
    owner: null,
    zone: null,
    zones: [],
    faults: [...faults],
    count: 0,
  };
  for (const entry of entries) {
    const fault = entry.words[0]?.startsWith('$') ? takeDirective(reading, entry) : takeRecord(reading, entry);
    if (fault) reading.faults.push({ line: entry.line, why: fault.why, found: fault.found.slice(0, 80) });
    if (fault?.why === 'too-many-records') break;
  }
  for (const { origin, names, line } of reading.zones) {
    if (!names.get(keyOf(origin))?.some(({ type }) => type === 'NS'))
      reading.faults.push({ line, why: 'no-ns', found: origin });
  }
  const zones = reading.zones.map(({ origin, names }) => ({ origin, names }));
  return { zones, faults: reading.faults.sort((a, b) => a.line - b.line) };
}

type Fault = { why: ZoneFaultCode; found: string } | null;

function takeDirective(reading: Reading, { words }: Entry): Fault {
  const [directive = '', value = ''] = words;
  if (directive === '$TTL') {
    const ttl = seconds(value);
    if (ttl === null) return { why: 'bad-ttl', found: value };
    reading.ttl = ttl;
    return null;
  }
  if (directive !== '$ORIGIN') return { why: 'unknown-directive', found: directive };
  const read = parseName(value, reading.origin);
  if (read.kind === 'fault') return { why: 'bad-name', found: value };
  reading.origin = read.name;
  return null;
}

function isZoneType(word: string): word is ZoneType {
  return zoneTypes.some((type) => type === word);
}

function takeRecord(reading: Reading, entry: Entry): Fault {
  const words = [...entry.words];
  if (!entry.startsBlank) {
    const written = words.shift() ?? '';
    const read = parseName(written, reading.origin);
    if (read.kind === 'fault') return { why: 'bad-name', found: written };
    reading.owner = read.name;
  }
  let ttl = reading.ttl;
  // Class and TTL may stand in either order (RFC 1035 §5.1).
  for (let left = 2; left > 0; left -= 1) {
    const [word = ''] = words;
    if (word.toUpperCase() === 'IN') words.shift();
    else if (/^\d/.test(word)) {
      const given = seconds(word);
      if (given === null) return { why: 'bad-ttl', found: word };
      ttl = given;
      words.shift();
    }
  }
  const type = (words.shift() ?? '').toUpperCase();
  if (!isZoneType(type)) return { why: 'unknown-type', found: type };
  const data = parseData(type, words, reading.origin);
  if (!data) return { why: 'bad-data', found: `${type} ${words.join(' ')}` };
  if (reading.owner === null) return { why: 'bad-name', found: '' };
  return put(reading, entry.line, { name: reading.owner, type, ttl, data: [data] });
}

function put(reading: Reading, line: number, set: RRset & { data: readonly RecordData[] }): Fault {
  reading.count += 1;
  if (reading.count > mostRecords) return { why: 'too-many-records', found: String(mostRecords) };
  if (set.type === 'SOA') {
    if (reading.zones.some(({ origin }) => keyOf(origin) === keyOf(set.name)))
      return { why: 'second-soa', found: set.name };
    reading.zone = { origin: set.name, line, names: new Map() };
    reading.zones.push(reading.zone);
  }
  const { zone } = reading;
  if (!zone) return { why: 'no-zone', found: set.name };
  if (!isWithin(set.name, zone.origin)) return { why: 'outside-zone', found: set.name };
  const before = setsAt(zone, set.name);
  const isClash = before.some(({ type }) => (type === 'CNAME') !== (set.type === 'CNAME'));
  const same = before.find(({ type }) => type === set.type);
  if (isClash || (same && set.type === 'CNAME')) return { why: 'cname-and-other', found: set.name };
  const joined = same ? { ...same, data: [...same.data, ...set.data] } : set;
  zone.names.set(keyOf(set.name), [...before.filter((one) => one !== same), joined]);
  return null;
}
