import { type CacheEntry, entryAt, lookUp, secondsLeft } from './cache';
import { decodeMessage } from './decode-message';
import { encodeMessage } from './encode-message';
import type { Failure } from './event';
import { emptyMessage, type Message, type Question, type RecordData, type ResourceRecord } from './message';
import { type Moment, note } from './moment';
import { ancestorsOf, type DomainName, isSameName, keyOf } from './name';
import { reply, send } from './network';
import { drawId, drawPort } from './numbers';
import { classIn, type RcodeName, rcodeOf } from './record-type';
import { type DnsState, dnsPort, hosts, type Job, type Outstanding } from './state';
import { mostFor } from './truncate';

/** RFC 1034 §5.3.3 wants the work for one question bounded; these are the bounds. */
const limits = { aliases: 12, depth: 6, sent: 40, jobs: 60 } as const;

/** A question for the resolver: from a packet, or its own for the sake of another job. */
export function beginJob(moment: Moment, question: Question, from: { query: number } | { parent: Job }): Job {
  const { state } = moment;
  const job: Job = {
    id: state.nextJob,
    parent: 'parent' in from ? from.parent.id : null,
    query: 'query' in from ? from.query : null,
    question,
    name: question.name,
    chain: [],
    zone: null,
    tried: [],
    slow: [],
    sought: [],
    out: null,
    waitsFor: null,
    sent: 0,
    depth: 'parent' in from ? from.parent.depth + 1 : 0,
  };
  state.nextJob += 1;
  state.jobs.push(job);
  return job;
}

/** Goes on with a job until it waits for somebody or is done. */
export function advanceJob(moment: Moment, job: Job): void {
  for (let step = goOn(moment, job); step; step = goOn(moment, job)) moment.cost += 1;
}

/** One step of a job; false when it waits for somebody or is done. */
function goOn(moment: Moment, job: Job): boolean {
  const { state } = moment;
  const known = lookUp(state.cache, job.name, job.question.type, state.now);
  if (known) {
    const isAlias = known.type === 'CNAME' && job.question.type !== 'CNAME';
    if (isAlias && job.sent === 0) noteHit(moment, known);
    if (isAlias && followAlias(moment, job, known)) return true;
    if (isAlias) fail(moment, job, 'alias-loop');
    else finish(moment, job, known);
    return false;
  }
  job.zone ??= closestZone(state, job.name);
  const next = nextServer(state, job);
  if (next.kind === 'name') return seek(moment, job, next.name);
  if (next.kind === 'none') fail(moment, job, state.internet.rootHints.length > 0 ? 'no-server-left' : 'no-root');
  else if (job.sent >= limits.sent) fail(moment, job, 'too-much-work');
  else ask(moment, job, next.address, 'udp');
  return false;
}

/** A server that is known by name only: its address is a question of its own. True: that cannot be asked, so go on without. */
function seek(moment: Moment, job: Job, name: DomainName): boolean {
  job.sought.push(keyOf(name));
  if (!maySeek(moment.state, job, name)) return true;
  note(moment, { code: 'needs-address', name, zone: job.zone ?? '.' });
  const side = beginJob(moment, { name, type: 'A', class: classIn }, { parent: job });
  job.waitsFor = side.id;
  advanceJob(moment, side);
  return false;
}

function noteHit(moment: Moment, entry: CacheEntry): void {
  const { name, type } = entry;
  note(moment, { code: 'cache-hit', name, type, left: secondsLeft(entry, moment.state.now) });
}

function followAlias(moment: Moment, job: Job, alias: CacheEntry): boolean {
  const [data] = alias.data;
  if (data?.type !== 'CNAME') return false;
  job.chain.push(alias);
  const isBack = job.chain.some(({ name }) => isSameName(name, data.target));
  if (isBack || job.chain.length > limits.aliases) return false;
  note(moment, { code: 'alias', name: alias.name, target: data.target });
  job.name = data.target;
  job.zone = null;
  job.tried = [];
  job.slow = [];
  job.sought = [];
  return true;
}

/** The deepest zone above a name whose servers are known; the root is always known. */
function closestZone(state: DnsState, name: DomainName): DomainName {
  return ancestorsOf(name).find((above) => entryAt(state.cache, above, 'NS', state.now)?.data.length) ?? '.';
}

type Next = { kind: 'address'; address: string } | { kind: 'name'; name: DomainName } | { kind: 'none' };

/** Whom to ask: a known address not tried yet, then a name whose address is not known, then once more those that were slow. */
function nextServer(state: DnsState, job: Job): Next {
  const names = (entryAt(state.cache, job.zone ?? '.', 'NS', state.now)?.data ?? []).flatMap(targetOf);
  const hints = job.zone === '.' && names.length === 0 ? state.internet.rootHints : [];
  const addresses = [...hints.map(({ address }) => address), ...names.flatMap((name) => addressesOf(state, name))];
  const fresh = addresses.find((address) => !job.tried.includes(address));
  if (fresh) return { kind: 'address', address: fresh };
  const unknown = names.find((name) => addressesOf(state, name).length === 0 && !job.sought.includes(keyOf(name)));
  if (unknown) return { kind: 'name', name: unknown };
  const slow = job.slow.shift();
  return slow === undefined ? { kind: 'none' } : { kind: 'address', address: slow };
}

function targetOf(data: RecordData): DomainName[] {
  return data.type === 'NS' ? [data.target] : [];
}

function addressesOf(state: DnsState, name: DomainName): string[] {
  return (entryAt(state.cache, name, 'A', state.now)?.data ?? []).flatMap((data) =>
    data.type === 'A' ? [data.address] : [],
  );
}

/** Not if somebody up the line waits for that very address already: two zones that need each other first. */
function maySeek(state: DnsState, job: Job, name: DomainName): boolean {
  if (job.depth >= limits.depth || state.jobs.length >= limits.jobs) return false;
  for (let above: Job | undefined = job; above; above = state.jobs.find(({ id }) => id === above?.parent)) {
    if (isSameName(above.name, name) && above.question.type === 'A') return false;
  }
  return true;
}

/** Sends the job's question to a server, under a new id and from a new port. */
export function ask(moment: Moment, job: Job, server: string, transport: Outstanding['transport']): void {
  const { state } = moment;
  const question = { name: job.name, type: job.question.type, class: classIn };
  const id = drawId(state);
  const port = drawPort(state);
  const { edns, timeout } = state.resolver;
  const opt = { name: '.', class: edns, ttl: 0, data: { type: 'OPT' as const, bytes: new Uint8Array(0) } };
  const query: Message = { ...emptyMessage, id, questions: [question], additionals: edns > 0 ? [opt] : [] };
  const packet = send(moment, {
    from: { address: hosts.resolver, port },
    to: { address: server, port: dnsPort },
    transport,
    bytes: encodeMessage(query),
  });
  if (!job.tried.includes(server)) job.tried.push(server);
  job.sent += 1;
  job.out = { packet, id, port, server, transport, question, deadline: state.now + timeout };
  note(moment, { code: 'asks', name: job.name, type: question.type, server, zone: job.zone ?? '.', transport });
}

/** Nobody answered in time: the server may be asked once more when all others were no use. */
export function timeOut(moment: Moment, job: Job): void {
  const { out } = job;
  if (!out) return;
  const isFirst = job.tried.includes(out.server) && !job.sought.includes(`slow ${out.server}`);
  if (isFirst) {
    job.slow.push(out.server);
    job.sought.push(`slow ${out.server}`);
  }
  job.out = null;
  note(moment, { code: 'timed-out', server: out.server, zone: job.zone ?? '.' });
  advanceJob(moment, job);
}

function finish(moment: Moment, job: Job, known: CacheEntry): void {
  const { state } = moment;
  if (job.sent === 0) noteHit(moment, known);
  const rcode: RcodeName = known.negative?.rcode === 'NXDOMAIN' ? 'NXDOMAIN' : 'NOERROR';
  const { name, type } = job.question;
  note(moment, { code: 'resolved', name, type, rcode, sent: job.sent, isSide: job.parent !== null });
  const authorities = known.negative ? [{ ...known.negative.soa, ttl: secondsLeft(known, state.now) }] : [];
  conclude(moment, job, rcode, [...job.chain, ...(known.negative ? [] : [known])], authorities);
}

export function fail(moment: Moment, job: Job, why: Failure): void {
  note(moment, { code: 'failed', name: job.question.name, why });
  conclude(moment, job, 'SERVFAIL', [], []);
}

function conclude(
  moment: Moment,
  job: Job,
  rcode: RcodeName,
  entries: readonly CacheEntry[],
  authorities: readonly ResourceRecord[],
): void {
  const { state } = moment;
  state.jobs = state.jobs.filter((one) => one !== job);
  const query = job.query === null ? undefined : state.packets[job.query];
  if (query) {
    const decoded = decodeMessage(query.bytes);
    if (decoded.kind === 'message') {
      const { id, rd, questions } = decoded.message;
      const answers = entries.flatMap((entry) => recordsIn(entry, state.now));
      const message = {
        ...emptyMessage,
        id,
        rd,
        questions,
        qr: true,
        ra: true,
        rcode: rcodeOf[rcode],
        answers,
        authorities,
      };
      reply(moment, query, message, mostFor(decoded.message));
    }
  }
  const parent = state.jobs.find(({ id }) => id === job.parent);
  if (!parent) return;
  parent.waitsFor = null;
  parent.sent += job.sent;
  advanceJob(moment, parent);
}

/** Records as a resolver hands them on: with what is left of their TTL. */
export function recordsIn(entry: CacheEntry, now: number): ResourceRecord[] {
  return entry.data.map((data) => ({ name: entry.name, class: classIn, ttl: secondsLeft(entry, now), data }));
}
