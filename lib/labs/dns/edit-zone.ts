import type { DnsAction } from './action';
import { absolute } from './conclude';
import { internetOf, zoneFor } from './internet';
import type { RecordData } from './message';
import { explain, type Moment, noDeed } from './moment';
import { keyOf } from './name';
import { parseData } from './parse-data';
import { setAt, withSet, type Zone } from './zone';
import { entriesOf } from './zone-lines';

const defaultTtl = 3_600;

/** The owner of a zone changes what a name has, and counts the serial up (RFC 1035 §3.3.13): whoever has asked before does not know. */
export function editZone(
  moment: Moment,
  { name: written, type, ttl, data: lines }: Extract<DnsAction, { kind: 'edit' }>,
) {
  const { state } = moment;
  const name = absolute(written);
  const zone = zoneFor(state.internet.zones.values(), name);
  if (!zone || type === 'SOA') return noDeed(moment, 'no-such-zone');
  const data = lines.map((line) => parseData(type, entriesOf(line).entries[0]?.words ?? [], zone.origin));
  const read = data.filter((one): one is RecordData => one !== null);
  const before = setAt(zone, name, type);
  const clashes = type === 'CNAME' ? read.length > 1 : setAt(zone, name, 'CNAME') !== undefined;
  if (read.length !== data.length || clashes) return noDeed(moment, 'bad-records');
  const changed = counted(withSet(zone, { name, type, ttl: ttl ?? before?.ttl ?? defaultTtl, data: read }));
  const zones = [...state.internet.zones.values()].map((one) =>
    keyOf(one.origin) === keyOf(zone.origin) ? changed : one,
  );
  state.internet = internetOf(zones);
  moment.cost += 20;
  const soa = setAt(changed, changed.origin, 'SOA')?.data[0];
  const serial = soa?.type === 'SOA' ? soa.serial : 0;
  return explain(moment, { code: 'edited', name, type, zone: zone.origin, records: read.length, serial });
}

function counted(zone: Zone): Zone {
  const set = setAt(zone, zone.origin, 'SOA');
  const [soa] = set?.data ?? [];
  if (!set || soa?.type !== 'SOA') return zone;
  return withSet(zone, { ...set, data: [{ ...soa, serial: (soa.serial + 1) % 0x1_0000_0000 }] });
}
