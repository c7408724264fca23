import { assertNever } from '@/lib/assert-never';
import type { Cause, ClaimField } from '@/lib/labs/dns/conclude';
import type { DnsEvent, DnsNote, Failure, Ignored, NoDeed, Useless, Why } from '@/lib/labs/dns/event';
import type { Gist } from '@/lib/labs/dns/gist';
import type { DnsGoal } from '@/lib/labs/dns/goal';
import type { DnsDeadEnd } from '@/lib/labs/dns/goals';

/** A server or host by its address → what it is called. */
type HostName = (address: string) => string;

const short = (name: string) => (name === '.' ? name : name.replace(/\.$/, ''));
const zoneName = (zone: string) => (zone === '.' ? 'the root zone' : short(zone));
const typeName = (type: string) => (type === '*' ? 'any type' : type);
const records = (count: number) => (count === 1 ? '1 record' : `${count.toLocaleString('en')} records`);
const time = (ms: number) => (ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toLocaleString('en')} s`);
/** At the head of a sentence; the name of a host is never written otherwise. */
const capital = (text: string) => (/^(the|your) /.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text);
const percent = (chance: number) => {
  if (chance >= 0.01) return `${(chance * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`;
  return chance === 0 ? '0' : `1 in ${Math.round(1 / chance).toLocaleString('en')}`;
};

const gists: Record<Gist, string> = {
  query: 'question',
  answer: 'answer',
  alias: 'alias',
  referral: 'referral',
  'no-data': 'no such record',
  'no-name': 'no such name',
  truncated: 'cut short (TC)',
  refused: 'refused',
  'server-failure': 'failure',
  unreadable: 'not readable',
};

const served: Record<Gist, string> = {
  query: 'says nothing',
  answer: 'has the answer',
  alias: 'has an alias, and nothing of where it leads',
  referral: 'does not know, but knows who is closer: a referral',
  'no-data': 'has the name, without such a record',
  'no-name': 'is sure that there is no such name',
  truncated: 'has more than fits into a datagram, and says so with TC',
  refused: 'refuses: that is none of its zones',
  'server-failure': 'says that it failed',
  unreadable: 'says something that cannot be read',
};

const useless: Record<Useless, string> = {
  refused: 'it refuses',
  failed: 'it fails itself',
  'not-authoritative': 'it does not speak for the zone',
  'no-progress': 'its answer leads no closer',
};

const ignored: Record<Ignored, string> = {
  'nothing-asked': 'nothing is asked at the moment',
  'wrong-server': 'nothing was asked of this server',
  'wrong-port': 'the port is not the one that the question came from',
  'wrong-id': 'the id is not that of the question',
  'wrong-question': 'it answers another question',
  unreadable: 'it is no message that can be read',
};

const failures: Record<Failure, string> = {
  'no-server-left': 'no server of the zone was any help',
  'alias-loop': 'the aliases lead in a circle',
  'too-much-work': 'it has taken too many questions',
  'no-root': 'nobody knows where the root is',
};

const noDeeds: Record<NoDeed, string> = {
  'nothing-under-way': 'Nothing is under way, and nobody waits.',
  'not-under-way': 'That message is not under way.',
  'no-such-server': 'There is no server of that name or address.',
  'no-such-zone': 'There is no such zone.',
  'not-in-zone': 'That name is not in the zone.',
  'bad-records': 'One of the records is not written as a zone file has it.',
  'too-many': 'That is too much at a time. Let what is under way happen first.',
  'not-asked-yet': 'That has not been asked yet.',
};

const causes: Record<Cause, string> = {
  current: 'it says what the zone says now',
  stale: 'the resolver gave what it remembers, and the zone has changed since',
  'remembered-absence': 'the resolver remembers that there was nothing, and now there is',
  poisoned: 'somebody forged it',
  'no-such-name': 'there is no such name',
  'no-data': 'the name has no such record',
  loop: 'the aliases lead in a circle',
  unreachable: 'no server of the zone is any help',
};

const claimFields: Record<ClaimField, string> = {
  canonical: 'last name',
  zone: 'zone of the last name',
  address: 'address',
  cause: 'cause',
  left: 'seconds left',
};
const fieldList = (fields: readonly ClaimField[]) => fields.map((field) => claimFields[field]).join(', ');

function note(one: DnsNote, host: HostName): string {
  switch (one.code) {
    case 'stub-asked':
      return `The computer asks ${host(one.server)} for ${short(one.name)} ${one.type}${one.transport === 'tcp' ? ' over TCP' : ''}.`;
    case 'asked-again':
      return one.transport === 'tcp'
        ? `The computer asks ${host(one.server)} again over TCP, where there is room.`
        : `No answer came: the computer asks ${host(one.server)} again.`;
    case 'stub-answered':
      return answered(one);
    case 'stub-gave-up':
      return `${capital(host(one.server))} does not answer. The computer gives up.`;
    case 'cache-hit':
      return `The resolver remembers ${short(one.name)} ${typeName(one.type)}, for ${one.left.toLocaleString('en')} s more.`;
    case 'asks':
      return `The resolver asks ${host(one.server)}, a server of ${zoneName(one.zone)}, for ${short(one.name)} ${one.type}${one.transport === 'tcp' ? ' over TCP' : ''}.`;
    case 'served':
      return `${capital(host(one.server))} ${served[one.gist]}.`;
    case 'alias':
      return `${short(one.name)} is another name for ${short(one.target)}: the search goes on with that.`;
    case 'referred':
      return `${capital(host(one.server))} refers the resolver to the servers of ${zoneName(one.zone)}${one.glue > 0 ? ' and gives their addresses along (glue)' : ', without addresses'}.`;
    case 'needs-address':
      return `The servers of ${zoneName(one.zone)} are known by name only, so the resolver first looks for the address of ${short(one.name)}.`;
    case 'stored':
      return `The resolver keeps ${short(one.name)} ${one.type} for ${one.ttl.toLocaleString('en')} s${one.isFalse ? ', and it is false' : ''}.`;
    case 'stored-negative':
      return `The resolver keeps in mind for ${one.ttl.toLocaleString('en')} s that ${one.type === '*' ? `there is no ${short(one.name)}` : `${short(one.name)} has no ${one.type} record`}.`;
    case 'kept':
      return `The resolver knows ${short(one.name)} ${one.type} from a better source and keeps that.`;
    case 'discarded':
      return `The resolver throws away ${short(one.name)} ${one.type}: that is not for the servers of ${zoneName(one.zone)} to say.`;
    case 'truncated':
      return `TC is set: the answer of ${host(one.server)} did not fit, and is fetched over TCP.`;
    case 'useless':
      return `${capital(host(one.server))} is no help for ${zoneName(one.zone)}: ${useless[one.why]}. The resolver tries the next server.`;
    case 'timed-out':
      return `${capital(host(one.server))} did not answer in time.`;
    case 'ignored':
      return one.count > 1
        ? `${one.count.toLocaleString('en')} answers are thrown away: ${ignored[one.why]}.`
        : `An answer is thrown away: ${ignored[one.why]}.`;
    case 'forgery-believed':
      return `Server, port, id and question fit: the resolver takes the forgery for the answer of ${host(one.server)}.`;
    case 'resolved':
      return one.sent === 0
        ? `The resolver has everything it needs for ${short(one.name)} ${one.type}, and asks nobody.`
        : `The resolver is done with ${short(one.name)} ${one.type} after ${one.sent} ${one.sent === 1 ? 'question' : 'questions'} of its own (${one.rcode}).`;
    case 'failed':
      return `The resolver gives up on ${short(one.name)} (SERVFAIL): ${failures[one.why]}.`;
    case 'expired':
      return `The time of ${short(one.name)} ${typeName(one.type)} is over: the resolver forgets it.`;
    default:
      return assertNever(one);
  }
}

function answered(one: Extract<DnsNote, { code: 'stub-answered' }>): string {
  const from = one.fromCache ? ', out of the resolver’s cache' : '';
  if (one.isFalse)
    return `The computer has an answer for ${short(one.name)} ${one.type}${from}, and it is a forged one.`;
  if (one.rcode !== 'NOERROR') return `The computer is told ${one.rcode} for ${short(one.name)} ${one.type}${from}.`;
  if (one.records === 0)
    return `The computer gets a reply about ${short(one.name)} without a record of type ${one.type}${from}.`;
  return `The computer has its answer for ${short(one.name)} ${one.type}: ${records(one.records)}${from}.`;
}

function why(one: Why, host: HostName): string {
  switch (one.code) {
    case 'no-deed':
      return noDeeds[one.reason];
    case 'noted':
      return note(one.note, host);
    case 'arrived':
      return 'The message arrives where nobody answers. Only silence will tell.';
    case 'waited':
      return one.expired > 0
        ? `${time(one.ms)} go by; ${one.expired === 1 ? 'one entry of the cache runs' : `${one.expired} entries of the cache run`} out.`
        : `${time(one.ms)} go by. What is kept has that much less time.`;
    case 'settled':
      return `${one.messages} ${one.messages === 1 ? 'message' : 'messages'} later: ${one.note ? note(one.note, host) : 'nothing more is under way.'}`;
    case 'flushed':
      return one.name === null
        ? `The resolver forgets everything (${one.entries} entries).`
        : `The resolver forgets ${short(one.name)} (${one.entries} entries).`;
    case 'edited':
      return `In the zone ${short(one.zone)} ${short(one.name)} has ${one.records === 0 ? `no ${one.type} record any more` : `new ${one.type} records`}; the serial is ${one.serial}. Nobody who asked before is told.`;
    case 'switched':
      return `${capital(host(one.server))} ${one.down ? 'does not hear any more' : 'hears again'}.`;
    case 'hardened':
      return 'From its next question on the resolver works in the new way.';
    case 'lost':
      return 'The message is lost on the way. Whoever waits for it will notice by the clock.';
    case 'forged':
      return `${one.count === 1 ? 'A forged answer' : `${one.count.toLocaleString('en')} forged answers`} in the name of ${host(one.server)} are on their way, to port ${one.port}, from id ${one.firstId} on.`;
    case 'attacked':
      return one.hit
        ? `After ${one.attempts.toLocaleString('en')} ${one.attempts === 1 ? 'attempt' : 'attempts'} one forgery fits (chance of each: ${percent(one.chance)}). The zone is in false hands.`
        : `${one.attempts.toLocaleString('en')} attempts, and none fits (chance of each: ${percent(one.chance)}).`;
    case 'concluded':
      return one.wrong.length === 0
        ? `Right: ${fieldList(one.right)}.`
        : `Not right: ${fieldList(one.wrong)}.${one.right.length > 0 ? ` Right: ${fieldList(one.right)}.` : ''}`;
    default:
      return assertNever(one);
  }
}

function event(one: DnsEvent, host: HostName, message: (packet: number) => string): string {
  switch (one.kind) {
    case 'sent':
      return `Sent: ${message(one.packet)}.`;
    case 'arrived':
      return `Arrived: ${message(one.packet)}.`;
    case 'noted':
      return note(one.note, host);
    case 'time-passed':
      return `The clock goes from ${one.from} ms to ${one.to} ms.`;
    case 'why':
      return why(one.why, host);
    default:
      return assertNever(one);
  }
}

function goal(one: DnsGoal): string {
  switch (one.kind) {
    case 'answered':
      return one.data === undefined
        ? `The computer’s last answer for ${one.name} ${one.type} says ${one.rcode}`
        : `The computer’s last answer for ${one.name} ${one.type} holds ${one.data}`;
    case 'from-cache':
      return `The last answer for ${one.name} ${one.type} came out of the resolver’s cache`;
    case 'cached':
      return `The resolver’s cache holds ${one.name} ${one.type}${one.data === undefined ? '' : ` ${one.data}`}`;
    case 'not-cached':
      return `The resolver’s cache holds nothing of ${one.name} ${one.type}`;
    case 'absence-cached':
      return `The resolver remembers that there is no ${one.name} ${one.type}`;
    case 'expired':
      return `The time of ${one.name} ${one.type} in the cache has run out by itself`;
    case 'record-seen':
      return `A message with ${one.name} ${one.type}${one.data === undefined ? '' : ` ${one.data}`} has been read`;
    case 'asked':
      return `${one.by === 'stub' ? 'The computer itself has asked' : one.by === 'resolver' ? 'The resolver has asked' : 'Somebody has asked'} ${one.server}${one.name === undefined ? '' : ` for ${one.name}`}`;
    case 'not-asked':
      return `Nobody has asked ${one.server}`;
    case 'followed':
      return `The last answer for ${one.name} ${one.type} leads over ${one.through.join(' → ')}`;
    case 'used-tcp':
      return `An answer for ${one.name} ${one.type} came over TCP`;
    case 'lame-found':
      return `The resolver has noticed that ${one.server} is no help`;
    case 'stale-seen':
      return `The computer got an answer for ${one.name} ${one.type} that the zone would not give any more`;
    case 'fresh-answer':
      return `The last answer for ${one.name} ${one.type} is what the zone says now`;
    case 'poisoned':
      return `The resolver believes something false of ${one.name} ${one.type}`;
    case 'withstood':
      return `The resolver has withstood ${one.attempts === 1 ? 'an attempt' : `${one.attempts.toLocaleString('en')} attempts`} to fool it`;
    case 'concluded':
      return `Written down rightly of ${one.name} ${one.type}: ${fieldList(one.fields)}`;
    case 'at-most-sent':
      return `The resolver has asked at most ${one.queries} ${one.queries === 1 ? 'question' : 'questions'}`;
    default:
      return assertNever(one);
  }
}

const deadEnds: Record<DnsDeadEnd, string> = {
  'was-asked': 'That server has been asked already. Begin again.',
  'sent-too-many': 'The resolver has sent more questions than that. Begin again.',
  'gone-from-cache': 'What the cache held is gone, and what it learns now is right. Begin again.',
};

/** What happens in the DNS lab, in sentences. */
export const dns = { note, why, event, goal, deadEnds, gists, causes, claimFields, percent };
