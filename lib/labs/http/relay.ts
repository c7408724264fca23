import { concatenated, noBytes } from '../bytes';
import { type Dialect, strict } from './dialect';
import type { Fault } from './fault';
import type { LogEntry } from './origin/log-entry';
import { respondTo } from './origin/respond';
import type { OriginStore } from './origin/store';
import { type ParsedRequest, parseRequest, persists } from './parse-message';
import { parseTarget } from './target';

/** Whose bytes they are. */
export type Sender = 'learner' | 'victim';

/** A front end (proxy, load balancer) that hands the requests of all its clients to one server over one connection. */
export type RelaySetup = {
  readonly front: Dialect;
  readonly back: Dialect;
  /** Beginnings of paths that the front end lets nobody ask for. */
  readonly forbids: readonly string[];
};

/** What is under way between the two. */
export type RelayState = {
  /** From each client, not yet a whole request in the front end's eyes. */
  readonly held: Readonly<Record<Sender, Uint8Array>>;
  /** What the back end has of a request that is not whole in its eyes. */
  readonly pending: Uint8Array;
  /** Who sent which part of `pending`. */
  readonly pendingFrom: readonly Share[];
  /** Who waits for an answer, in the order in which the front end forwarded. */
  readonly waiting: readonly Sender[];
  readonly isClosed: boolean;
};
export type Share = { readonly sender: Sender; readonly octets: number };

export const quietRelay: RelayState = {
  held: { learner: noBytes, victim: noBytes },
  pending: noBytes,
  pendingFrom: [],
  waiting: [],
  isClosed: false,
};

/** A request as one of the two read it. */
export type Relayed = { readonly method: string; readonly target: string; readonly octets: number };

/** A request that the back end answered: whose bytes it was made of, and who got the answer. */
export type BackAnswer = {
  readonly request: Relayed;
  readonly bytes: Uint8Array;
  readonly shares: readonly Share[];
  readonly entry: LogEntry | null;
  readonly response: Uint8Array;
  /** null: nobody waits, the answer is still there for whoever comes next. */
  readonly to: Sender | null;
};

export type RelayResult = {
  readonly relay: RelayState;
  readonly store: OriginStore;
  /** What the front end forwarded, as it read it. */
  readonly front: readonly Relayed[];
  readonly back: readonly BackAnswer[];
  /** What the front end itself would not forward. */
  readonly refused: { readonly status: 400 | 403; readonly fault: Fault | null } | null;
};

const mostHeld = 65_536;

/** Bytes of a client arrive at the front end; what follows from it at both. Nothing is scripted: each end reads by its dialect. */
export function relayBytes(
  setup: RelaySetup,
  relay: RelayState,
  sender: Sender,
  bytes: Uint8Array,
  store: OriginStore,
  now: number,
): RelayResult {
  const stream = concatenated(relay.held[sender], bytes).subarray(0, mostHeld);
  const front: Relayed[] = [];
  let forwarded: Uint8Array = noBytes;
  let refused: RelayResult['refused'] = null;
  let at = 0;
  while (at < stream.length) {
    const parsed = parseRequest(stream, { from: at, dialect: setup.front });
    if (parsed.kind === 'incomplete') break;
    refused = parsed.kind === 'refused' ? { status: 400, fault: parsed.refusal } : forbidden(setup, parsed);
    if (refused) {
      at = stream.length;
      break;
    }
    front.push(relayedOf(parsed, at));
    forwarded = concatenated(forwarded, stream.subarray(at, parsed.end));
    at = parsed.end;
  }
  const held = { ...relay.held, [sender]: stream.slice(at) };
  const waiting = [...relay.waiting, ...front.map(() => sender)];
  const pendingFrom =
    forwarded.length > 0 ? [...relay.pendingFrom, { sender, octets: forwarded.length }] : relay.pendingFrom;
  const arrived = { ...relay, held, waiting, pending: concatenated(relay.pending, forwarded), pendingFrom };
  return { ...readAtBack(setup.back, arrived, store, now), front, refused };
}

function forbidden({ forbids }: RelaySetup, { message }: ParsedRequest): RelayResult['refused'] {
  const target = parseTarget(message?.target ?? '');
  const path = target?.form === 'origin' || target?.form === 'absolute' ? target.path : '';
  return forbids.some((beginning) => path.startsWith(beginning)) ? { status: 403, fault: null } : null;
}

function relayedOf({ message, end }: ParsedRequest, from: number): Relayed {
  return { method: message?.method ?? '', target: message?.target ?? '', octets: end - from };
}

/** The back end reads on as long as there are whole requests; who has waited longest gets the next answer. */
function readAtBack(
  dialect: Dialect,
  arrived: RelayState,
  store: OriginStore,
  now: number,
): Pick<RelayResult, 'relay' | 'store' | 'back'> {
  const back: BackAnswer[] = [];
  let { pending, pendingFrom, waiting } = arrived;
  let isClosed = false;
  while (pending.length > 0 && !isClosed) {
    const parsed = parseRequest(pending, { dialect });
    const answered = respondTo(parsed, store, now, { base: '' });
    if (answered.kind === 'waiting') break;
    const end = parsed.kind === 'refused' ? pending.length : parsed.end;
    const [to = null, ...others] = waiting;
    const taken = takeShares(pendingFrom, end);
    const bytes = pending.slice(0, end);
    const { entry, response } = answered;
    back.push({ request: relayedOf({ ...parsed, end }, 0), bytes, shares: taken.first, entry, response, to });
    store = answered.store;
    waiting = others;
    pending = pending.slice(end);
    pendingFrom = taken.rest;
    isClosed = parsed.kind === 'refused' || (parsed.message !== null && !persists(parsed.message));
  }
  // A connection that was closed is opened anew, and nothing of the old one is left.
  const relay = isClosed
    ? { ...arrived, pending: noBytes, pendingFrom: [], waiting: [] }
    : { ...arrived, pending, pendingFrom, waiting };
  return { relay: { ...relay, isClosed }, store, back };
}

function takeShares(shares: readonly Share[], octets: number): { first: Share[]; rest: Share[] } {
  const first: Share[] = [];
  const rest: Share[] = [];
  let left = octets;
  for (const share of shares) {
    const taken = Math.min(left, share.octets);
    if (taken > 0) first.push({ ...share, octets: taken });
    if (share.octets > taken) rest.push({ ...share, octets: share.octets - taken });
    left -= taken;
  }
  return { first, rest };
}

/** Pairs of readers that are known to have existed, by the name of what they disagree about. */
export const relayPairs = {
  alike: { front: strict, back: strict },
  'cl-te': {
    front: { ...strict, lengthAndCoding: 'length' },
    back: { ...strict, lengthAndCoding: 'coding' },
  },
  'te-cl': {
    front: { ...strict, lengthAndCoding: 'coding' },
    back: { ...strict, lengthAndCoding: 'length' },
  },
  'te-te': {
    front: { ...strict, lengthAndCoding: 'coding', oddCoding: 'guess' },
    back: { ...strict, lengthAndCoding: 'coding', oddCoding: 'ignore' },
  },
  'space-colon': {
    front: { ...strict, spaceBeforeColon: 'ignore' },
    back: { ...strict, spaceBeforeColon: 'accept', lengthAndCoding: 'coding' },
  },
  'two-lengths': {
    front: { ...strict, repeatedLength: 'first' },
    back: { ...strict, repeatedLength: 'last' },
  },
} as const satisfies Readonly<Record<string, { front: Dialect; back: Dialect }>>;
export type RelayPair = keyof typeof relayPairs;
export const relayPairNames = [
  'alike',
  'cl-te',
  'te-cl',
  'te-te',
  'space-colon',
  'two-lengths',
] as const satisfies readonly RelayPair[];
