import { parseResponse } from '../http/parse-message';
import { type ParsedUrl, parseUrl } from '../url/parse-url';
import { serializeUrl } from '../url/serialize-url';
import { Fetcher } from './fetch';
import { type JourneyRequest, roundTimes } from './journey-request';
import { Page } from './page';
import type { JourneySetup } from './setup';
import { goOn } from './talk';
import { tenths } from './tenths';
import { connectionOf, newTravel, runUntil, type Travel } from './travel';
import type { Failure, Marks, Visit } from './visit';
import type { World } from './world';

/** What is still on its way when a page is there (acknowledgements, tickets) has this long to arrive. Milliseconds. */
const settling = 1_000;

/** From Enter to the page. The world is changed in place; what happened in it is the visit. */
export function navigate(
  setup: JourneySetup,
  seed: number,
  world: World,
  asked: { number: number; typed: string },
): { visit: Visit; cost: number } {
  const travel = newTravel(setup, seed, world);
  const startedAt = world.now;
  const parsed = readAddress(asked.typed);
  const fetcher = new Fetcher(travel);
  const seen: { page: Page | null } = { page: null };
  if (parsed.kind === 'url') {
    const url = serializeUrl(parsed.url);
    const document = () => travel.requests.findLast(({ destination }) => destination === 'document') ?? null;
    const newPage = () => {
      const request = document();
      const body = request && bodyOf(travel, request);
      return request && body ? new Page(travel, fetcher, request, body) : null;
    };
    const received = (count: number) => {
      seen.page ??= newPage();
      seen.page?.received(count);
    };
    fetcher.start(
      { url, destination: 'document', blocking: 'none', cause: null, page: null, redirects: 0 },
      { progress: received, done: () => received(Number.POSITIVE_INFINITY) },
    );
    runUntil(travel, 'done', (connection) => goOn(travel, connection, fetcher));
  }
  const endedAt = world.now;
  runUntil(travel, endedAt + settling, (connection) => goOn(travel, connection, fetcher));
  const document = travel.requests.findLast(({ destination }) => destination === 'document');
  const failure: Failure | null =
    parsed.kind === 'failure' ? { kind: 'bad-address', why: parsed.why } : (document?.failure ?? null);
  for (const request of travel.requests) roundTimes(request);
  const visit: Visit = {
    ...asked,
    parsed,
    startedAt: tenths(startedAt),
    endedAt: tenths(endedAt),
    requests: travel.requests,
    names: travel.names,
    connections: [...travel.used],
    work: travel.work.map((one) => ({ ...one, from: tenths(one.from), to: tenths(one.to) })),
    stops: travel.stops.map((one) => ({ ...one, from: tenths(one.from), to: tenths(one.to) })),
    marks: roundedMarks(seen.page?.marks ?? { firstPaint: null, contentLoaded: null, load: null }),
    failure,
  };
  return { visit, cost: travel.cost };
}

/** An address bar helps where no scheme was typed: today with https. Not in the URL Standard; each browser has rules of its own. */
export function readAddress(typed: string): ParsedUrl {
  const parsed = parseUrl(typed);
  const looksLikeHost = /^[^\s:/?#]+\.[^\s:/?#]+(:\d+)?([/?#]|$)/.test(typed.trim());
  const isSchemeOfPort = parsed.kind === 'url' && /\.|^localhost$/.test(parsed.url.scheme);
  if (
    (parsed.kind === 'failure' && parsed.why === 'missing-scheme-non-relative-URL' && looksLikeHost) ||
    isSchemeOfPort
  ) {
    return parseUrl(`https://${typed.trim()}`);
  }
  return parsed;
}

/** The document's bytes, also while they are on their way: the page is shown no more of them than have come. */
function bodyOf(travel: Travel, request: JourneyRequest): Uint8Array | null {
  const whole = travel.bodies.get(request.id);
  if (whole) return whole;
  const sent = connectionOf(travel, request.connection)?.messages.findLast(({ from }) => from === 'server');
  const message = sent ? parseResponse(sent.bytes).message : null;
  return message && message.status !== 304 && message.status < 300 ? message.body : null;
}

function roundedMarks({ firstPaint, contentLoaded, load }: Marks): Marks {
  const rounded = (at: number | null) => (at === null ? null : tenths(at));
  return { firstPaint: rounded(firstPaint), contentLoaded: rounded(contentLoaded), load: rounded(load) };
}
