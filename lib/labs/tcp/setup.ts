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

const hostSchema = (defaults: { address: string; port: number }) =>
  z.strictObject({
    address: z._default(address, defaults.address),
    port: z._default(port, defaults.port),
    /** The initial send sequence number of the first connection; from the seed when left out. */
    iss: z.optional(sequenceNumber),
    /** The receive buffer in bytes, which is the window it offers when empty. */
    window: z._default(z.int().check(z.minimum(1), z.maximum(65_535)), 65_535),
    /** `at-once`: what arrives is handed to the application; `on-call`: it waits in the buffer for a RECEIVE call. */
    reading: z._default(z.enum(['at-once', 'on-call']), 'at-once'),
    /** How long an acknowledgement may wait for something to travel with (RFC 9293 §3.8.6.3: below 500 ms). 0: sent at once. */
    ackDelay: z._default(milliseconds(0, 499), 0),
    /** The largest segment it is willing to take: its MSS option. */
    mss: z._default(z.int().check(z.minimum(1), z.maximum(1_460)), 1_460),
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
});

export const tcpSetupSchema = z.strictObject({
  client: z._default(hostSchema(clientDefaults), hostSchema(clientDefaults).parse({})),
  server: z._default(hostSchema(serverDefaults), hostSchema(serverDefaults).parse({})),
  network: z._default(networkSchema, networkSchema.parse({})),
  times: z._default(timesSchema, timesSchema.parse({})),
});

export type TcpSetup = z.output<typeof tcpSetupSchema>;
