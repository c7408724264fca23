import { assertNever } from '@/lib/assert-never';
import type { Cause, FailureCause, SlowCause } from './cause';
import { type ChainLink, chainOf } from './chain';
import type { JourneyRequest, PhaseKind } from './journey-request';
import { stalls } from './stalls';
import type { Failure, PageStop, Visit } from './visit';
import type { Connection } from './world';

/** Round trips along the chain, by what they are for. `transfer`: those in which the window of TCP has to grow. */
export type RoundTrips = {
  readonly names: number;
  readonly tcp: number;
  readonly tls: number;
  readonly http: number;
  readonly transfer: number;
};

/** What is known of where the time of a journey went. Milliseconds. */
export type Diagnosis = {
  readonly cause: Cause;
  /** From Enter to the end. */
  readonly total: number;
  readonly chain: readonly ChainLink[];
  /** Every millisecond of the chain, by what it was spent with. Their sum is the total. */
  readonly spent: Readonly<Record<PhaseKind | 'page', number>>;
  readonly roundTrips: RoundTrips;
  /** By cause: how much sooner it would be over without it. */
  readonly saved: Readonly<Record<SlowCause, number>>;
  /** Where the page stood still longest. */
  readonly longestStop: PageStop | null;
};

/** A server around the corner: what is more than this round trip is distance. Milliseconds. */
const nearRoundTrip = 20;

export function diagnose(visit: Visit, connections: readonly Connection[]): Diagnosis {
  const chain = chainOf(visit);
  const total = visit.endedAt - visit.startedAt;
  const spent = spentOf(chain, total);
  const roundTrips = countRoundTrips(chain, visit, connections);
  const saved = savingsOf(chain, visit, connections, roundTrips);
  const longestStop = visit.stops.reduce<PageStop | null>(
    (best, one) => (best && best.to - best.from >= one.to - one.from ? best : one),
    null,
  );
  const cause = visit.failure ? causeOf(visit.failure) : largest(saved);
  return { cause, total, chain, spent, roundTrips, saved, longestStop };
}

export function causeOf(failure: Failure): FailureCause {
  switch (failure.kind) {
    case 'bad-address':
    case 'scheme-not-fetched':
      return 'bad-address';
    case 'name-not-found':
      return 'name-missing';
    case 'name-server-failed':
      return 'name-servers';
    case 'refused':
    case 'reset':
      return 'refused';
    case 'gave-up':
      return 'silent';
    case 'certificate':
      return 'certificate';
    case 'tls':
      return 'tls';
    case 'too-many-redirects':
      return 'redirect-loop';
    default:
      return assertNever(failure);
  }
}

function largest(saved: Diagnosis['saved']): SlowCause {
  let best: SlowCause = 'distance';
  for (const [cause, ms] of Object.entries(saved)) {
    const known = slowCauseNamed(cause);
    if (known && ms > saved[best]) best = known;
  }
  return best;
}

const names: Readonly<Record<SlowCause, SlowCause>> = {
  names: 'names',
  distance: 'distance',
  loss: 'loss',
  server: 'server',
  bandwidth: 'bandwidth',
  redirects: 'redirects',
  handshakes: 'handshakes',
  script: 'script',
};
const slowCauseNamed = (name: string) => Object.values(names).find((one) => one === name) ?? null;

function spentOf(chain: readonly ChainLink[], total: number): Diagnosis['spent'] {
  const spent = { hsts: 0, cache: 0, queue: 0, dns: 0, tcp: 0, tls: 0, send: 0, wait: 0, receive: 0, page: 0 };
  for (const { phases } of chain) for (const { kind, from, to } of phases) spent[kind] += to - from;
  const known = Object.values(spent).reduce((sum, ms) => sum + ms, 0);
  // What no request was under way for: parsing, running, painting.
  return { ...spent, page: Math.max(0, total - known) };
}

const connectionFor = (connections: readonly Connection[], request: JourneyRequest) =>
  connections.find(({ id }) => id === request.connection);

const roundTripOf = ({ tcp }: Connection) => 2 * tcp.setup.network.delay;

export function countRoundTrips(
  chain: readonly ChainLink[],
  visit: Visit,
  connections: readonly Connection[],
): RoundTrips {
  const trips = { names: 0, tcp: 0, tls: 0, http: 0, transfer: 0 };
  for (const { request, phases } of chain) {
    const connection = connectionFor(connections, request);
    const has = (kind: PhaseKind) => phases.some((phase) => phase.kind === kind && phase.to > phase.from);
    if (has('dns'))
      trips.names += visit.names.filter(({ host, from }) => host === request.host && from !== 'cache').length;
    if (has('tcp')) trips.tcp += 1;
    if (has('tls')) trips.tls += connection?.tls?.client.version === '1.2' && !connection.resumed ? 2 : 1;
    if (has('wait')) trips.http += 1;
    const receive = phases.find(({ kind }) => kind === 'receive');
    if (connection && receive) trips.transfer += Math.floor((receive.to - receive.from) / roundTripOf(connection));
  }
  return trips;
}

function savingsOf(
  chain: readonly ChainLink[],
  visit: Visit,
  connections: readonly Connection[],
  trips: RoundTrips,
): Diagnosis['saved'] {
  const saved = { names: 0, distance: 0, loss: 0, server: 0, bandwidth: 0, redirects: 0, handshakes: 0, script: 0 };
  let roundTrip = 0;
  for (const { request, phases } of chain) {
    const connection = connectionFor(connections, request);
    const lost = phases.reduce((sum, phase) => sum + (connection ? stalls(connection, phase) : 0), 0);
    saved.loss += lost;
    if (request.redirect !== null && request.cause?.by !== 'page') {
      saved.redirects += phases.reduce((sum, { from, to }) => sum + to - from, 0) - lost;
    }
    for (const { kind, from, to } of phases) {
      const ms = to - from;
      if (kind === 'dns') saved.names += ms;
      if (!connection) continue;
      if ((kind === 'tcp' || kind === 'tls') && couldHaveBeenKept(connection, visit, connections))
        saved.handshakes += ms;
      roundTrip = Math.max(roundTrip, roundTripOf(connection));
      if (kind === 'wait') {
        const thought = Math.min(ms, thinkingOf(connection, request));
        saved.server += thought;
        // Behind other answers on a narrow line.
        saved.bandwidth += Math.max(0, ms - roundTripOf(connection) - thought - stalls(connection, { from, to }));
      }
      if (kind === 'receive') {
        const growing = Math.floor(ms / roundTripOf(connection)) * roundTripOf(connection);
        saved.bandwidth += Math.max(0, ms - growing - stalls(connection, { from, to }));
      }
    }
  }
  const count = trips.tcp + trips.tls + trips.http + trips.transfer;
  saved.distance = count * Math.max(0, roundTrip - nearRoundTrip);
  saved.script = visit.work.reduce((sum, { kind, from, to }) => sum + (kind === 'script' ? to - from : 0), 0);
  return saved;
}

/** How long the server had a request before it answered. */
function thinkingOf({ messages, tcp }: Connection, { id }: JourneyRequest): number {
  const asked = messages.find(({ from, request }) => from === 'client' && request === id);
  const answered = messages.find(({ from, request }) => from === 'server' && request === id);
  return asked && answered ? Math.max(0, answered.at - asked.at - tcp.setup.network.delay) : 0;
}

/** There was another one to the same host in this journey, closed after one answer. */
function couldHaveBeenKept(connection: Connection, visit: Visit, connections: readonly Connection[]): boolean {
  return connections.some(
    ({ id, host, secure, phase, carried, failure, startedAt }) =>
      id < connection.id &&
      host === connection.host &&
      secure === connection.secure &&
      phase === 'closed' &&
      carried === 1 &&
      failure === null &&
      startedAt >= visit.startedAt,
  );
}
