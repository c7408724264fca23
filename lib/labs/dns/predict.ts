import * as z from 'zod/mini';
import { type PredictedField, type Prediction, wrongOnly } from '../prediction';
import type { DnsAction } from './action';
import { aliveEntries, secondsLeft } from './cache';
import { dataText } from './data-text';
import { type Gist, gistOfBytes, gists } from './gist';
import { rcodeName, rcodes } from './record-type';
import { type DnsState, hosts, type Packet } from './state';
import { step } from './step';
import { messageIn } from './stub';

/** What can be asked of a DNS run. `next-message`: the next one that anybody sends. `next-answer`: the next one that the computer reads. */
export const dnsAsks = ['next-message', 'next-answer'] as const;
export type DnsAsk = (typeof dnsAsks)[number];

const shownSchema = z.strictObject({
  /** Counted from 1. */
  number: z.number(),
  from: z.string(),
  to: z.string(),
  /** `shop.example. A` */
  question: z.string(),
  gist: z.enum(gists),
  transport: z.enum(['udp', 'tcp']),
  fate: z.enum(['in-flight', 'arrived', 'lost', 'ignored']),
});
const keptSchema = z.strictObject({ name: z.string(), type: z.string(), data: z.string(), left: z.number() });

/** What has happened so far: the last messages, and what the resolver knows. */
export const dnsPredictedFromSchema = z.strictObject({
  lab: z.literal('dns'),
  /** Virtual seconds since the start. */
  now: z.number(),
  messages: z.array(shownSchema),
  cache: z.array(keptSchema),
});
export type DnsPredictedFrom = z.output<typeof dnsPredictedFromSchema>;

const mostShown = 12;
const mostSteps = 200;

/** What the engine does next from `state`: the run's own further actions, then what happens by itself. null when nothing more comes. */
export function predictDns(state: DnsState, further: readonly DnsAction[], ask: DnsAsk): Prediction | null {
  const from = predictedFrom(state);
  if (ask === 'next-message') {
    const packet = firstOf(state, further, (after) => after.packets[state.packets.length]);
    return packet ? { from, fields: messageFields(state, packet) } : null;
  }
  const answered = (one: DnsState) => one.asked.filter(({ answer }) => answer !== null && answer !== 'silence').length;
  const before = answered(state);
  const after = firstOf(state, further, (one) => (answered(one) > before ? one : undefined));
  const answer = after?.asked.findLast((one) => one.answer !== null && one.answer !== 'silence');
  if (!after || !answer || answer.answer === null || answer.answer === 'silence') return null;
  return { from, fields: answerFields(state, answer) };
}

function firstOf<T>(
  state: DnsState,
  further: readonly DnsAction[],
  look: (after: DnsState) => T | undefined,
): T | undefined {
  let now = state;
  for (let at = 0; at < further.length + mostSteps; at += 1) {
    now = step(now, further[at] ?? { kind: 'next' }).state;
    const found = look(now);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A host by its name where it has one. */
function hostName(state: DnsState, address: string): string {
  if (address === hosts.stub) return 'stub';
  if (address === hosts.resolver) return 'resolver';
  return state.internet.servers.get(address)?.names[0] ?? address;
}

function predictedFrom(state: DnsState): DnsPredictedFrom {
  return {
    lab: 'dns',
    now: Math.floor(state.now / 1_000),
    messages: state.packets.slice(-mostShown).map((packet) => {
      const [question] = messageIn(packet)?.questions ?? [];
      return {
        number: packet.id + 1,
        from: hostName(state, packet.from.address),
        to: hostName(state, packet.to.address),
        question: question ? `${question.name} ${question.type}` : '',
        gist: gistOfBytes(packet.bytes),
        transport: packet.transport,
        fate: packet.fate,
      };
    }),
    cache: aliveEntries(state.cache, state.now).map((entry) => ({
      name: entry.name,
      type: entry.type,
      data: entry.negative?.rcode ?? entry.data.map(dataText).join(', '),
      left: secondsLeft(entry, state.now),
    })),
  };
}

function messageFields(state: DnsState, packet: Packet): PredictedField[] {
  const to = hostName(state, packet.to.address);
  const known = ['stub', 'resolver', ...[...state.internet.servers.values()].map(({ names: [first = ''] }) => first)];
  const gist = gistOfBytes(packet.bytes);
  const last = state.packets.at(-1);
  const others: Record<string, Gist> = {
    'refers-further': 'referral',
    'knows-already': 'answer',
    'asks-again': 'query',
  };
  return [
    {
      name: 'to',
      form: { kind: 'one', of: [...new Set(known)] },
      value: to,
      wrong: wrongOnly(to, {
        'straight-to-the-root': hostName(state, state.internet.rootHints[0]?.address ?? ''),
        'back-to-the-stub': 'stub',
        'the-same-again': last && hostName(state, last.to.address),
      }),
    },
    { name: 'gist', form: { kind: 'one', of: gists }, value: gist, wrong: wrongOnly(gist, others) },
    {
      name: 'transport',
      form: { kind: 'one', of: ['udp', 'tcp'] },
      value: packet.transport,
      wrong: { 'the-other-transport': packet.transport === 'udp' ? 'tcp' : 'udp' },
    },
  ];
}

function answerFields(
  before: DnsState,
  { answer, question, resolverSent }: DnsState['asked'][number],
): PredictedField[] {
  if (answer === null || answer === 'silence') return [];
  const record = answer.answers.find(({ data }) => data.type === question.type);
  const known = before.cache.get(`${(record?.name ?? question.name).toLowerCase()} ${question.type}`);
  const rcode = rcodeName(answer.rcode);
  const sent = String(resolverSent);
  const fields: PredictedField[] = [
    {
      name: 'rcode',
      form: { kind: 'one', of: rcodes },
      value: rcode,
      wrong: wrongOnly(rcode, { 'always-found': 'NOERROR', 'not-there': 'NXDOMAIN', 'gave-up': 'SERVFAIL' }),
    },
    {
      name: 'sent',
      form: { kind: 'whole' },
      value: sent,
      wrong: wrongOnly(sent, { 'asks-nobody': '0', 'always-from-the-root': '3' }),
    },
  ];
  if (!record) return fields;
  const ttl = String(record.ttl);
  const kept = known ? String(known.ttl) : undefined;
  const left = known ? String(secondsLeft(known, before.now)) : undefined;
  const passed = known ? String(Math.round((before.now - known.since) / 1_000)) : undefined;
  return [
    ...fields,
    {
      name: 'ttl',
      form: { kind: 'whole' },
      value: ttl,
      wrong: wrongOnly(ttl, { 'ttl-as-learned': kept, 'time-passed': passed, 'ttl-before-the-wait': left }),
    },
  ];
}
