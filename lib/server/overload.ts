import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { onlyOne } from '@/lib/only-one';

const RETRY_AFTER_SECONDS = 5;

const answers = () => onlyOne('overload.answers', () => new AsyncLocalStorage<ServerResponse>());
const told = () => onlyOne('overload.told', () => new WeakSet<ServerResponse>());

/** Does the work of one request; whatever refuses a part of it for want of room can say so with `tellOverload`. */
export function hearOverload<T>(response: ServerResponse, work: () => T): T {
  return answers().run(response, work);
}

/**
 * The request that is being answered met a full queue: its page may say so in words, and its status says so to programs. A server action has no
 * way to choose its status, so it is chosen here. Outside a request, and once the head is sent, nothing happens.
 */
export function tellOverload(): void {
  const response = answers().getStore();
  if (!response || response.headersSent) return;
  response.statusCode = 503;
  response.setHeader('Retry-After', String(RETRY_AFTER_SECONDS));
  told().add(response);
}

/** This answer's 503 is meant as it is: the page that was filled in, with what was typed. */
export function saysOverload(response: ServerResponse): boolean {
  return told().has(response);
}
