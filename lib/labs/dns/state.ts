import type { RandomState } from '../random';
import type { Cache, CacheEntry } from './cache';
import type { Claim } from './conclude';
import type { DnsNote } from './event';
import type { Internet } from './internet';
import type { Message, Question, ResourceRecord } from './message';
import type { DomainName } from './name';
import type { DnsSetup, ResolverSetup } from './setup';

export type Socket = { readonly address: string; readonly port: number };

/** The learner's computer, and the resolver it asks. */
export const hosts = { stub: '192.0.2.10', resolver: '192.0.2.53' } as const;
export const dnsPort = 53;

/** A message under way or arrived. Its id is its place in the list of all. */
export type Packet = {
  readonly id: number;
  readonly transport: 'udp' | 'tcp';
  readonly from: Socket;
  readonly to: Socket;
  /** The DNS message; over TCP two bytes with its length go before it. */
  readonly bytes: Uint8Array;
  /** Virtual milliseconds. */
  readonly sentAt: number;
  readonly at: number;
  /** `ignored`: it arrived, and nobody there wanted it. */
  readonly fate: 'in-flight' | 'arrived' | 'lost' | 'ignored';
  /** The packet this one answers. */
  readonly answers?: number;
  /** Somebody else wrote the sender's address on it. `count` copies came, with ids one after the other. */
  readonly forged?: { readonly count: number };
};

/** A query of the resolver that is not answered yet. */
export type Outstanding = {
  readonly packet: number;
  readonly id: number;
  readonly port: number;
  readonly server: string;
  readonly transport: 'udp' | 'tcp';
  readonly question: Question;
  readonly deadline: number;
};

/** A name that the resolver is finding out (RFC 1034 §5.3.3). */
export type Job = {
  readonly id: number;
  /** The job that cannot go on before this one is done. */
  readonly parent: number | null;
  /** The packet that asked for it. */
  readonly query: number | null;
  readonly question: Question;
  /** What is looked for now: the question's name, or where its aliases have led. */
  name: DomainName;
  /** Aliases so far. */
  chain: CacheEntry[];
  /** The zone whose servers are asked; null: find the closest that is known. */
  zone: DomainName | null;
  /** Addresses that were no use for this zone, and names whose address was looked for in vain. */
  tried: string[];
  slow: string[];
  sought: string[];
  out: Outstanding | null;
  waitsFor: number | null;
  /** Queries sent for it. */
  sent: number;
  readonly depth: number;
};

/** What the computer asked, and what came of it. */
export type Asked = {
  readonly id: number;
  readonly port: number;
  readonly question: Question;
  readonly recursion: boolean;
  /** Whom it asked. */
  readonly server: string;
  readonly transport: 'udp' | 'tcp';
  readonly packet: number;
  readonly askedAt: number;
  readonly deadline: number;
  readonly tries: number;
  /** Null while it waits; `silence` when nobody answered. */
  readonly answer: Message | 'silence' | null;
  readonly answeredAt: number | null;
  /** How many queries the resolver sent for it; 0: it had everything. */
  readonly resolverSent: number;
  /** What the authority would have said at the moment of the answer. */
  readonly truth: Truth | null;
  /** Whether a record that somebody forged is in the answer. */
  readonly isFalse: boolean;
};

/** What the authorities say of a question: all aliases followed, nobody's cache in between. */
export type Truth = {
  readonly rcode: 'NOERROR' | 'NXDOMAIN' | 'SERVFAIL';
  /** The last name of the chain of aliases. */
  readonly canonical: DomainName;
  /** The zone that name is in. */
  readonly zone: DomainName;
  readonly aliases: readonly DomainName[];
  readonly records: readonly ResourceRecord[];
  /** Why there is no answer, where there is none. */
  readonly trouble: 'loop' | null;
};

/** What happened, for goals. */
export type Happened = { readonly at: number; readonly note: DnsNote };

/** The whole lab. A step changes a copy of it, never itself. */
export type DnsState = {
  setup: DnsSetup;
  seed: number;
  /** Virtual milliseconds since the start. */
  now: number;
  internet: Internet;
  /** What the learner may change of the setup. */
  resolver: ResolverSetup;
  down: readonly string[];
  cache: Cache;
  jobs: Job[];
  packets: Packet[];
  /** Ids of those under way, in the order in which they will arrive. */
  wire: number[];
  asked: Asked[];
  history: Happened[];
  nextJob: number;
  /** The id that a resolver which counts gives next. */
  nextId: number;
  chance: { stub: RandomState; ids: RandomState; ports: RandomState; forger: RandomState };
  claims: readonly Claim[];
  /** Attempts of blind attacks so far, and how many went through. */
  attempts: number;
  hits: number;
};
