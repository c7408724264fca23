import type { Ingredient, ListenerMeans, StoryStep } from './action';
import type { ClientEndpoint, Note, OutRecord, ServerEndpoint } from './endpoint';
import type { Session } from './session';
import type { TlsSetup } from './setup';
import type { Side } from './side';

/** What somebody in the network did to a record. */
export type Tampering =
  | { how: 'flip'; byte: number; bit: number; was: number; is: number }
  | { how: 'strip-suite'; suite: string }
  | { how: 'lower-version'; to: string }
  | { how: 'swap-certificate'; certificate: string };

export type RecordFate = 'in-flight' | 'arrived' | 'lost';

/** A record that was sent. Its id is its place in the list of all records. */
export type TlsRecord = Omit<OutRecord, 'bytes'> & {
  id: number;
  /** Counted from 1. */
  connection: number;
  from: Side;
  /** As it left its sender. */
  sent: Uint8Array;
  /** As it goes on, or arrived. */
  bytes: Uint8Array;
  tamperings: readonly Tampering[];
  fate: RecordFate;
  /** Virtual milliseconds. */
  sentAt: number;
  /** When it arrives; of one that was lost, when that was. */
  at: number;
  /** The record that it is a copy of. */
  copyOf?: number;
};

/** A message or the like as it happened, for goals and for the diagram. */
export type Happened = { at: number; connection: number; side: Side; note: Note };

/** What the learner wrote on paper. */
export type Attempt = {
  secret: Ingredient;
  first: Ingredient;
  second: Ingredient;
  /** What the PRF makes of it; null where a value is not known yet. */
  result: Uint8Array | null;
  right: boolean;
};

/** The whole lab. A step changes a copy of it, never itself. */
export type TlsState = {
  setup: TlsSetup;
  seed: number;
  /** Virtual milliseconds since the start. */
  now: number;
  /** How many connections have begun. */
  connection: number;
  client: ClientEndpoint;
  server: ServerEndpoint;
  records: TlsRecord[];
  /** The ids of those under way, in the order in which they will arrive. */
  wire: number[];
  history: Happened[];
  /** Tickets that the client holds. */
  sessions: readonly Session[];
  /** NSS key log of the client, all connections. */
  keyLog: readonly string[];
  listener: ListenerMeans;
  story: readonly StoryStep[];
  attempts: readonly Attempt[];
  ordered: readonly StoryStep[] | null;
};
