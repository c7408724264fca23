import { concatenated, noBytes } from '../../bytes';
import type { Fault } from '../fault';
import { httpDate } from '../http-date';
import { type Field, fieldValue, type HttpRequest, type HttpResponse } from '../message';
import { octetText } from '../octets';
import { type ParsedRequest, parseRequest, persists } from '../parse-message';
import { parseQuery } from '../query';
import { reasonOf } from '../status-text';
import { parseTarget } from '../target';
import { writeChunked, writeResponse } from '../write-message';
import { type LogEntry, loggedFields, mostLoggedBody } from './log-entry';
import { type Asked, field, type Reply, type Route, text, type Where } from './route';
import { routes } from './routes';
import { mostRequests, type OriginStore } from './store';

/** The server has answered. */
export type Answered = {
  readonly kind: 'answered';
  /** As it is from now on. */
  readonly store: OriginStore;
  /** What `response` says, taken to pieces; its body is without the framing of chunks. */
  readonly message: HttpResponse;
  readonly response: Uint8Array;
  /** Milliseconds for which the answer has to be held back. */
  readonly delay: number;
  /** null where the store had all its requests, or there was nothing to be logged. */
  readonly entry: LogEntry | null;
  /** Whether a further request may come on this connection. */
  readonly keepsAlive: boolean;
  /** Where the next request begins in the bytes. */
  readonly end: number;
};

/** The request is not whole. `continue`: its client waits for `100 Continue` (RFC 9110 §10.1.1) before it sends the rest. */
export type Waiting = { readonly kind: 'waiting'; readonly continue: boolean };

/** Methods that this server knows; others are 501 (RFC 9110 §9.1). */
const knownMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'];
const ordinaryMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * The practice server: the bytes of a request in, the bytes of the answer out, and what is remembered of it. Pure: the same
 * (store, bytes, now) give the same answer. It never answers with HTML, never points to another site, and fetches nothing.
 * `closed`: the client sends nothing more, so that a request which is not whole is a fault.
 */
export function respond(
  store: OriginStore,
  bytes: Uint8Array,
  now: number,
  where: Where = { base: '' },
  { from = 0, closed = false }: { from?: number; closed?: boolean } = {},
): Answered | Waiting {
  return respondTo(parseRequest(bytes, { from, closed }), store, now, where);
}

/** The same for who has read the request already. */
export function respondTo(parsed: ParsedRequest, store: OriginStore, now: number, where: Where): Answered | Waiting {
  const { message: request, refusal } = parsed;
  if (parsed.kind === 'incomplete') {
    const expectation = request && parsed.headComplete ? fieldValue(request.fields, 'expect') : undefined;
    const isKnown = expectation?.toLowerCase() === '100-continue' && request?.version !== 'HTTP/1.0';
    return { kind: 'waiting', continue: isKnown };
  }
  if (refusal || !request) return answer(parsed, store, now, where, refused(refusal));
  if (store.requests >= mostRequests) {
    const reply = text(
      429,
      `This server has answered ${mostRequests} requests; that is all.\n`,
      field('Retry-After', '86400'),
    );
    return { ...answer(parsed, store, now, where, reply), entry: null };
  }
  const counted = { ...store, requests: store.requests + 1 };
  return answer(parsed, counted, now, where, replyTo(request, counted, now, where));
}

/** A request that cannot be read, or may mean two things: what is wrong, where, and by which rule. */
function refused(fault: Fault | null): Reply {
  if (!fault) return text(400, 'Not a request.\n');
  return text(fault.status, `${fault.code} at byte ${fault.from} (RFC ${fault.rfc})\n`);
}

function replyTo(request: HttpRequest, store: OriginStore, now: number, where: Where): Reply {
  const { method } = request;
  if (!knownMethods.includes(method)) return text(501, `${method.slice(0, 40)} is not a method of this server.\n`);
  const expectation = fieldValue(request.fields, 'expect');
  if (expectation !== undefined && expectation.toLowerCase() !== '100-continue')
    return text(417, 'Only 100-continue can be expected here.\n');
  const target = parseTarget(request.target);
  if (target?.form === 'asterisk') return { status: 204, fields: [field('Allow', ordinaryMethods.join(', '))] };
  if (target?.form !== 'origin' && target?.form !== 'absolute') return notAllowed(ordinaryMethods);
  const path = pathBehind(where.base, target.path);
  const asked = { request, method, path, query: parseQuery(target.query), store, now, where };
  for (const route of routes) {
    const found = route.pattern.exec(path);
    if (found) return dispatch(route, asked, found.slice(1));
  }
  return text(404, `There is nothing here. What there is: ${where.base}/\n`);
}

/** `/api/…/abc/etag` behind `/api/…/abc` is `/etag`. */
function pathBehind(base: string, path: string): string {
  if (!path.startsWith(base)) return '';
  const rest = path.slice(base.length);
  return rest === '' ? '/' : rest;
}

function dispatch({ methods }: Route, asked: Asked, parts: string[]): Reply {
  const method = asked.method === 'HEAD' ? 'GET' : asked.method;
  const any = ordinaryMethods.includes(method) ? methods['*'] : undefined;
  const handler = Object.hasOwn(methods, method) ? methods[method] : any;
  if (handler) return handler(method === asked.method ? asked : { ...asked, method }, ...parts);
  const allowed = allowedBy(methods);
  return asked.method === 'OPTIONS'
    ? { status: 204, fields: [field('Allow', allowed.join(', '))] }
    : notAllowed(allowed);
}

function allowedBy(methods: Route['methods']): readonly string[] {
  if (Object.hasOwn(methods, '*')) return ordinaryMethods;
  return [...Object.keys(methods).flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])), 'OPTIONS'];
}

function notAllowed(allowed: readonly string[]): Reply {
  return text(405, `Allowed: ${allowed.join(', ')}\n`, field('Allow', allowed.join(', ')));
}

function answer(parsed: ParsedRequest, store: OriginStore, now: number, where: Where, reply: Reply): Answered {
  const { message: request, refusal } = parsed;
  const isOld = request?.version === 'HTTP/1.0';
  const keepsAlive = refusal === null && request !== null && persists(request);
  const withoutContent = reply.status === 204 || reply.status === 304;
  const isChunked = reply.pieces !== undefined && !isOld;
  const content = contentOf(reply);
  const framing = withoutContent ? 'none' : isChunked ? 'chunked' : reply.pieces ? 'until-close' : 'length';
  // Without a length the end of the connection is the end of the content.
  const stays = keepsAlive && framing !== 'until-close';
  const fields = [
    field('Date', dateOf(now)),
    ...(reply.fields ?? []),
    ...caching(reply),
    field('X-Content-Type-Options', 'nosniff'),
    field('Content-Security-Policy', "default-src 'none'; sandbox"),
    ...(framing === 'length' ? [field('Content-Length', String(content.length))] : []),
    ...(framing === 'chunked' ? [field('Transfer-Encoding', 'chunked')] : []),
    ...connection(stays, isOld),
  ];
  const isHead = request?.method === 'HEAD';
  const body = isHead || withoutContent ? noBytes : content;
  const trailers = isChunked && !isHead ? (reply.trailers ?? []) : [];
  const { status } = reply;
  const message = { version: 'HTTP/1.1', status, reason: reasonOf(status), fields, body, trailers };
  const onTheWire = isChunked && !isHead ? writeChunked(reply.pieces ?? [], trailers) : body;
  return {
    kind: 'answered',
    store: reply.store ?? store,
    message,
    response: writeResponse({ ...message, body: onTheWire }),
    delay: reply.delay ?? 0,
    entry: where.unlogged ? null : entryOf(parsed, message, framing, now, where),
    keepsAlive: stays,
    end: parsed.end,
  };
}

const utf8 = new TextEncoder();

/** Of many answers in one second the date is the same. */
let lastDate = { second: Number.NaN, text: '' };

function dateOf(now: number): string {
  const second = Math.floor(now / 1_000);
  if (second !== lastDate.second) lastDate = { second, text: httpDate(now) };
  return lastDate.text;
}

function contentOf({ body, pieces }: Reply): Uint8Array {
  if (pieces) return concatenated(...pieces);
  return typeof body === 'string' ? utf8.encode(body) : (body ?? noBytes);
}

/** What says nothing about being kept is not to be kept. */
function caching({ fields = [] }: Reply): Field[] {
  const saysSomething = fields.some(({ name }) => ['Cache-Control', 'Last-Modified', 'ETag'].includes(name));
  return saysSomething ? [] : [field('Cache-Control', 'no-store')];
}

function connection(stays: boolean, isOld: boolean): Field[] {
  if (!stays) return [field('Connection', 'close')];
  return isOld ? [field('Connection', 'keep-alive')] : [];
}

function loggedBody(body: Uint8Array): string {
  return octetText(body, 0, Math.min(body.length, mostLoggedBody));
}

function entryOf(
  { message: request, refusal, framing }: ParsedRequest,
  response: HttpResponse,
  answered: LogEntry['answer']['framing'],
  now: number,
  { base }: Where,
): LogEntry {
  const target = request ? parseTarget(request.target) : null;
  const place = target?.form === 'origin' || target?.form === 'absolute' ? target : null;
  const path = place ? pathBehind(base, place.path) : (request?.target ?? '');
  return {
    at: now,
    method: (request?.method ?? '').slice(0, 40),
    target: (place ? `${path}${place.query === null ? '' : `?${place.query}`}` : path).slice(0, 1_000),
    path: path.slice(0, 500),
    version: (request?.version ?? '').slice(0, 40),
    fields: loggedFields(request?.fields ?? [], (value) => value),
    body: loggedBody(request?.body ?? noBytes),
    bodyLength: request?.body.length ?? 0,
    framing: framing.kind === 'length' || framing.kind === 'chunked' ? framing.kind : 'none',
    fault: refusal?.code ?? null,
    status: response.status,
    answer: {
      fields: loggedFields(response.fields, (value) => (base === '' ? value : value.replaceAll(base, ''))),
      body: loggedBody(response.body),
      bodyLength: response.body.length,
      framing: answered,
    },
  };
}
