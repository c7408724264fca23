import { concatenated } from '../bytes';
import { fixtureNow } from '../certificate/fixture-chain';
import { type Asked, prepareRequest, takeResponse } from '../http/client/fetch-step';
import { fieldValue, type HttpResponse } from '../http/message';
import { parseResponse, persists } from '../http/parse-message';
import { writeRequest } from '../http/write-message';
import { parseUrl } from '../url/parse-url';
import { hostText, serializeUrl } from '../url/serialize-url';
import { hstsOf, keepHsts } from './hsts';
import { endRequest, enterPhase, type JourneyRequest } from './journey-request';
import { lookUp } from './names';
import { openMore, serveNext, takeWaiting, waitForConnection } from './pool';
import type { Blocking, Destination } from './scan-html';
import { closeConnection, type Watcher, write } from './talk';
import { failureOf, type Listener, requestOf, type Travel } from './travel';
import type { Failure } from './visit';
import type { Connection } from './world';

/** What somebody wants, as a page or the address bar says it. */
export type Want = {
  readonly url: string;
  readonly destination: Destination;
  readonly blocking: Blocking;
  readonly cause: JourneyRequest['cause'];
  /** The page that asks. */
  readonly page: string | null;
  readonly redirects: number;
};

/** Fetch Standard §4.4: after so many redirections it is an error. */
const mostRedirects = 20;

/** An answer that is coming: what there is of it. */
type Coming = { parts: Uint8Array[]; length: number; head: number | null; whole: number | null };
type Under = { readonly asked: Asked; readonly want: Want; coming: Coming };

/** Everything that fetches, for one journey. */
export class Fetcher implements Watcher {
  readonly #travel: Travel;
  readonly #under = new Map<number, Under>();

  constructor(travel: Travel) {
    this.#travel = travel;
  }

  /** Fetch Standard §4.1, as far as it is a GET: HSTS, cache, name, connection, request, answer, redirection. */
  start(want: Want, listener: Listener): JourneyRequest {
    const { world, setup } = this.#travel;
    const parsed = parseUrl(want.url);
    const host = parsed.kind === 'url' ? hostText(parsed.url.host) : '';
    const request: JourneyRequest = {
      id: world.nextRequest,
      url: want.url,
      host,
      destination: want.destination,
      blocking: want.blocking,
      cause: want.cause,
      startedAt: world.now,
      phases: [],
      endedAt: null,
      connection: null,
      reused: false,
      status: null,
      cache: 'none',
      conditional: false,
      bytes: 0,
      redirect: null,
      failure: null,
    };
    world.nextRequest += 1;
    this.#travel.requests.push(request);
    this.#travel.listeners.set(request.id, listener);
    if (parsed.kind === 'failure') return this.#fail(request, { kind: 'bad-address', why: parsed.why });
    const { scheme } = parsed.url;
    if (scheme !== 'http' && scheme !== 'https') return this.#fail(request, { kind: 'scheme-not-fetched', scheme });
    if (scheme === 'http' && hstsOf(world, setup.browser.preloadedHsts, host)) {
      enterPhase(request, 'hsts', world.now);
      const secured = serializeUrl({ ...parsed.url, scheme: 'https' });
      request.status = 307;
      return this.#follow(request, want, secured, 'hsts');
    }
    this.#ask(request, want, scheme === 'https');
    return request;
  }

  #ask(request: JourneyRequest, want: Want, secure: boolean) {
    const { world } = this.#travel;
    const wish = {
      method: 'GET',
      url: want.url,
      fields: [...this.#habits(want)],
      body: new Uint8Array(0),
      mode: 'normal',
      initiator: want.page,
      isNavigation: want.destination === 'document',
    } as const;
    enterPhase(request, 'cache', world.now);
    const prepared = prepareRequest(world.client, wish, fixtureNow + world.now);
    if (prepared.kind === 'from-cache') {
      request.cache = 'fresh';
      this.#travel.agenda.plan(world.now + cacheTime, () => this.#finish(request, want, prepared.response));
      return;
    }
    if (prepared.kind !== 'send') return this.#fail(request, { kind: 'bad-address', why: prepared.kind });
    request.conditional = prepared.decision.kind === 'validate';
    this.#under.set(request.id, { asked: prepared.asked, want, coming: nothingYet() });
    this.#findHost(request, secure);
  }

  #habits(want: Want) {
    const close = this.#travel.setup.network.keepAlive ? [] : [{ name: 'Connection', value: 'close' }];
    return [{ name: 'User-Agent', value: 'Handrail' }, { name: 'Accept', value: accepted[want.destination] }, ...close];
  }

  /** A connection that is there already needs no name. */
  #findHost(request: JourneyRequest, secure: boolean) {
    const { world, setup, seed, agenda, names } = this.#travel;
    const isOpen = world.connections.some(
      ({ host, secure: is, phase }) => host === request.host && is === secure && phase !== 'closed',
    );
    if (isOpen) return waitForConnection(this.#travel, request, secure, this);
    enterPhase(request, 'dns', world.now);
    const asked = names.find(({ host, answeredAt }) => host === request.host && answeredAt > world.now);
    const found = asked ?? lookUp(world, setup, seed, request.host);
    if (!asked) names.push(found);
    agenda.plan(found.answeredAt, () => {
      if (found.failure) this.#fail(request, { kind: found.failure });
      else waitForConnection(this.#travel, request, secure, this);
    });
  }

  assigned(connection: Connection, id: number) {
    const under = this.#under.get(id);
    const request = requestOf(this.#travel, id);
    if (!under || !request) return;
    under.coming = nothingYet();
    enterPhase(request, 'wait', this.#travel.world.now);
    write(this.#travel, connection, this, 'client', writeRequest(under.asked.request));
  }

  ready(connection: Connection) {
    serveNext(this.#travel, connection, this);
  }

  received(connection: Connection, bytes: Uint8Array) {
    const request = requestOf(this.#travel, connection.request);
    const under = request && this.#under.get(request.id);
    if (!request || !under) return;
    const { coming } = under;
    if (coming.length === 0) enterPhase(request, 'receive', this.#travel.world.now);
    coming.parts.push(bytes);
    coming.length += bytes.length;
    if (coming.head === null) measure(coming);
    if (coming.head === null || coming.whole === null) return;
    if (coming.length >= coming.whole) return this.#answered(connection, request, under);
    this.#travel.listeners.get(request.id)?.progress(coming.length - coming.head);
  }

  #answered(connection: Connection, request: JourneyRequest, { asked, want, coming }: Under) {
    const { world, setup } = this.#travel;
    const { message } = parseResponse(concatenated(...coming.parts));
    if (!message) return;
    connection.request = null;
    connection.lastUsedAt = world.now;
    request.conditional = asked.decision.kind === 'validate';
    const hsts = fieldValue(message.fields, 'strict-transport-security');
    if (hsts !== undefined && connection.secure) keepHsts(world, connection.host, hsts);
    const alternative = fieldValue(message.fields, 'alt-svc');
    if (alternative !== undefined && connection.secure) world.alternatives.set(connection.host, alternative);
    const taken = takeResponse(world.client, asked, message, fixtureNow + world.now);
    world.client = taken.client;
    if (message.status === 304) request.cache = 'revalidated';
    const stays = persists(message) && setup.network.keepAlive;
    if (stays) connection.phase = 'idle';
    this.#under.delete(request.id);
    if (taken.redirection) {
      request.status = message.status;
      this.#follow(request, want, taken.redirection.url, 'redirect');
    } else this.#finish(request, want, taken.response, message.status);
    if (stays) serveNext(this.#travel, connection, this);
    else closeConnection(this.#travel, connection, this, 'client');
  }

  #follow(request: JourneyRequest, want: Want, url: string, by: 'redirect' | 'hsts'): JourneyRequest {
    const listener = this.#travel.listeners.get(request.id);
    request.redirect = url;
    if (want.redirects >= mostRedirects || !listener) return this.#fail(request, { kind: 'too-many-redirects' });
    endRequest(request, this.#travel.world.now);
    return this.start({ ...want, url, redirects: want.redirects + 1, cause: { request: request.id, by } }, listener);
  }

  #finish(request: JourneyRequest, _want: Want, response: HttpResponse, status = response.status) {
    request.status = status;
    request.bytes = response.body.length;
    this.#travel.bodies.set(request.id, response.body);
    endRequest(request, this.#travel.world.now);
    this.#travel.listeners.get(request.id)?.done();
  }

  #fail(request: JourneyRequest, failure: Failure): JourneyRequest {
    request.failure = failure;
    this.#under.delete(request.id);
    endRequest(request, this.#travel.world.now);
    // Whoever asked has not got the request in hand yet.
    this.#travel.agenda.plan(this.#travel.world.now, () => this.#travel.listeners.get(request.id)?.done());
    return request;
  }

  over(connection: Connection) {
    const { failure } = connection;
    const request = requestOf(this.#travel, connection.request);
    connection.request = null;
    if (failure && connection.carried === 0) {
      for (const waiting of takeWaiting(this.#travel, connection)) {
        showAttempt(waiting, connection, this.#travel.world.now);
        this.#fail(waiting, failureOf(connection));
      }
    }
    if (request && this.#under.has(request.id)) this.#fail(request, failureOf(connection));
    if (!failure) openMore(this.#travel, connection.host, connection.secure, this);
  }
}

/** Not measured: a cache answers from memory or from a disk. */
const cacheTime = 1;

const accepted = {
  document: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
  style: 'text/css,*/*;q=0.1',
  script: '*/*',
  image: 'image/svg+xml,image/*,*/*;q=0.8',
  font: '*/*',
  fetch: '*/*',
} as const satisfies Record<Destination, string>;

function nothingYet(): Coming {
  return { parts: [], length: 0, head: null, whole: null };
}

/** Where its content begins and where the answer ends, as soon as the head is there. */
function measure(coming: Coming) {
  const { headComplete, framing, places } = parseResponse(concatenated(...coming.parts));
  if (!headComplete || !places.emptyLine) return;
  coming.head = places.emptyLine.end;
  coming.whole = coming.head + (framing.kind === 'length' ? framing.length : 0);
}

/** What came of the connection that was made for it stands among what it spent its time with. */
function showAttempt(request: JourneyRequest, connection: Connection, now: number) {
  if (request.phases.at(-1)?.kind !== 'queue') return;
  const from = Math.max(request.phases.at(-1)?.from ?? now, connection.startedAt);
  request.phases.pop();
  request.phases.push({ kind: 'tcp', from, to: now });
  if (connection.openedAt !== null && connection.secure) enterPhase(request, 'tls', connection.openedAt);
}
