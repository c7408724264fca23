import { type Cache, type CacheEntry, cacheKey, mayReplace, type Rank } from './cache';
import type { Useless } from './event';
import type { Message, ResourceRecord } from './message';
import { type Moment, note } from './moment';
import { type DomainName, isSameName, isWithin, keyOf } from './name';
import { type RecordType, rcodeOf } from './record-type';
import { advanceJob, ask } from './resolver';
import type { Job, Outstanding } from './state';

/** RFC 2308 §5: longer than three hours nobody should remember that something is not there. */
const longestNegative = 10_800;

/** What the resolver learns from a response that fits its question, and how it goes on. */
export function takeResponse(moment: Moment, job: Job, out: Outstanding, message: Message, isForged: boolean) {
  const { state } = moment;
  job.out = null;
  moment.cost += 3;
  const zone = job.zone ?? '.';
  const useless = (why: Useless) => {
    note(moment, { code: 'useless', server: out.server, zone, why });
    advanceJob(moment, job);
  };
  if (message.tc && out.transport === 'udp') {
    note(moment, { code: 'truncated', server: out.server });
    return ask(moment, job, out.server, 'tcp');
  }
  if (message.rcode === rcodeOf.REFUSED) return useless('refused');
  if (message.rcode !== rcodeOf.NOERROR && message.rcode !== rcodeOf.NXDOMAIN) return useless('failed');
  const learn = learner(moment, job, out, isForged);
  const answers = learn.within(message.answers);
  const authorities = learn.within(message.authorities);
  const additionals = learn.within(message.additionals).filter(({ data }) => data.type === 'A' || data.type === 'AAAA');
  const step = whatNext(job, message, answers, authorities);
  if (step.kind === 'useless') return useless(step.why);
  learn.sets(answers, 'answer');
  if (step.kind === 'negative') learn.absent(step.name, step.rcode, step.soa);
  const servers = authorities.filter(({ data }) => data.type === 'NS');
  learn.sets(servers, message.aa ? 'authority' : 'referral');
  learn.sets(additionals, 'additional');
  if (step.kind === 'referral') {
    note(moment, { code: 'referred', server: out.server, zone: step.zone, glue: additionals.length });
    // The zone is set by what is known now; had the cache kept something better, that is used.
    Object.assign(job, { zone: null, tried: [], slow: [], sought: [] });
    const kept = state.cache.get(cacheKey(step.zone, 'NS'));
    if (!kept) return useless('no-progress');
  }
  advanceJob(moment, job);
}

type Step =
  | { kind: 'answer' }
  | { kind: 'referral'; zone: DomainName }
  | { kind: 'negative'; name: DomainName; rcode: 'NXDOMAIN' | 'NODATA'; soa: ResourceRecord }
  | { kind: 'useless'; why: Useless };

/** RFC 1034 §5.3.3 step 4, RFC 2308 §2. */
function whatNext(
  job: Job,
  message: Message,
  answers: readonly ResourceRecord[],
  authorities: readonly ResourceRecord[],
): Step {
  const { type } = job.question;
  let name = job.name;
  let isNews = false;
  for (let count = 0; count <= answers.length; count += 1) {
    if (answers.some((record) => isSameName(record.name, name) && record.data.type === type)) {
      return message.aa ? { kind: 'answer' } : { kind: 'useless', why: 'not-authoritative' };
    }
    const alias = answers.find((record) => isSameName(record.name, name) && record.data.type === 'CNAME');
    if (alias?.data.type !== 'CNAME') break;
    name = alias.data.target;
    isNews = true;
  }
  const zone = job.zone ?? '.';
  const cut = authorities.find(
    (record) =>
      record.data.type === 'NS' &&
      isWithin(job.name, record.name) &&
      isWithin(record.name, zone) &&
      !isSameName(record.name, zone),
  );
  if (cut && !isNews) return { kind: 'referral', zone: cut.name };
  const soa = authorities.find(({ data }) => data.type === 'SOA');
  if (soa && message.aa && isWithin(name, soa.name)) {
    return { kind: 'negative', name, soa, rcode: message.rcode === rcodeOf.NXDOMAIN ? 'NXDOMAIN' : 'NODATA' };
  }
  if (isNews && message.aa) return { kind: 'answer' };
  return { kind: 'useless', why: message.aa || isNews ? 'no-progress' : 'not-authoritative' };
}

function learner(moment: Moment, job: Job, out: Outstanding, isForged: boolean) {
  const { state } = moment;
  const zone = job.zone ?? '.';
  const until = (ttl: number) => state.now + Math.min(ttl, state.resolver.longest) * 1_000;
  const put = (entry: CacheEntry) => {
    const cache = new Map(state.cache);
    cache.set(cacheKey(entry.name, entry.type), entry);
    state.cache = pruned(cache, state.now);
  };
  return {
    /** Only what the asked zone may speak of; the rest is thrown away, unless this resolver believes everything. */
    within(records: readonly ResourceRecord[]): ResourceRecord[] {
      return records.filter(({ name, data }) => {
        if (data.type === 'OPT') return false;
        if (!state.resolver.bailiwick || isWithin(name, zone)) return true;
        note(moment, { code: 'discarded', name, type: data.type, zone });
        return false;
      });
    },
    sets(records: readonly ResourceRecord[], rank: Rank): void {
      for (const set of grouped(records)) {
        const [first] = set;
        if (!first) continue;
        const { name, data } = first;
        const ttl = Math.min(...set.map((record) => record.ttl));
        const isFalse = isForged || !isWithin(name, zone);
        const entry: CacheEntry = {
          ...{ name, type: data.type, ttl, since: state.now, until: until(ttl), rank, isFalse },
          ...{ data: set.map((record) => record.data), negative: null, server: out.server },
        };
        if (!mayReplace(state.cache, entry, state.now)) {
          note(moment, { code: 'kept', name, type: data.type });
          continue;
        }
        put(entry);
        note(moment, { code: 'stored', name, type: data.type, ttl, records: set.length, isFalse });
      }
    },
    absent(name: DomainName, rcode: 'NXDOMAIN' | 'NODATA', soa: ResourceRecord): void {
      const minimum = soa.data.type === 'SOA' ? soa.data.minimum : 0;
      const ttl = Math.min(soa.ttl, minimum, longestNegative);
      const type = rcode === 'NXDOMAIN' ? '*' : job.question.type;
      const times = { ttl, since: state.now, until: until(ttl) };
      put({
        name,
        type,
        ...times,
        data: [],
        negative: { rcode, soa },
        rank: 'answer',
        server: out.server,
        isFalse: isForged,
      });
      note(moment, { code: 'stored-negative', name, type, ttl });
    },
  };
}

const mostEntries = 1_000;

/** A cache has an end: where it is full, what is over goes, then what would be over first. */
function pruned(cache: Map<string, CacheEntry>, now: number): Cache {
  if (cache.size <= mostEntries) return cache;
  const alive = [...cache].filter(([, entry]) => entry.until > now).sort(([, a], [, b]) => b.until - a.until);
  return new Map(alive.slice(0, mostEntries));
}

function grouped(records: readonly ResourceRecord[]): ResourceRecord[][] {
  const sets = new Map<string, ResourceRecord[]>();
  const key = (name: DomainName, type: RecordType) => `${keyOf(name)} ${type}`;
  for (const record of records) {
    const place = key(record.name, record.data.type);
    sets.set(place, [...(sets.get(place) ?? []), record]);
  }
  return [...sets.values()];
}
