import { concatenated } from '../bytes';
import { parseRequest } from '../http/parse-message';
import { writeResponse } from '../http/write-message';
import type { Side } from '../tcp/setup';
import type { Endpoint } from '../tls/endpoint';
import { receiveRecord } from '../tls/receive';
import { splitRecords } from '../tls/record';
import { closeEndpoint, sendData } from '../tls/send-data';
import { startClient } from '../tls/start-client';
import { joined } from './connection';
import { answer } from './server';
import { siteOf } from './site-of';
import type { Travel } from './travel';
import { call, type Told, goOn as tcpGoesOn } from './wire';
import type { Connection } from './world';

/** What whoever uses connections wants to know of them. */
export type Watcher = {
  /** Bytes of an answer. */
  received(connection: Connection, bytes: Uint8Array): void;
  /** It can carry a request now. */
  ready(connection: Connection): void;
  /** It will carry nothing more. */
  over(connection: Connection): void;
  /** It was given this request to carry. */
  assigned(connection: Connection, request: number): void;
};

/** The next thing happens in a connection. */
export function goOn(travel: Travel, connection: Connection, watcher: Watcher) {
  const { world, setup } = travel;
  hear(travel, connection, watcher, tcpGoesOn(connection.tcp, world.line, setup.network.bandwidth));
}

/** Both programs begin: the server listens (if there is one), the browser opens. */
export function openConnection(travel: Travel, connection: Connection, watcher: Watcher) {
  const site = siteOf(travel.setup, connection.host);
  const listens = site && site.reach === 'open' && (connection.secure ? site.tls !== 'none' : site.plain !== 'nobody');
  if (listens) ask(travel, connection, watcher, { kind: 'listen', side: 'server' });
  ask(travel, connection, watcher, { kind: 'open', side: 'client' });
}

type Asked = Parameters<typeof call>[2];

function ask(travel: Travel, connection: Connection, watcher: Watcher, asked: Asked) {
  const { world, setup } = travel;
  hear(travel, connection, watcher, call(connection.tcp, world.now, asked, world.line, setup.network.bandwidth));
}

function hear(travel: Travel, connection: Connection, watcher: Watcher, told: readonly Told[]) {
  travel.cost += 1;
  for (const one of told) {
    switch (one.kind) {
      case 'opened':
        if (one.side === 'client') opened(travel, connection, watcher);
        break;
      case 'arrived':
        arrived(travel, connection, watcher, one.side, one.bytes);
        break;
      case 'closing':
        closing(travel, connection, watcher, one.side);
        break;
      case 'failed':
        if (one.side === 'client') end(connection, watcher, () => (connection.failure ??= { kind: one.why }));
        break;
    }
  }
}

function end(connection: Connection, watcher: Watcher, why: () => void) {
  if (connection.phase === 'closed') return;
  why();
  connection.phase = 'closed';
  watcher.over(connection);
}

const handshakeCost = 400;

function opened(travel: Travel, connection: Connection, watcher: Watcher) {
  connection.openedAt = travel.world.now;
  if (!connection.tls) return ready(connection, watcher);
  connection.phase = 'securing';
  startClient(connection.tls.client);
  travel.cost += handshakeCost;
  drain(travel, connection, watcher, 'client');
}

function ready(connection: Connection, watcher: Watcher) {
  connection.phase = 'idle';
  watcher.ready(connection);
}

/** Bytes of a stream come: records where there is TLS, else what the peer wrote. */
function arrived(travel: Travel, connection: Connection, watcher: Watcher, side: Side, bytes: Uint8Array) {
  const endpoint = connection.tls?.[side];
  if (!endpoint) return read(travel, connection, watcher, side, bytes);
  const { records, rest } = splitRecords(joined(connection.unread[side], bytes));
  connection.unread[side] = rest;
  for (const record of records) {
    receiveRecord(endpoint, record);
    drain(travel, connection, watcher, side);
  }
}

/** What an end of TLS noticed and wants to send. */
function drain(travel: Travel, connection: Connection, watcher: Watcher, side: Side) {
  const endpoint: Endpoint | undefined = connection.tls?.[side];
  if (!endpoint) return;
  const { world } = travel;
  const { notes, out } = endpoint;
  endpoint.notes = [];
  endpoint.out = [];
  if (side === 'client') {
    world.keyLog.push(...endpoint.keyLog);
    endpoint.keyLog = [];
  }
  for (const record of out) connection.records.push({ ...record, from: side, at: world.now });
  if (out.length > 0) {
    const bytes = out.length === 1 && out[0] ? out[0].bytes : concatenated(...out.map((record) => record.bytes));
    ask(travel, connection, watcher, { kind: 'send', side, bytes });
  }
  for (const note of notes) {
    if (note.code === 'received') read(travel, connection, watcher, side, note.bytes);
    else if (note.code === 'connected' && side === 'client') {
      connection.securedAt = world.now;
      connection.resumed = endpoint.resumed;
      ready(connection, watcher);
    } else if (note.code === 'ticket-kept' && connection.tls) {
      const session = connection.tls.client.sessions.at(-1);
      if (session) world.sessions.set(connection.host, session);
    } else if (note.code === 'alert-sent' && note.alert !== 'close_notify') {
      connection.failure = { kind: 'tls', side, alert: note.alert, why: note.why };
      // Whoever found the fault closes the connection behind the alert.
      ask(travel, connection, watcher, { kind: 'close', side });
      if (side === 'client') end(connection, watcher, () => undefined);
    } else if (note.code === 'alert-received' && note.alert !== 'close_notify' && side === 'client') {
      connection.failure ??= { kind: 'tls', side: 'server', alert: note.alert, why: note.alert };
      end(connection, watcher, () => undefined);
    }
  }
}

/** What the application at this side reads. */
function read(travel: Travel, connection: Connection, watcher: Watcher, side: Side, bytes: Uint8Array) {
  if (side === 'client') return watcher.received(connection, bytes);
  connection.asked = joined(connection.asked, bytes);
  const parsed = parseRequest(connection.asked);
  const site = siteOf(travel.setup, connection.host);
  if (parsed.kind !== 'complete' || !parsed.message || !site) return;
  connection.asked = connection.asked.subarray(parsed.end);
  const { response, think } = answer(site, connection.secure, parsed.message, travel.world.now);
  const closes = response.fields.some(({ name, value }) => name === 'Connection' && value === 'close');
  travel.agenda.plan(travel.world.now + think, () => {
    write(travel, connection, watcher, 'server', writeResponse(response));
    if (closes) closeConnection(travel, connection, watcher, 'server');
  });
}

/** Writes a message into the connection, under TLS where there is some. */
export function write(travel: Travel, connection: Connection, watcher: Watcher, side: Side, bytes: Uint8Array) {
  const { world } = travel;
  connection.messages.push({ from: side, at: world.now, request: connection.request ?? 0, bytes });
  const endpoint = connection.tls?.[side];
  if (!endpoint) return ask(travel, connection, watcher, { kind: 'send', side, bytes });
  sendData(endpoint, bytes);
  drain(travel, connection, watcher, side);
}

/** In order: close_notify, then FIN. */
export function closeConnection(travel: Travel, connection: Connection, watcher: Watcher, side: Side) {
  const endpoint = connection.tls?.[side];
  if (endpoint) {
    closeEndpoint(endpoint);
    drain(travel, connection, watcher, side);
  }
  ask(travel, connection, watcher, { kind: 'close', side });
}

/** The peer has sent its FIN: this side closes as well. */
function closing(travel: Travel, connection: Connection, watcher: Watcher, side: Side) {
  const { state } = connection.tcp[side];
  if (state === 'CLOSE-WAIT') closeConnection(travel, connection, watcher, side);
  if (side === 'client') end(connection, watcher, () => undefined);
}
