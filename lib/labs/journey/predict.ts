import * as z from 'zod/mini';
import { type PredictedField, type Prediction, wrongOnly } from '../prediction';
import type { JourneyAction } from './action';
import { type FailureCause, failureCauses } from './cause';
import { causeOf, countRoundTrips, diagnose, type RoundTrips } from './diagnose';
import { openedIn } from './goals';
import type { JourneyState } from './state';
import { step } from './step';
import type { Visit } from './visit';

/** What can be asked of a run of journeys. `next-journey`: what will come of the next address, and what it will take. */
export const journeyAsks = ['next-journey'] as const;
export type JourneyAsk = (typeof journeyAsks)[number];

const withoutPage = (cause: FailureCause) => `no-page-${cause}` as const;
const outcomes = ['page-comes', ...failureCauses.map(withoutPage)] as const;
const nameSources = ['name-from-resolver', 'name-from-cache', 'name-not-needed'] as const;
/** Where most of the time can go. */
const costs = ['dns', 'tcp', 'tls', 'queue', 'wait', 'receive', 'page-work', 'cache', 'hsts', 'send'] as const;

const shownJourneySchema = z.strictObject({
  /** Counted from 1. */
  number: z.number(),
  typed: z.string(),
  outcome: z.enum(outcomes),
  /** From Enter to its end, in milliseconds. */
  took: z.number(),
  requests: z.number(),
});

/** The network, what the journeys so far came to, what the browser remembers, and where it goes next. */
export const journeyPredictedFromSchema = z.strictObject({
  lab: z.literal('journey'),
  /** Virtual seconds since the start. */
  now: z.number(),
  /** One way, in milliseconds: to the servers and to the resolver. */
  distance: z.number(),
  resolverDistance: z.number(),
  /** Kilobits a second. */
  bandwidth: z.number(),
  /** A share. */
  loss: z.number(),
  journeys: z.array(shownJourneySchema),
  /** In the browser's own cache, with the seconds they have left. */
  names: z.array(z.strictObject({ host: z.string(), left: z.number() })),
  stored: z.array(z.string()),
  /** Hosts that are only asked over https. */
  hsts: z.array(z.string()),
  /** Hosts of which there is a ticket for TLS. */
  tickets: z.array(z.string()),
  /** Hosts to which a connection is open, one for each. */
  open: z.array(z.string()),
  next: z.string(),
});
export type JourneyPredictedFrom = z.output<typeof journeyPredictedFromSchema>;

/** What becomes of the next address that is typed; null when none is. */
export function predictJourney(
  state: JourneyState,
  further: readonly JourneyAction[],
  _ask: JourneyAsk,
): Prediction | null {
  let before = state;
  for (const action of further) {
    const after = step(before, action).state;
    const visit = after.visits[before.visits.length];
    if (action.kind === 'visit' && visit)
      return { from: predictedFrom(before, action.url), fields: fieldsOf(before, after, visit) };
    before = after;
  }
  return null;
}

const outcomeOf = ({ failure }: Visit) => (failure ? withoutPage(causeOf(failure)) : 'page-comes');

function predictedFrom({ setup, world, visits }: JourneyState, next: string): JourneyPredictedFrom {
  const { distance, resolverDistance, bandwidth, loss } = setup.network;
  const isLeft = ({ until }: { until: number }) => until > world.now;
  return {
    lab: 'journey',
    now: Math.floor(world.now / 1_000),
    ...{ distance, resolverDistance, bandwidth, loss },
    journeys: visits.map((visit) => ({
      number: visit.number,
      typed: visit.typed,
      outcome: outcomeOf(visit),
      took: Math.round(visit.endedAt - visit.startedAt),
      requests: askedIn(visit),
    })),
    names: [...world.names.browser]
      .filter(([, known]) => isLeft(known))
      .map(([host, { until }]) => ({ host, left: Math.ceil((until - world.now) / 1_000) })),
    stored: world.client.cache.map(({ url }) => url),
    hsts: [...world.hsts].filter(([, entry]) => isLeft(entry)).map(([host]) => host),
    tickets: [...world.sessions.keys()],
    open: world.connections.filter(({ phase }) => phase === 'idle').map(({ host }) => host),
    next,
  };
}

/** How many requests went out. */
const askedIn = ({ requests }: Visit) => requests.filter(({ connection }) => connection !== null).length;

function fieldsOf(before: JourneyState, after: JourneyState, visit: Visit): PredictedField[] {
  const outcome = outcomeOf(visit);
  const fields: PredictedField[] = [
    {
      name: 'end',
      form: { kind: 'one', of: outcomes },
      value: outcome,
      wrong: wrongOnly(outcome, {
        'comes-anyway': 'page-comes',
        'no-such-name': withoutPage('name-missing'),
        'nobody-listens': withoutPage('refused'),
        'nobody-answers': withoutPage('silent'),
        'refuses-the-certificate': withoutPage('certificate'),
      }),
    },
  ];
  return visit.failure ? fields : [...fields, ...pageFields(before, after, visit)];
}

function pageFields(before: JourneyState, after: JourneyState, visit: Visit): PredictedField[] {
  const trips = tripsToDocument(visit, after);
  const all = trips.names + trips.tcp + trips.tls + trips.http;
  const source = nameSource(visit);
  const asked = askedIn(visit);
  const opened = openedIn(visit, after).length;
  const longest = mostSpent(visit, after);
  return [
    whole('trips', all, {
      'forgets-the-name': all - trips.names,
      'forgets-tcp': all - trips.tcp,
      'forgets-tls': all - trips.tls,
      'only-the-request': 1,
      'nothing-goes-out': 0,
      'all-as-for-the-first-time': 4,
    }),
    {
      name: 'name',
      form: { kind: 'one', of: nameSources },
      value: source,
      wrong: wrongOnly(source, {
        'asks-the-resolver': 'name-from-resolver',
        'remembers-the-name': 'name-from-cache',
        'needs-no-name': 'name-not-needed',
      }),
    },
    whole('requests', asked, {
      'asks-for-everything': visit.requests.length,
      'asks-for-nothing': 0,
      'asks-for-the-page-alone': 1,
      'as-many-as-before': before.visits.map(askedIn).at(-1),
    }),
    whole('connections', opened, {
      'one-for-each-request': asked,
      'one-for-all': 1,
      'keeps-those-it-has': 0,
      'one-for-each-host': new Set(visit.requests.map(({ host }) => host)).size,
    }),
    {
      name: 'longest',
      form: { kind: 'one', of: costs },
      value: longest,
      wrong: wrongOnly(longest, {
        'finding-the-name': 'dns',
        'opening-the-connection': 'tcp',
        'agreeing-on-keys': 'tls',
        'asking-and-waiting': 'wait',
        'bringing-it-over': 'receive',
        'reading-the-page': 'page-work',
      }),
    },
  ];
}

function whole(name: string, value: number, wrong: Readonly<Record<string, number | undefined>>): PredictedField {
  const texts = Object.entries(wrong).map(([code, number]) => [
    code,
    number === undefined ? undefined : String(number),
  ]);
  return {
    name,
    form: { kind: 'whole' },
    value: String(value),
    wrong: wrongOnly(String(value), Object.fromEntries(texts)),
  };
}

/** Round trips from Enter to the first byte of the page, redirections and all. */
function tripsToDocument(visit: Visit, { world }: JourneyState): RoundTrips {
  const documents = visit.requests.filter(({ destination }) => destination === 'document');
  return countRoundTrips(
    documents.map((request) => ({ request, phases: request.phases })),
    visit,
    world.connections,
  );
}

/** How the address of the page's own host was known. */
function nameSource({ requests, names }: Visit): (typeof nameSources)[number] {
  const document = requests.findLast(({ destination }) => destination === 'document');
  const own = names.filter(({ host }) => host === document?.host);
  if (own.length === 0) return 'name-not-needed';
  return own.some(({ from }) => from === 'resolver') ? 'name-from-resolver' : 'name-from-cache';
}

/** What most of the longest chain was spent with. */
function mostSpent(visit: Visit, { world }: JourneyState): (typeof costs)[number] {
  const { spent } = diagnose(visit, world.connections);
  const inAll = (kind: (typeof costs)[number]) => (kind === 'page-work' ? spent.page : spent[kind]);
  return costs.reduce((best, kind) => (inAll(kind) > inAll(best) ? kind : best), costs[0]);
}
