import { answerQuery } from './authority';
import { type Internet, targetsOf, zoneFor } from './internet';
import { emptyMessage, type Question, type ResourceRecord } from './message';
import { type DomainName, isSameName, keyOf } from './name';
import { classIn, rcodeOf } from './record-type';
import type { Truth } from './state';
import { setAt } from './zone';

const mostAliases = 16;

/** What the zones themselves say of a question, with nobody's cache and no network in between. */
export function truthOf(internet: Internet, name: DomainName, type: Question['type']): Truth {
  const aliases: DomainName[] = [];
  let canonical = name;
  const found = (
    rcode: Truth['rcode'],
    records: readonly ResourceRecord[],
    trouble: Truth['trouble'] = null,
  ): Truth => ({
    rcode,
    canonical,
    zone: zoneFor(internet.zones.values(), canonical)?.origin ?? '.',
    aliases,
    records,
    trouble,
  });
  for (;;) {
    const zone = zoneFor(internet.zones.values(), canonical);
    if (!zone) return found('SERVFAIL', []);
    const server = { address: '', names: targetsOf(setAt(zone, zone.origin, 'NS')), zones: [zone.origin] };
    const asked = { ...emptyMessage, questions: [{ name: canonical, type, class: classIn }] };
    const said = answerQuery(internet, server, asked);
    const records = said.answers.filter(({ data }) => data.type === type);
    if (records.length > 0) canonical = records[0]?.name ?? canonical;
    const steps = said.answers.filter(({ data }) => data.type === 'CNAME' && type !== 'CNAME');
    for (const { name: owner } of steps) aliases.push(owner);
    if (records.length > 0) return found('NOERROR', records);
    const last = steps.at(-1)?.data;
    if (last?.type !== 'CNAME') return found(said.rcode === rcodeOf.NXDOMAIN ? 'NXDOMAIN' : 'NOERROR', []);
    canonical = last.target;
    const isBack = aliases.some((one) => isSameName(one, canonical));
    if (isBack || aliases.length > mostAliases) return found('SERVFAIL', [], 'loop');
    // A name of the same zone that is not there: the server has said so already.
    if (
      said.rcode === rcodeOf.NXDOMAIN &&
      keyOf(zone.origin) === keyOf(zoneFor(internet.zones.values(), canonical)?.origin ?? '')
    )
      return found('NXDOMAIN', []);
  }
}
