import { assertNever } from '@/lib/assert-never';
import type { DeadEnd } from '../lab';
import { entryAt, secondsLeft } from './cache';
import { absolute, lastAnswered } from './conclude';
import { dataText } from './data-text';
import { serverAddress } from './forge';
import type { DnsGoal } from './goal';
import type { Message, ResourceRecord } from './message';
import { type DomainName, isSameName } from './name';
import { type RecordType, rcodeName } from './record-type';
import { type Asked, type DnsState, hosts, type Packet } from './state';
import { messageIn } from './stub';
import { truthOf } from './truth';

/** Whether a goal holds in a state. */
export function isMet(goal: DnsGoal, state: DnsState): boolean {
  switch (goal.kind) {
    case 'answered': {
      const answer = answerTo(state, goal);
      return (
        answer !== null &&
        rcodeName(answer.rcode) === goal.rcode &&
        (goal.data === undefined || holds(answer.answers, goal))
      );
    }
    case 'from-cache': {
      const asked = lastAnswered(state, absolute(goal.name), goal.type);
      const isFromResolver = asked?.server === hosts.resolver && asked.resolverSent === 0;
      const rcode = asked && messageOf(asked)?.rcode;
      return isFromResolver && (rcode === 0 || rcode === 3);
    }
    case 'cached': {
      const entry = entryAt(state.cache, absolute(goal.name), goal.type, state.now);
      if (!entry || entry.negative) return false;
      return goal.data === undefined || entry.data.some((data) => dataText(data) === goal.data);
    }
    case 'not-cached':
      return entryAt(state.cache, absolute(goal.name), goal.type, state.now) === null;
    case 'absence-cached': {
      const name = absolute(goal.name);
      const entry = entryAt(state.cache, name, '*', state.now) ?? entryAt(state.cache, name, goal.type, state.now);
      return entry?.negative !== null && entry !== null;
    }
    case 'expired':
      return state.history.some(
        ({ note }) =>
          note.code === 'expired' &&
          isSameName(note.name, absolute(goal.name)) &&
          (note.type === goal.type || note.type === '*'),
      );
    case 'record-seen':
      return seen(state).some((message) =>
        holds([...message.answers, ...message.authorities, ...message.additionals], goal),
      );
    case 'asked':
      return queriesTo(state, goal.server).some(
        (packet) =>
          (goal.by === undefined || packet.from.address === hosts[goal.by]) &&
          (goal.name === undefined || asksFor(packet, absolute(goal.name))),
      );
    case 'not-asked':
      return queriesTo(state, goal.server).length === 0;
    case 'followed':
      return follows(answerTo(state, goal)?.answers ?? [], goal);
    case 'used-tcp':
      return state.packets.some(({ transport, fate, answers, bytes }) => {
        const message =
          transport === 'tcp' && fate === 'arrived' && answers !== undefined ? messageIn({ bytes }) : null;
        const [question] = message?.questions ?? [];
        return question?.type === goal.type && isSameName(question.name, absolute(goal.name));
      });
    case 'lame-found':
      return state.history.some(
        ({ note }) => note.code === 'useless' && note.server === serverAddress(state, goal.server),
      );
    case 'stale-seen':
      return state.asked.some((asked) => isAbout(asked, goal) && asked.server === hosts.resolver && differs(asked));
    case 'fresh-answer': {
      const asked = lastAnswered(state, absolute(goal.name), goal.type);
      const truth = truthOf(state.internet, absolute(goal.name), goal.type);
      return asked !== null && !asked.isFalse && messageOf(asked) !== null && !differs({ ...asked, truth });
    }
    case 'poisoned':
      return entryAt(state.cache, absolute(goal.name), goal.type, state.now)?.isFalse === true;
    case 'withstood': {
      const ignored = state.history.reduce((sum, { note }) => {
        const isForged = note.code === 'ignored' && state.packets[note.packet]?.forged !== undefined;
        return sum + (isForged ? 1 : 0);
      }, 0);
      const isClean = [...state.cache.values()].every(({ isFalse }) => !isFalse);
      return isClean && ignored + state.attempts - state.hits >= goal.attempts;
    }
    case 'concluded': {
      const claim = state.claims.findLast(
        ({ name, type }) => type === goal.type && isSameName(name, absolute(goal.name)),
      );
      const isRight = claim !== undefined && goal.fields.every((field) => claim.right.includes(field));
      return isRight && (goal.cause === undefined || claim.cause === goal.cause);
    }
    case 'at-most-sent':
      return sentByResolver(state) <= goal.queries;
    default:
      return assertNever(goal);
  }
}

type About = { name: string; type: RecordType };

function messageOf({ answer }: Asked): Message | null {
  return answer === null || answer === 'silence' ? null : answer;
}

function answerTo(state: DnsState, { name, type }: About): Message | null {
  const asked = lastAnswered(state, absolute(name), type);
  return asked && messageOf(asked);
}

function isAbout({ question }: Asked, { name, type }: About): boolean {
  return question.type === type && isSameName(question.name, absolute(name));
}

/** Whether an answer says something else than the authority did then. */
function differs(asked: Asked): boolean {
  const message = messageOf(asked);
  if (!message || !asked.truth || message.tc || (message.rcode !== 0 && message.rcode !== 3)) return false;
  const ofType = (records: readonly ResourceRecord[]) =>
    records
      .filter(({ data }) => data.type === asked.question.type)
      .map(({ data }) => dataText(data))
      .sort()
      .join('\n');
  return ofType(message.answers) !== ofType(asked.truth.records);
}

function holds(
  records: readonly ResourceRecord[],
  { name, type, data }: About & { data?: string | undefined },
): boolean {
  return records.some(
    (record) =>
      record.data.type === type &&
      (isSameName(record.name, absolute(name)) || data !== undefined) &&
      (data === undefined || dataText(record.data) === data),
  );
}

function follows(
  records: readonly ResourceRecord[],
  { name, type, through }: Extract<DnsGoal, { kind: 'followed' }>,
): boolean {
  let at = absolute(name);
  for (const wanted of through) {
    const alias = records.find((record) => record.data.type === 'CNAME' && isSameName(record.name, at))?.data;
    if (alias?.type !== 'CNAME' || !isSameName(alias.target, absolute(wanted))) return false;
    at = alias.target;
  }
  return records.some((record) => record.data.type === type && isSameName(record.name, at));
}

function seen(state: DnsState): Message[] {
  const here: readonly string[] = Object.values(hosts);
  return state.packets.flatMap((packet) => {
    const isRead = packet.fate === 'arrived' && packet.answers !== undefined && here.includes(packet.to.address);
    const message = isRead ? messageIn(packet) : null;
    return message ? [message] : [];
  });
}

function queriesTo(state: DnsState, written: string): Packet[] {
  const server = serverAddress(state, written);
  return state.packets.filter(
    ({ to, answers, forged }) => to.address === server && answers === undefined && forged === undefined,
  );
}

function asksFor(packet: Packet, name: DomainName): boolean {
  const [question] = messageIn(packet)?.questions ?? [];
  return question !== undefined && isSameName(question.name, name);
}

function sentByResolver({ packets }: DnsState): number {
  return packets.filter(({ from, answers }) => from.address === hosts.resolver && answers === undefined).length;
}

/** Why a goal is out of reach. */
export type DnsDeadEnd = 'was-asked' | 'sent-too-many' | 'gone-from-cache';

/** See `Lab.deadEnd`. What was sent stays sent. */
export function deadEnd(goals: readonly DnsGoal[], state: DnsState, allowed: readonly string[]): DeadEnd | null {
  for (const [goal, wanted] of goals.entries()) {
    const why = isMet(wanted, state) ? null : whyUnreachable(wanted, state, allowed);
    if (why) return { goal, why };
  }
  return null;
}

function whyUnreachable(goal: DnsGoal, state: DnsState, allowed: readonly string[]): DnsDeadEnd | null {
  if (goal.kind === 'not-asked') return 'was-asked';
  if (goal.kind === 'at-most-sent') return 'sent-too-many';
  if (goal.kind !== 'stale-seen' || allowed.includes('edit')) return null;
  // Nobody changes the zone any more: what the resolver forgets now it learns anew and rightly.
  const truth = truthOf(state.internet, absolute(goal.name), goal.type);
  const known = entryAt(state.cache, absolute(goal.name), goal.type, state.now);
  const isStale =
    known !== null &&
    secondsLeft(known, state.now) > 0 &&
    known.data.map(dataText).sort().join('\n') !==
      truth.records
        .map(({ data }) => dataText(data))
        .sort()
        .join('\n');
  const isAlias = truth.aliases.length > 0;
  return isStale || isAlias ? null : 'gone-from-cache';
}
