import { newConnection } from './connection';
import { enterPhase, type JourneyRequest } from './journey-request';
import { siteOf } from './site-of';
import { openConnection, type Watcher } from './talk';
import { requestOf, type Travel } from './travel';
import type { Connection } from './world';

/** What is wanted first gets a connection first: what stands in the way of the page before what does not. */
function rank({ destination, blocking }: JourneyRequest): number {
  if (destination === 'document') return 0;
  if (blocking === 'render' || blocking === 'parser' || destination === 'font') return 1;
  return blocking === 'deferred' || blocking === 'async' ? 2 : 3;
}

const originOf = ({ host, secure }: { host: string; secure: boolean }) => `${secure ? 'https' : 'http'} ${host}`;

/** The request waits for a connection to its host: one that is free, or a new one. */
export function waitForConnection(travel: Travel, request: JourneyRequest, secure: boolean, watcher: Watcher) {
  const { world } = travel;
  const origin = originOf({ host: request.host, secure });
  const queue = travel.waiting.get(origin) ?? [];
  travel.waiting.set(origin, [...queue, request.id]);
  enterPhase(request, 'queue', world.now);
  const idle = world.connections.find((one) => one.phase === 'idle' && originOf(one) === origin);
  if (idle) serveNext(travel, idle, watcher);
  openMore(travel, request.host, secure, watcher);
}

/** As many connections as there are requests that wait, up to the browser's limit. */
export function openMore(travel: Travel, host: string, secure: boolean, watcher: Watcher) {
  const { world, setup, seed } = travel;
  const site = siteOf(setup, host);
  if (!site) return;
  const origin = originOf({ host, secure });
  const own = world.connections.filter((one) => originOf(one) === origin && one.phase !== 'closed');
  const onTheirWay = own.filter(({ phase }) => phase === 'opening' || phase === 'securing').length;
  const waiting = travel.waiting.get(origin)?.length ?? 0;
  const free = setup.browser.connections - own.length;
  for (let count = 0; count < Math.min(waiting - onTheirWay, free); count += 1) {
    const resume = setup.network.resumption ? (world.sessions.get(host) ?? null) : null;
    const connection = newConnection(setup, seed, { id: world.nextConnection, site, secure, now: world.now, resume });
    world.nextConnection += 1;
    world.connections.push(connection);
    travel.used.add(connection.id);
    openConnection(travel, connection, watcher);
  }
}

/** Gives a free connection to whoever needs it most. */
export function serveNext(travel: Travel, connection: Connection, watcher: Watcher) {
  const origin = originOf(connection);
  const queue = travel.waiting.get(origin) ?? [];
  const requests = queue.flatMap((id) => requestOf(travel, id) ?? []);
  const next = requests.reduce<JourneyRequest | null>(
    (best, one) => (best && rank(best) <= rank(one) ? best : one),
    null,
  );
  if (!next || connection.phase !== 'idle') return;
  travel.waiting.set(
    origin,
    queue.filter((id) => id !== next.id),
  );
  connection.phase = 'busy';
  connection.request = next.id;
  travel.used.add(connection.id);
  next.connection = connection.id;
  next.reused = connection.carried > 0;
  connection.carried += 1;
  placeHandshakes(next, connection, travel.world.now);
  watcher.assigned(connection, next.id);
}

/** What of its wait was the making of this connection is told as that. */
function placeHandshakes(request: JourneyRequest, connection: Connection, now: number) {
  const waitedFrom = request.phases.at(-1)?.from ?? now;
  if (request.reused || request.phases.at(-1)?.kind !== 'queue' || connection.openedAt === null) return;
  const began = Math.max(waitedFrom, connection.startedAt);
  if (began === waitedFrom) request.phases.pop();
  else enterPhase(request, 'tcp', began);
  const last = request.phases.at(-1);
  if (last?.kind !== 'tcp') request.phases.push({ kind: 'tcp', from: began, to: began });
  enterPhase(request, connection.secure ? 'tls' : 'send', Math.max(began, connection.openedAt));
}

/** Nobody will answer: every request that waits for this host has failed. */
export function takeWaiting(travel: Travel, connection: Connection): JourneyRequest[] {
  const origin = originOf(connection);
  const queue = travel.waiting.get(origin) ?? [];
  travel.waiting.set(origin, []);
  return queue.flatMap((id) => requestOf(travel, id) ?? []);
}
