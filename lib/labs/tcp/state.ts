import type { RandomState } from '../random';
import type { Congestion } from './congestion';
import type { HalfOpen } from './half-open';
import type { History } from './history';
import type { Segment, SegmentFields } from './segment';
import type { Side, TcpSetup } from './setup';

/** RFC 9293 §3.3.2. */
export const connectionStates = [
  'CLOSED',
  'LISTEN',
  'SYN-SENT',
  'SYN-RECEIVED',
  'ESTABLISHED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSE-WAIT',
  'CLOSING',
  'LAST-ACK',
  'TIME-WAIT',
] as const;
export type ConnectionState = (typeof connectionStates)[number];

export const timers = ['retransmission', 'time-wait', 'delayed-ack', 'override', 'syn-queue', 'user'] as const;
export type Timer = (typeof timers)[number];

/** A segment that was sent and is not yet acknowledged. */
export type Unacknowledged = {
  segment: SegmentFields;
  /** The id under which it was first sent. */
  first: number;
  sentAt: number;
  retransmissions: number;
  /** The peer has it, though not all before it (RFC 2018). */
  sacked?: boolean;
  /** Taken for lost: it goes again as soon as the congestion window has room. */
  lost?: boolean;
};

/** What arrived ahead of its turn (RFC 9293 §3.10.7.4: may be held for later processing). */
export type Held = { seq: number; text: Uint8Array; fin: boolean; order?: number };

/** What TCP tells the application (RFC 9293 §3.9.1's signals). */
export type Notice = 'connection-refused' | 'connection-reset' | 'connection-closing' | 'gave-up' | 'user-timeout';

/** What both SYNs offered and is therefore in use; a SYN settles it for good. */
export type Negotiated = {
  /** How far windows are shifted: Snd.Wind.Shift those that are heard, Rcv.Wind.Shift those that are told (RFC 7323 §2.3). */
  readonly scale: { readonly snd: number; readonly rcv: number } | null;
  readonly sack: boolean;
  readonly timestamps: boolean;
};

/**
 * RFC 7323 §4.3: TS.Recent and when it was heard, Last.ACK.sent, and what this side's clock shows at time 0. `refusedAt`:
 * when a bare acknowledgement was last refused for its timestamp and answered.
 */
export type Clock = {
  offset: number;
  recent: number;
  recentAt: number;
  lastAckSent: number;
  refusedAt: number | null;
};

/** One end: its transmission control block under the RFC's names (§3.3.1), its timers and its application. */
export type Endpoint = {
  side: Side;
  state: ConnectionState;
  /** How the connection was opened; decides where a reset in SYN-RECEIVED leads (§3.10.7.4). */
  openedBy: 'active' | 'passive' | null;
  ISS: number;
  IRS: number;
  /** Whether IRS and RCV.NXT mean anything yet. */
  knowsPeer: boolean;
  SND: { UNA: number; NXT: number; WND: number; WL1: number; WL2: number; MSS: number };
  RCV: { NXT: number; WND: number };
  negotiated: Negotiated;
  clock: Clock;
  /** The largest window the peer ever offered: MAX.SND.WND of RFC 5961 §5, Max(SND.WND) of RFC 9293 §3.8.6.2.1. */
  mostWindow: number;
  /** null where the setup has none, and before the connection is open. */
  congestion: Congestion | null;
  /** When text was last sent. */
  lastSentAt: number;
  /** The last sample of its congestion window. */
  sampled: CongestionSample | null;
  /** Connections that a listener with a backlog has answered and that are not open yet, the oldest first. */
  halfOpen: readonly HalfOpen[];
  /** Text of SEND calls that has not been sent yet. */
  sendQueue: Uint8Array;
  /** CLOSE was called and the FIN waits behind the text. */
  closeQueued: boolean;
  /** The sequence number that this side's FIN took; null until it was sent. */
  finSeq: number | null;
  /** In the order of their sequence numbers. */
  retransmissionQueue: Unacknowledged[];
  held: Held[];
  /** The time-out was backed off while the SYN was unacknowledged (RFC 6298 §5.7). */
  synRetransmitted: boolean;
  /** RFC 6298: smoothed round-trip time, its variance, the time-out; null before the first measure. */
  RTO: number;
  SRTT: number | null;
  RTTVAR: number | null;
  /** When each running timer falls due, in virtual milliseconds. */
  timers: Partial<Record<Timer, number>>;
  /** Acknowledgements that wait for company (delayed ACK): how many segments they would cover. */
  acksOwed: number;
  opens: number;
  ipId: number;
  application: {
    /** All that was handed to SEND, and all that came out of RECEIVE, since the start. */
    sent: Uint8Array;
    received: Uint8Array;
    /** What has arrived in order and waits for RECEIVE. */
    buffered: Uint8Array;
    /** Over UDP: the sizes of the datagrams in `buffered`, for each is read by itself. */
    datagrams: readonly number[];
    notices: readonly Notice[];
  };
};

/** One change of state, kept for goals and for the diagram. */
export type StateChange = {
  at: number;
  side: Side;
  from: ConnectionState;
  to: ConnectionState;
  /** The listener had kept nothing and believed a SYN cookie. */
  byCookie?: true;
};

/** How much a side dared to have under way at a time, for a plot. Bytes. */
export type CongestionSample = { at: number; side: Side; cwnd: number; ssthresh: number; flight: number };

/** The whole lab: both ends, the network between them, and what has happened. A step changes a copy of it, never itself. */
export type TcpState = {
  setup: TcpSetup;
  seed: number;
  /** Virtual milliseconds since the start. */
  now: number;
  random: RandomState;
  client: Endpoint;
  server: Endpoint;
  /** Every segment that entered the network, as the engine keeps them. */
  log: History<Segment>;
  /** The same in an array, made when somebody looks; `segments[2].ack`. */
  readonly segments: readonly Segment[];
  /** The ids of those still under way, in the order in which they will arrive. */
  wire: number[];
  stateChanges: StateChange[];
  /** One for each change of a congestion window, in the order of time. */
  sampleLog: History<CongestionSample>;
  readonly samples: readonly CongestionSample[];
  /** How many SYNs an attacker has sent: so that each comes from elsewhere. */
  flooded: number;
};

/** A state with its arrays. Their getters are the same two for all states, so that all states have one shape. */
export function stateOf(parts: Omit<TcpState, 'segments' | 'samples'>): TcpState {
  return new LookedAt(parts);
}

class LookedAt implements TcpState {
  setup: TcpSetup;
  seed: number;
  now: number;
  random: RandomState;
  client: Endpoint;
  server: Endpoint;
  log: History<Segment>;
  wire: number[];
  stateChanges: StateChange[];
  sampleLog: History<CongestionSample>;
  flooded: number;
  declare readonly segments: readonly Segment[];
  declare readonly samples: readonly CongestionSample[];

  constructor(parts: Omit<TcpState, 'segments' | 'samples'>) {
    this.setup = parts.setup;
    this.seed = parts.seed;
    this.now = parts.now;
    this.random = parts.random;
    this.client = parts.client;
    this.server = parts.server;
    this.log = parts.log;
    this.wire = parts.wire;
    this.stateChanges = parts.stateChanges;
    this.sampleLog = parts.sampleLog;
    this.flooded = parts.flooded;
    Object.defineProperty(this, 'segments', segments);
    Object.defineProperty(this, 'samples', samples);
  }
}

/** Own and enumerable: what looks at a state key by key finds them. */
const segments = {
  enumerable: true,
  get(this: LookedAt) {
    return this.log.all();
  },
};
const samples = {
  enumerable: true,
  get(this: LookedAt) {
    return this.sampleLog.all();
  },
};
