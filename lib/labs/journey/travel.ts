import { nextDue } from '../tcp/due';
import { Agenda } from './agenda';
import type { JourneyRequest } from './journey-request';
import type { NameExchange } from './names';
import type { JourneySetup } from './setup';
import type { Failure, PageStop, PageWork } from './visit';
import type { Connection, World } from './world';

/** What a request wants to hear. */
export type Listener = {
  /** Content has come: so many bytes of it in all. Only of answers that are no redirection. */
  progress(received: number): void;
  /** It has come whole, or there is none; a redirection has been followed. */
  done(): void;
};

/** A journey on its way: the world it goes through, what is planned, and what has happened so far. */
export type Travel = {
  readonly setup: JourneySetup;
  readonly seed: number;
  readonly world: World;
  readonly agenda: Agenda;
  readonly requests: JourneyRequest[];
  readonly listeners: Map<number, Listener>;
  readonly names: NameExchange[];
  readonly bodies: Map<number, Uint8Array>;
  readonly work: PageWork[];
  readonly stops: PageStop[];
  readonly used: Set<number>;
  /** Requests that wait for a connection, by origin. */
  readonly waiting: Map<string, number[]>;
  /** Engine steps so far. */
  cost: number;
};

export function newTravel(setup: JourneySetup, seed: number, world: World): Travel {
  return {
    setup,
    seed,
    world,
    agenda: new Agenda(),
    requests: [],
    listeners: new Map(),
    names: [],
    bodies: new Map(),
    work: [],
    stops: [],
    used: new Set(),
    waiting: new Map(),
    cost: 0,
  };
}

export function requestOf(travel: Travel, id: number | null): JourneyRequest | null {
  return travel.requests.find((one) => one.id === id) ?? null;
}

export function connectionOf(travel: Travel, id: number | null): Connection | null {
  return travel.world.connections.find((one) => one.id === id) ?? null;
}

/** The connection in which something falls due first, and when. */
function firstDue(travel: Travel): { connection: Connection; at: number } | null {
  let first: { connection: Connection; at: number } | null = null;
  for (const connection of travel.world.connections) {
    const due = connection.phase === 'closed' && connection.tcp.wire.length === 0 ? null : nextDue(connection.tcp);
    if (due && (first === null || due.at < first.at)) first = { connection, at: due.at };
  }
  return first;
}

/** More happenings than any journey has: a guard, not a rule. */
const mostTurns = 60_000;

/** Lets things happen, one after another, until a time, or until nothing is planned and no request is under way. */
export function runUntil(travel: Travel, until: number | 'done', goOn: (connection: Connection) => void): void {
  const { world, agenda } = travel;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const due = firstDue(travel);
    const planned = agenda.next;
    if (until === 'done' && planned === null && travel.requests.every(({ endedAt }) => endedAt !== null)) return;
    const at = Math.min(due?.at ?? Number.POSITIVE_INFINITY, planned ?? Number.POSITIVE_INFINITY);
    if (at === Number.POSITIVE_INFINITY || (until !== 'done' && at > until)) break;
    world.now = Math.max(world.now, at);
    travel.cost += 1;
    if (planned !== null && planned <= at) agenda.take()?.deed();
    else if (due) goOn(due.connection);
  }
  if (until !== 'done') world.now = Math.max(world.now, until);
}

export function failureOf(connection: Connection): Failure {
  const { failure } = connection;
  if (!failure) return { kind: 'reset' };
  if (failure.kind !== 'tls') return { kind: failure.kind };
  const { alert, why } = failure;
  return { kind: why.startsWith('certificate.') ? 'certificate' : 'tls', why: why.replace('certificate.', ''), alert };
}
