import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { localeFor } from '@/lib/server/accept';
import { addressOf, hasQuery } from '@/lib/server/address';
import { announcesTooMuch, limitBody, mostBytesAt } from '@/lib/server/body';
import { buildsIn } from '@/lib/server/builds';
import { newNonce, type Policies } from '@/lib/server/content-security-policy';
import { errorPage, replaceErrorPages } from '@/lib/server/error-page';
import { isFramed } from '@/lib/server/framed';
import { answerHotCall, classOfStream, isHotCall, type Learning } from '@/lib/server/hot-calls';
import { type Log, loggable } from '@/lib/server/log';
import type { NewcomerLimit } from '@/lib/server/newcomer-limit';
import type { NextBehind } from '@/lib/server/next-behind';
import { hearOverload } from '@/lib/server/overload';
import type { PageStore, StoredPage } from '@/lib/server/page-store';
import type { PracticeDoor } from '@/lib/server/practice/practice-door';
import { refuse, sendJson } from '@/lib/server/refuse';
import { requestIdOf } from '@/lib/server/request-id';
import { sendSandbox } from '@/lib/server/sandbox-page';
import { securityHeaders } from '@/lib/server/security-headers';
import { sendMedia } from '@/lib/server/send-media';
import { sendStored } from '@/lib/server/send-stored';
import { type Site, setForwarded } from '@/lib/server/site';
import { SPECULATION, sendSpeculation } from '@/lib/server/speculation';
import { changesState, refusalOf } from '@/lib/server/state-change';
import type { StaticHits } from '@/lib/server/static-hits';
import { pageWhileBroken } from '@/lib/server/while-broken';

export type DoorParts = {
  readonly dev: boolean;
  readonly store: PageStore;
  readonly hits: StaticHits;
  readonly site: Site;
  readonly policies: Policies;
  readonly learning: Promise<Learning>;
  readonly next: Promise<NextBehind>;
  /** Whether Next has anything at this address. */
  readonly isRoute: (path: string) => boolean;
  readonly newcomers: NewcomerLimit;
  readonly practice: Pick<PracticeDoor, 'isAt' | 'answerThroughNode'>;
  /** Changes over to what was published a moment ago, when there is such a thing. */
  readonly keepUp: () => void;
  readonly log: Log;
};

/** What is known of one request; the log tells it. */
type Visit = { readonly requestId: string; byNext: boolean };

/** Where pages put what they play, beside the builds (lib/curriculum/read-media.ts). */
const mediaRoot = buildsIn(process.cwd()).root;
const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i;
const READING = new Set(['GET', 'HEAD']);
const PROBES = new Set(['/healthz', '/readyz']);

/** The front door: every request comes here first, and most are answered here. */
export function openDoor(parts: DoorParts): RequestListener {
  return (request, response) => {
    const requestId = requestIdOf(request);
    // The quick way, for what almost every request is: a stored file. These are counted, not written down one by one.
    if (answerAtOnce(parts, request, response, requestId)) {
      parts.hits.add();
      return;
    }
    const begin = performance.now();
    const visit: Visit = { requestId, byNext: false };
    response.once('close', () => {
      const { method, url = '' } = request;
      const path = loggable(url.split('?')[0] ?? '');
      // Whoever watches us asks every few seconds.
      if (PROBES.has(path) && response.statusCode === 200) return;
      const ms = Math.round(performance.now() - begin);
      const { statusCode: status, writableFinished } = response;
      parts.log.info({ id: requestId, method, path, status, ms, next: visit.byNext, cut: !writableFinished });
    });
    answer(parts, request, response, visit).catch((error: unknown) => {
      parts.log.error({ id: requestId, err: error }, 'request failed');
      if (response.headersSent) response.destroy();
      else refuse(request, response, 500, 'failed');
    });
  };
}

function answerAtOnce(
  parts: DoorParts,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): boolean {
  const { url = '', method = '' } = request;
  if (!READING.has(method) || isRsc(request)) return false;
  const mark = url.indexOf('?');
  const stored = mark === -1 ? parts.store.find(url) : storedAt(parts.store, url.slice(0, mark), url.slice(mark + 1));
  if (stored) sendStored(parts.store, stored, request, response, ownHeaders(parts.site, request, requestId));
  else if (url === SPECULATION) sendSpeculation(request, response, ownHeaders(parts.site, request, requestId));
  return response.headersSent || stored !== undefined;
}

/** Unknown query strings do not make another page; `?beside` does. */
function storedAt(store: PageStore, path: string, query: string): StoredPage | undefined {
  return (hasQuery(query, 'beside') ? store.find(`${path}/beside`) : undefined) ?? store.find(path);
}

/** What differs from one request to the next, whatever is sent. */
function ownHeaders(site: Site, request: IncomingMessage, requestId: string): string[] {
  const own = ['X-Request-Id', requestId];
  // A classroom on plain http must not be told to come back by https.
  return site.isHttps(request.headers)
    ? [...own, 'Strict-Transport-Security', 'max-age=63072000; includeSubDomains']
    : own;
}

const rscHeaders = ['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-url'];

/** A page's own links are plain ones; a request that says RSC is Next's client talking to Next. */
function isRsc(request: IncomingMessage): boolean {
  return request.headers.rsc !== undefined || request.headers['next-action'] !== undefined;
}

async function answer(
  parts: DoorParts,
  request: IncomingMessage,
  response: ServerResponse,
  visit: Visit,
): Promise<void> {
  const { store, site } = parts;
  const { requestId } = visit;
  parts.keepUp();
  if (parts.practice.isAt(request.url ?? '')) return parts.practice.answerThroughNode(request, response);
  const method = request.method ?? 'GET';
  const { host = '' } = request.headers;
  // `localhost:99999` has the look of a host and is none.
  if (!HOST.test(host) || !URL.canParse(`http://${host}`)) return refuse(request, response, 400, 'bad-host');
  const own = ownHeaders(site, request, requestId);
  const headers = [...securityHeaders, ...own];
  for (let i = 0; i < headers.length; i += 2) response.setHeader(headers[i] ?? '', headers[i + 1] ?? '');

  const address = addressOf(request.url);
  if (!address) return notFound(parts, '/', request, response, requestId);
  const { path, query } = address;

  if (changesState(method)) {
    const refusal = refusalOf(path, request.headers, site.origin(request.headers));
    if (refusal) return refuse(request, response, refusal.status, refusal.code);
    if (announcesTooMuch(request, mostBytesAt(path))) return refuse(request, response, 413, 'too-large');
    const wait = await parts.newcomers.secondsToWait(path, request);
    if (wait > 0) return refuse(request, response, 429, 'too-many', { 'Retry-After': String(wait) });
  }
  const streamed = classOfStream(path);
  if (streamed !== undefined) return (await parts.learning).roomStream({ classId: streamed, query }, request, response);
  if (isHotCall(path)) return answerHotCall(path, parts.learning, request, response);

  if (READING.has(method) && !isRsc(request)) {
    if (path === '/') return redirectToLocale(request, response);
    if (path === '/healthz') return sendJson(response, { status: 200, body: { status: 'alive' } });
    if (path === '/readyz') return sendReadiness(parts, response);
    if (path === '/sandbox') return sendSandbox(request, response);
    if (path.startsWith('/media/') && (await sendMedia(mediaRoot, path, request, response))) return;
    const stored = storedAt(store, path, query);
    if (stored) return sendStored(store, stored, request, response, own);
    if (path.length > 1 && path.endsWith('/')) return redirect(response, path.slice(0, -1), query);
  }
  if (!parts.isRoute(path)) return notFound(parts, path, request, response, requestId);
  visit.byNext = true;
  return handToNext(parts, path, query, request, response, requestId);
}

async function handToNext(
  parts: DoorParts,
  path: string,
  query: string,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  limitBody(request, mostBytesAt(path), () => {
    if (response.headersSent) response.destroy();
    else refuse(request, response, 413, 'too-large');
  });
  setForwarded(request, parts.site);
  request.headers['x-request-id'] = requestId;
  const policy = parts.policies.forNonce(newNonce());
  // Next reads the nonce from the request and puts it on its own scripts.
  request.headers['content-security-policy'] = policy;
  if (isFramed(path)) response.removeHeader('Cross-Origin-Resource-Policy');
  else response.setHeader('Content-Security-Policy', policy);
  // The same address in its plain form, whatever form it came in.
  const beside = parts.dev && hasQuery(query, 'beside') ? '/beside' : '';
  const instead = parts.dev && READING.has(request.method ?? '') ? await pageWhileBroken(path) : undefined;
  // An open page that asks for its new words is given a whole page, and so loads itself again.
  if (instead) for (const name of rscHeaders) delete request.headers[name];
  request.url = instead ?? `${path}${beside}${query ? `?${query}` : ''}`;
  if (!parts.dev) replaceErrorPages(parts.store, path, request, response, ownHeaders(parts.site, request, requestId));
  const next = await parts.next;
  await hearOverload(response, () => next.handle(request, response));
}

function notFound(
  parts: DoorParts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): void {
  const page = /^\/(api|_next)\//.test(path) ? undefined : errorPage(parts.store, 404, path, request);
  if (!page) {
    refuse(request, response, 404, 'not-found');
    return;
  }
  // The stored page brings its own security headers.
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  sendStored(parts.store, page, request, response, ownHeaders(parts.site, request, requestId), 404);
}

function redirectToLocale(request: IncomingMessage, response: ServerResponse): void {
  const locale = localeFor(request.headers.cookie, request.headers['accept-language']);
  response.writeHead(307, { Location: `/${locale}`, 'Cache-Control': 'no-store', Vary: 'Accept-Language, Cookie' });
  response.end();
}

function redirect(response: ServerResponse, path: string, query: string): void {
  response.writeHead(308, { Location: query ? `${path}?${query}` : path }).end();
}

async function sendReadiness(parts: DoorParts, response: ServerResponse): Promise<void> {
  // Still starting: the second promise of the race is already kept.
  const learning = await Promise.race([parts.learning, Promise.resolve(null)]);
  const ready = learning !== null && (await learning.isReady());
  sendJson(response, { status: ready ? 200 : 503, body: { status: ready ? 'ready' : 'not-ready' } });
}
