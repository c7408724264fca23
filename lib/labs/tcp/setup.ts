import * as z from 'zod/mini';

/** The two hosts of the lab. The client is drawn at the start, the server at the end of the line. */
export const sides = ['client', 'server'] as const;
export type Side = (typeof sides)[number];

export function peerOf(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}

const address = z.string().check(z.regex(/^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/));
const port = z.int().check(z.minimum(1), z.maximum(65_535));
const sequenceNumber = z.int().check(z.minimum(0), z.maximum(0xffff_ffff));
const probability = z.number().check(z.minimum(0), z.maximum(1));

/** Milliseconds of virtual time. */
const milliseconds = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

/** RFC 7323 §2.3: a window field of 16 bits, shifted by 14. */
const largestWindow = 65_535 * 2 ** 14;

const hostSchema = (defaults: { address: string; port: number }) =>
  z.strictObject({
    address: z._default(address, defaults.address),
    port: z._default(port, defaults.port),
    /** The initial send sequence number of the first connection; from the seed when left out. */
    iss: z.optional(sequenceNumber),
    /** The receive buffer in bytes, which is the window it offers when empty; above 65,535 only with `windowScale`. */
    window: z._default(z.int().check(z.minimum(1), z.maximum(largestWindow)), 65_535),
    /** `at-once`: what arrives is handed to the application; `on-call`: it waits in the buffer for a RECEIVE call. */
    reading: z._default(z.enum(['at-once', 'on-call']), 'at-once'),
    /** How long an acknowledgement may wait for something to travel with (RFC 9293 §3.8.6.3: below 500 ms). 0: sent at once. */
    ackDelay: z._default(milliseconds(0, 499), 0),
    /** The largest segment it is willing to take: its MSS option. */
    mss: z._default(z.int().check(z.minimum(1), z.maximum(1_460)), 1_460),
    /** The shift of the window scale option it offers (RFC 7323 §2). Left out: it offers none. */
    windowScale: z.optional(z.int().check(z.minimum(0), z.maximum(14))),
    /** Offers selective acknowledgement (RFC 2018). */
    sackPermitted: z.optional(z.boolean()),
    /** Offers timestamps (RFC 7323 §3), and with them protection against wrapped sequence numbers (§5). */
    timestamps: z.optional(z.boolean()),
    /** A small segment waits while anything is unacknowledged (RFC 9293 §3.7.4). */
    nagle: z.optional(z.boolean()),
    /**
     * Silly windows (RFC 9293 §3.8.6.2): `avoided` by both rules, that of the sender with its time-out, or `allowed`.
     * Left out: the receiver's rule, and a sender that waits only while older text is unacknowledged.
     */
    sillyWindow: z.optional(z.enum(['avoided', 'allowed'])),
    /** Slow start, congestion avoidance, fast retransmit and fast recovery (RFC 5681, RFC 6582). Left out: only the window limits it. */
    congestion: z.optional(z.literal('new-reno')),
    /** The congestion window to begin with, in segments; left out: by RFC 5681 §3.1. */
    initialWindow: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
    /** While it listens it keeps so many half-open connections (RFC 4987 §2). Left out: the listener itself answers the first SYN. */
    backlog: z.optional(z.int().check(z.minimum(1), z.maximum(64))),
    /** What a listener with a backlog does for lack of room: SYN cookies (RFC 4987 §3.6). Left out: it drops the SYN. */
    synCookies: z.optional(z.enum(['when-full', 'always'])),
    /** Refuses acknowledgements from too long ago (RFC 5961 §5). */
    blindDataCheck: z.optional(z.boolean()),
  });

const clientDefaults = { address: '192.0.2.10', port: 49_396 };
const serverDefaults = { address: '198.51.100.20', port: 443 };

const networkSchema = z.strictObject({
  /** One way. */
  delay: z._default(milliseconds(1, 60_000), 40),
  /** Up to so much is added to the delay of each segment: segments overtake each other. */
  jitter: z._default(milliseconds(0, 60_000), 0),
  loss: z._default(probability, 0),
  duplication: z._default(probability, 0),
});

const timesSchema = z.strictObject({
  /** Maximum segment lifetime: TIME-WAIT lasts twice as long. RFC 9293 §3.4.2 takes two minutes. */
  msl: z._default(milliseconds(1, 120_000), 120_000),
  /** The first retransmission time-out, before a round trip was measured (RFC 6298 §2.1). */
  initialRto: z._default(milliseconds(100, 60_000), 1_000),
  leastRto: z._default(milliseconds(100, 60_000), 1_000),
  mostRto: z._default(milliseconds(100, 120_000), 60_000),
  /** After so many retransmissions of one segment the connection is given up (RFC 9293 §3.8.3, R2). */
  retransmissions: z._default(z.int().check(z.minimum(0), z.maximum(15)), 8),
  /** What was handed to SEND must be acknowledged in this time, or the connection is broken off (RFC 9293 §3.9.1.2). Left out: no limit. */
  userTimeout: z.optional(milliseconds(1, 3_600_000)),
});

export const tcpSetupSchema = z.strictObject({
  client: z._default(hostSchema(clientDefaults), hostSchema(clientDefaults).parse({})),
  server: z._default(hostSchema(serverDefaults), hostSchema(serverDefaults).parse({})),
  network: z._default(networkSchema, networkSchema.parse({})),
  times: z._default(timesSchema, timesSchema.parse({})),
  /** What carries the text. Left out: TCP. Over UDP there are no connections: SEND makes a datagram, whatever becomes of it. */
  protocol: z.optional(z.literal('udp')),
});

export type TcpSetup = z.output<typeof tcpSetupSchema>;
