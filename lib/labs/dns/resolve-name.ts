import { type Cache, emptyCache } from './cache';
import { happen, nextDue } from './clock';
import { absolute } from './conclude';
import type { DnsNote } from './event';
import { type Gist, gistOfBytes } from './gist';
import type { Internet } from './internet';
import type { Message, ResourceRecord } from './message';
import type { Moment } from './moment';
import { classIn, rcodeName, type ZoneType } from './record-type';
import { type DnsSetup, dnsSetupSchema } from './setup';
import { start } from './start';
import { type Asked, type DnsState, hosts, type Packet } from './state';
import { stubAsks } from './stub';

/** A name to find out, for whoever composes labs. */
export type Resolution = {
  /** With or without its last dot. */
  name: string;
  type?: ZoneType;
  /** Its delays and the resolver's habits; without it the lab's own. */
  setup?: DnsSetup;
  /** Whom there is to ask: `internetFor` makes it of a setup. */
  internet: Internet;
  /** What the resolver knows already. Times in it are virtual milliseconds on the same clock as `at`. */
  cache?: Cache;
  seed: number;
  /** When the computer asks, in virtual milliseconds; 0 without it. */
  at?: number;
};

/** One message as it went over the wire. */
export type ResolvedMessage = Pick<Packet, 'transport' | 'from' | 'to' | 'bytes' | 'sentAt' | 'fate'> & {
  /** When it arrived, or would have. */
  at: number;
  gist: Gist;
};

export type Resolved = {
  /** `NOERROR`, `NXDOMAIN`, `SERVFAIL`; `silence`: nobody answered. */
  rcode: string;
  /** Records of the type asked for, without the aliases that led there. */
  records: readonly ResourceRecord[];
  /** Addresses among them, in their order. */
  addresses: readonly string[];
  /** The answer as the computer read it. */
  answer: Message | null;
  /** Whether the resolver had everything already. */
  fromCache: boolean;
  /** In the order in which they were sent; over TCP without the handshake, which is one round trip before `sentAt` of the query arrives. */
  messages: readonly ResolvedMessage[];
  notes: readonly { at: number; note: DnsNote }[];
  /** What the resolver knows afterwards. */
  cache: Cache;
  startedAt: number;
  endedAt: number;
};

const mostHappenings = 500;

/** Lets a computer ask its resolver for a name, and everything happen that follows. Pure: the same arguments give the same bytes. */
export function resolveName(resolution: Resolution): Resolved {
  const { name, type = 'A', setup = dnsSetupSchema.parse({}), internet, cache = emptyCache, seed, at = 0 } = resolution;
  const state: DnsState = { ...start(setup, seed, internet, cache), now: at };
  const moment: Moment = { state, events: [], cost: 0 };
  const question = { name: absolute(name), type, class: classIn };
  stubAsks(moment, { question, server: hosts.resolver, recursion: true, transport: 'udp' });
  for (let count = 0; count < mostHappenings; count += 1) {
    const due = nextDue(state);
    if (!due) break;
    happen(moment, due);
  }
  const asked = state.asked.at(-1);
  const answer = messageOf(asked);
  const records = answer?.answers.filter(({ data }) => data.type === type) ?? [];
  return {
    rcode: answer ? rcodeName(answer.rcode) : 'silence',
    records,
    addresses: records.flatMap(({ data }) => (data.type === 'A' || data.type === 'AAAA' ? [data.address] : [])),
    answer,
    fromCache: answer !== null && asked?.resolverSent === 0,
    messages: state.packets.map(({ transport, from, to, bytes, sentAt, fate, at: arrivesAt }) => ({
      ...{ transport, from, to, bytes, sentAt, fate },
      at: arrivesAt,
      gist: gistOfBytes(bytes),
    })),
    notes: state.history,
    cache: state.cache,
    startedAt: at,
    endedAt: asked?.answeredAt ?? state.now,
  };
}

function messageOf(asked: Asked | undefined): Message | null {
  return asked?.answer && asked.answer !== 'silence' ? asked.answer : null;
}
