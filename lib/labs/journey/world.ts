import type { HttpClient } from '../http/client/fetch-step';
import { copyOf as copyOfTcp } from '../tcp/moment';
import type { Side } from '../tcp/setup';
import type { TcpState } from '../tcp/state';
import type { ClientEndpoint, OutRecord, ServerEndpoint } from '../tls/endpoint';
import { copyOfEndpoint } from '../tls/endpoint';
import type { Session } from '../tls/session';
import type { NameStore } from './names';
import type { Line } from './wire';

/** A record of TLS as its sender gave it to TCP. */
export type CarriedRecord = OutRecord & { readonly from: Side; readonly at: number };

/** A whole HTTP message as it was written into a connection. */
export type CarriedMessage = {
  readonly from: Side;
  readonly at: number;
  readonly request: number;
  readonly bytes: Uint8Array;
};

export type ConnectionPhase = 'opening' | 'securing' | 'idle' | 'busy' | 'closed';

/** Why a connection came to nothing. */
export type ConnectionFailure =
  | { kind: 'refused' | 'reset' | 'gave-up' }
  /** `side` found the fault and told the other by an alert. */
  | { kind: 'tls'; side: Side; alert: string; why: string };

export type Connection = {
  /** Counted from 1 over all journeys. */
  readonly id: number;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly secure: boolean;
  readonly tcp: TcpState;
  readonly tls: { client: ClientEndpoint; server: ServerEndpoint } | null;
  phase: ConnectionPhase;
  readonly startedAt: number;
  openedAt: number | null;
  securedAt: number | null;
  resumed: boolean;
  lastUsedAt: number;
  failure: ConnectionFailure | null;
  /** What of a stream is no whole record yet, by who reads it. */
  unread: Record<Side, Uint8Array>;
  /** What the server has of a request. */
  asked: Uint8Array;
  records: CarriedRecord[];
  messages: CarriedMessage[];
  /** The request it is busy with. */
  request: number | null;
  /** How many requests it carried. */
  carried: number;
};

/** RFC 6797 §5.1: what a browser keeps of a host that wants to be asked over https alone. */
export type HstsEntry = { readonly until: number; readonly subdomains: boolean };

/** Everything that outlasts a journey: what the browser remembers, the connections it has, the clock. */
export type World = {
  /** Virtual milliseconds since the lab began. */
  now: number;
  line: Line;
  connections: Connection[];
  names: NameStore;
  /** Cache and cookies. */
  client: HttpClient;
  hsts: Map<string, HstsEntry>;
  sessions: Map<string, Session>;
  /** What Alt-Svc said, by origin. */
  alternatives: Map<string, string>;
  keyLog: string[];
  /** The number of the next request and of the next connection. */
  nextRequest: number;
  nextConnection: number;
};

/** A world that shares nothing with this one that a journey changes. */
export function copyOfWorld(world: World): World {
  return {
    ...world,
    line: { ...world.line },
    connections: world.connections.map(copyOfConnection),
    names: { ...world.names },
    hsts: new Map(world.hsts),
    sessions: new Map(world.sessions),
    alternatives: new Map(world.alternatives),
    keyLog: [...world.keyLog],
  };
}

function copyOfConnection(connection: Connection): Connection {
  const { tcp, tls } = connection;
  // A closed one changes no more.
  if (connection.phase === 'closed') return connection;
  return {
    ...connection,
    tcp: copyOfTcp(tcp, ['client', 'server']),
    tls: tls && { client: copyOfEndpoint(tls.client), server: copyOfEndpoint(tls.server) },
    unread: { ...connection.unread },
    records: [...connection.records],
    messages: [...connection.messages],
  };
}
