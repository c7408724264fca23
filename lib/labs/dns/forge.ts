import { nextBelow } from '../random';
import type { DnsAction } from './action';
import { entryAt } from './cache';
import { happen, nextDue } from './clock';
import { absolute } from './conclude';
import { encodeMessage } from './encode-message';
import { extraRecords, faultyLine } from './extra-records';
import { targetsOf } from './internet';
import { emptyMessage, type Message } from './message';
import { explain, type Moment, noDeed } from './moment';
import { type DomainName, isSameName, keyOf } from './name';
import { enter } from './network';
import { allIds, chanceOfOne, haystack } from './numbers';
import { classIn } from './record-type';
import { type DnsState, dnsPort, hosts } from './state';
import { stubAsks } from './stub';
import { setAt } from './zone';

/** The address that somebody means by a name or by itself; null: no server. */
export function serverAddress(state: DnsState, written: string): string | null {
  const { servers } = state.internet;
  if (written === hosts.resolver || servers.has(written)) return written;
  const name = absolute(written);
  return [...servers.values()].find(({ names }) => names.some((one) => isSameName(one, name)))?.address ?? null;
}

/** Somebody who does not see the resolver's queries sends answers all the same, in another's name. */
export function forge(moment: Moment, action: Extract<DnsAction, { kind: 'forge' }>) {
  const { state } = moment;
  const server = serverAddress(state, action.server);
  if (server === null || server === hosts.resolver) return noDeed(moment, 'no-such-server');
  const { answers, authorities, additionals } = action;
  if ([answers, authorities, additionals].some((lines) => faultyLine(lines) !== null))
    return noDeed(moment, 'bad-records');
  const count = Math.min(action.count, state.setup.forger.most);
  const message: Message = {
    ...emptyMessage,
    ...{ id: action.id, qr: true, aa: true },
    questions: [{ name: absolute(action.name), type: action.type, class: classIn }],
    answers: extraRecords(answers),
    authorities: extraRecords(authorities),
    additionals: extraRecords(additionals),
  };
  sendForged(moment, { server, port: action.port, count, message });
  return explain(moment, { code: 'forged', count, server, firstId: action.id, port: action.port });
}

type Forgery = { server: string; port: number; count: number; message: Message };

function sendForged(moment: Moment, { server, port, count, message }: Forgery): void {
  const { state } = moment;
  const sending = {
    from: { address: server, port: dnsPort },
    to: { address: hosts.resolver, port },
    transport: 'udp' as const,
    bytes: encodeMessage(message),
    forged: { count },
  };
  enter(moment, sending, state.now + state.setup.forger.delay);
}

/** Happenings in one attempt that went through, at most. */
const mostHappenings = 200;

/**
 * Attempt after attempt: a name under the zone that nobody can know yet is asked for, and so many forgeries with different ids race the
 * answer. Which id and port the resolver has drawn, and which the forger guessed, follows from the seed. Only the attempt that goes
 * through is played out as messages; of the others it is enough to know that none fitted.
 */
export function attack(moment: Moment, action: Extract<DnsAction, { kind: 'attack' }>) {
  const { state } = moment;
  const zone = absolute(action.zone);
  const server = victimServer(state, zone);
  if (server === null) return noDeed(moment, 'no-such-zone');
  if (state.jobs.length > 0 || state.wire.length > 0) return noDeed(moment, 'too-many');
  const guesses = Math.min(action.guesses, state.setup.forger.most);
  const chance = chanceOfOne(state.resolver, guesses);
  let hit = false;
  let attempts = 0;
  while (attempts < action.attempts && !hit) {
    attempts += 1;
    hit = draws(state, guesses);
  }
  moment.cost += Math.ceil(attempts / 500) + 2;
  state.attempts += attempts;
  if (hit) {
    state.hits += 1;
    playOut(moment, { zone, server, to: action.to, guesses });
  }
  const through = hit && entryAt(state.cache, zone, 'NS', state.now)?.isFalse === true;
  return explain(moment, { code: 'attacked', attempts, hit: through, chance, total: state.attempts });
}

/** One attempt: does one of the guesses fit the one pair of id and port that is in use? */
function draws(state: DnsState, guesses: number): boolean {
  const size = haystack(state.resolver);
  const secret = nextBelow(state.chance.forger, size);
  const first = nextBelow(secret.state, size);
  state.chance.forger = first.state;
  return (secret.value - first.value + size) % size < guesses;
}

function victimServer(state: DnsState, zone: DomainName): string | null {
  const known = state.internet.zones.get(keyOf(zone));
  const [name] = known ? targetsOf(setAt(known, zone, 'NS')) : [];
  return name === undefined ? null : serverAddress(state, name);
}

type Played = { zone: DomainName; server: string; to: string; guesses: number };

/** The attempt that goes through, message by message: as soon as the zone's server is asked, the forgeries are on their way. */
function playOut(moment: Moment, { zone, server, to, guesses }: Played): void {
  const { state } = moment;
  const under = zone === '.' ? '' : zone;
  const name = `x${state.attempts}.${under}`;
  const question = { name, type: 'A' as const, class: classIn };
  stubAsks(moment, { question, server: hosts.resolver, recursion: true, transport: 'udp' });
  let isForged = false;
  for (let count = 0; count < mostHappenings; count += 1) {
    const out = state.jobs.find((job) => job.out?.server === server)?.out;
    if (out && !isForged) {
      isForged = true;
      // The guesses that hold the right pair; the first of them is any that leaves it among them.
      const id = (out.id - (state.attempts % guesses) + allIds) % allIds;
      sendForged(moment, { server, port: out.port, count: guesses, message: poison(id, question, zone, to) });
    }
    const due = nextDue(state);
    if (!due) break;
    happen(moment, due);
  }
}

function poison(id: number, question: Message['questions'][number], zone: DomainName, to: string): Message {
  const host = `ns.${zone === '.' ? '' : zone}`;
  return {
    ...emptyMessage,
    ...{ id, qr: true, aa: true, questions: [question] },
    answers: [{ name: question.name, class: classIn, ttl: 60, data: { type: 'A', address: to } }],
    authorities: [{ name: zone, class: classIn, ttl: 86_400, data: { type: 'NS', target: host } }],
    additionals: [{ name: host, class: classIn, ttl: 86_400, data: { type: 'A', address: to } }],
  };
}
