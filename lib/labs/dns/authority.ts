import type { Internet, NameServer } from './internet';
import { recordsOf, targetsOf, zoneFor } from './internet';
import { emptyMessage, type Message, type Question, type ResourceRecord } from './message';
import { ancestorsOf, type DomainName, isSameName, isWithin, keyOf, parentOf } from './name';
import { rcodeOf } from './record-type';
import { type RRset, setAt, setsAt, type Zone } from './zone';

const mostAliases = 8;

/** What a server makes of a query (RFC 1034 §4.3.2): it answers for its zones, refers below them, and refuses everything else. */
export function answerQuery(internet: Internet, server: NameServer, query: Message): Message {
  const [question] = query.questions;
  const response = {
    ...emptyMessage,
    id: query.id,
    qr: true,
    opcode: query.opcode,
    rd: query.rd,
    questions: query.questions,
  };
  if (!question || query.questions.length !== 1) return { ...response, rcode: rcodeOf.FORMERR };
  if (query.opcode !== 0) return { ...response, rcode: rcodeOf.NOTIMP };
  const zones = server.zones.flatMap((origin) => internet.zones.get(keyOf(origin)) ?? []);
  const zone = zoneFor(zones, question.name);
  if (!zone) return { ...response, rcode: rcodeOf.REFUSED };
  return { ...response, ...answerFrom(zones, zone, question) };
}

type Sections = Pick<Message, 'aa' | 'rcode' | 'answers' | 'authorities' | 'additionals'>;

/** Goes from zone to zone of this server as long as aliases lead there. */
function answerFrom(zones: readonly Zone[], first: Zone, question: Question): Sections {
  const answers: ResourceRecord[] = [];
  let zone = first;
  let name = question.name;
  for (let aliases = 0; aliases <= mostAliases; aliases += 1) {
    const cut = delegationAbove(zone, name);
    if (cut) return referral(zone, cut, answers);
    const found = setsOrWildcard(zone, name);
    const wanted = found.filter(({ type }) => type === question.type);
    const alias = question.type === 'CNAME' ? undefined : found.find(({ type }) => type === 'CNAME');
    if (wanted.length > 0 || !alias) {
      answers.push(...wanted.flatMap(recordsOf));
      if (wanted.length > 0) return { aa: true, rcode: 0, answers, authorities: [], additionals: extra(zones, wanted) };
      return negative(zone, name, found, answers);
    }
    answers.push(...recordsOf(alias));
    const target = alias.data[0]?.type === 'CNAME' ? alias.data[0].target : name;
    const next = zoneFor(zones, target);
    if (!next) break;
    zone = next;
    name = target;
  }
  return { aa: true, rcode: 0, answers, authorities: [], additionals: [] };
}

/** The owner of the NS records below the zone's origin under which a name has been given away. */
function delegationAbove(zone: Zone, name: DomainName): RRset | null {
  const way = ancestorsOf(name).filter((one) => isWithin(one, zone.origin) && !isSameName(one, zone.origin));
  for (const above of way.reverse()) {
    const set = setAt(zone, above, 'NS');
    if (set) return set;
  }
  return null;
}

function referral(zone: Zone, cut: RRset, answers: readonly ResourceRecord[]): Sections {
  // Addresses below the cut or elsewhere in this zone are glue: without them the referral could not be followed.
  const glue = targetsOf(cut).flatMap((name) => (isWithin(name, zone.origin) ? addressSets(zone, name) : []));
  return {
    aa: answers.length > 0,
    rcode: 0,
    answers,
    authorities: recordsOf(cut),
    additionals: glue.flatMap(recordsOf),
  };
}

function addressSets(zone: Zone, name: DomainName): RRset[] {
  return setsAt(zone, name).filter(({ type }) => type === 'A' || type === 'AAAA');
}

/** Records of a name; where nothing is there, those of the closest `*` (RFC 4592), under the name that was asked for. */
function setsOrWildcard(zone: Zone, name: DomainName): RRset[] {
  if (exists(zone, name)) return [...setsAt(zone, name)];
  for (let above = parentOf(name); above !== null && isWithin(above, zone.origin); above = parentOf(above)) {
    const wild = setsAt(zone, above === '.' ? '*.' : `*.${above}`);
    if (wild.length > 0) return wild.map((set) => ({ ...set, name }));
    if (exists(zone, above)) return [];
  }
  return [];
}

/** Whether a name is there, be it only because something stands below it. */
function exists(zone: Zone, name: DomainName): boolean {
  if (setsAt(zone, name).length > 0) return true;
  const below = `.${keyOf(name)}`;
  for (const key of zone.names.keys()) if (key.endsWith(below)) return true;
  return false;
}

/** RFC 2308 §2: no such name, or nothing of that type; the SOA says for how long that may be kept. */
function negative(zone: Zone, name: DomainName, found: readonly RRset[], answers: readonly ResourceRecord[]): Sections {
  const soa = setAt(zone, zone.origin, 'SOA');
  const rcode = found.length > 0 || exists(zone, name) ? 0 : rcodeOf.NXDOMAIN;
  return { aa: true, rcode, answers, authorities: soa ? recordsOf(soa) : [], additionals: [] };
}

/** Addresses that whoever asked will want next, where this server has them. */
function extra(zones: readonly Zone[], sets: readonly RRset[]): ResourceRecord[] {
  const wanted = sets
    .flatMap((set) => set.data)
    .flatMap((data) => {
      if (data.type === 'NS' || data.type === 'SRV') return [data.target];
      return data.type === 'MX' ? [data.exchange] : [];
    });
  return wanted.flatMap((name) => {
    const zone = zoneFor(zones, name);
    return zone && !delegationAbove(zone, name) ? addressSets(zone, name).flatMap(recordsOf) : [];
  });
}
