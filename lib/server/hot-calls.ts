import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson } from '@/lib/server/body';
import { refuse, sendJson } from '@/lib/server/refuse';

/** What a call answers. */
export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly retryAfterSeconds?: number;
  /** A session in use is made longer along the way. */
  readonly setCookie?: string;
};

/** The calls that come too often to go through Next, and what readiness asks. The door carries them and knows no more. */
export type Learning = {
  readonly submitAnswers: (cookie: string | undefined, body: unknown) => Promise<Reply>;
  readonly progress: (cookie: string | undefined) => Promise<Reply>;
  readonly place: (cookie: string | undefined, body: unknown) => Promise<Reply>;
  /** What was left half-written in a lesson; keeping a half-written answer to an item. */
  readonly drafts: (cookie: string | undefined, lesson: string) => Promise<Reply>;
  readonly saveDraft: (cookie: string | undefined, item: string, body: unknown) => Promise<Reply>;
  /** The lab that an instructor steps together with a class. */
  readonly shareLab: (cookie: string | undefined, classId: string, body: unknown) => Promise<Reply>;
  /** The room of a class as a stream (lib/server/room-stream). */
  readonly roomStream: (
    asked: { readonly classId: string; readonly query: string },
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<void>;
  readonly isReady: () => Promise<boolean>;
};

type Call = (learning: Learning, cookie: string | undefined, body: unknown) => Promise<Reply>;
type KnownCall = { readonly method: string; readonly call: Call };

const calls: Readonly<Record<string, KnownCall>> = {
  '/api/answers': { method: 'POST', call: (learning, cookie, body) => learning.submitAnswers(cookie, body) },
  '/api/place': { method: 'PUT', call: (learning, cookie, body) => learning.place(cookie, body) },
  '/api/progress': { method: 'GET', call: (learning, cookie) => learning.progress(cookie) },
};

/** `/api/drafts/{path}/{lesson}` and `/api/drafts/{path}/{lesson}/{item}` */
const draftsPath = /^\/api\/drafts\/([a-z0-9-]{1,80}\/[a-z0-9-]{1,80})(\/[a-z0-9-]{1,80})?$/;

const streamPath = /^\/api\/classes\/([^/]{1,80})\/events$/;

/** `/api/classes/{id}/events` → the id, whatever stands there; undefined: another address. */
export function classOfStream(path: string): string | undefined {
  return streamPath.exec(path)?.[1];
}

/** `/api/classes/{id}/lab` */
const labPath = /^\/api\/classes\/([^/]{1,80})\/lab$/;

export function isHotCall(path: string): boolean {
  return callAt(path) !== undefined;
}

function callAt(path: string): KnownCall | undefined {
  if (Object.hasOwn(calls, path)) return calls[path];
  const [, classId] = labPath.exec(path) ?? [];
  if (classId !== undefined)
    return { method: 'PUT', call: (learning, cookie, body) => learning.shareLab(cookie, classId, body) };
  const [, lesson, item] = draftsPath.exec(path) ?? [];
  if (lesson === undefined) return undefined;
  return item === undefined
    ? { method: 'GET', call: (learning, cookie) => learning.drafts(cookie, lesson) }
    : { method: 'PUT', call: (learning, cookie, body) => learning.saveDraft(cookie, lesson + item, body) };
}

/** Answers one of them. Origin and content type have been checked before. */
export async function answerHotCall(
  path: string,
  learning: Promise<Learning>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const known = callAt(path);
  if (!known) return refuse(request, response, 404, 'not-found');
  if (request.method !== known.method && !(known.method === 'GET' && request.method === 'HEAD'))
    return refuse(request, response, 405, 'method', { Allow: known.method });
  let sent: unknown;
  if (known.method !== 'GET') {
    const body = await readJson(request);
    if (body.kind === 'broken-off') return void response.destroy();
    if (body.kind === 'too-large') return refuse(request, response, 413, 'too-large');
    if (body.kind === 'not-json') return refuse(request, response, 400, 'not-json');
    sent = body.value;
  }
  const reply = await known.call(await learning, request.headers.cookie, sent);
  if (reply.retryAfterSeconds !== undefined) response.setHeader('Retry-After', reply.retryAfterSeconds);
  if (reply.setCookie !== undefined) response.setHeader('Set-Cookie', reply.setCookie);
  sendJson(response, reply);
}
