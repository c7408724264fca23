import * as z from 'zod/mini';
import { flags } from './segment';
import { sides } from './setup';

const side = z.enum(sides);
const sequenceNumber = z.int().check(z.minimum(0), z.maximum(0xffff_ffff));

/** Segments are numbered in the order in which they entered the network, copies included. */
const segment = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** What one SEND call may hand over, in bytes of UTF-8. */
export const mostBytesToSend = 4_096;

/** The longest single wait: an hour of virtual time. */
export const longestWait = 3_600_000;

const text = z.string().check(
  z.minLength(1),
  z.maxLength(mostBytesToSend),
  z.refine((value) => new TextEncoder().encode(value).length <= mostBytesToSend),
);
const ms = z.int().check(z.minimum(1), z.maximum(longestWait));

const word = z.int().check(z.minimum(0), z.maximum(0xffff));
const port = word;

/** So many bytes as pairs of hex digits, with or without spaces between the pairs. */
const hex = (mostBytes: number) => z.string().check(z.maxLength(3 * mostBytes), z.regex(/^([0-9a-fA-F]{2} ?)*$/));

/** All that a learner can do: the user calls of RFC 9293 §3.9.1, what the network does to a segment, and time. */
export const tcpActionSchema = z.discriminatedUnion('kind', [
  /** Passive OPEN. */
  z.strictObject({ kind: z.literal('listen'), side }),
  /** Active OPEN. */
  z.strictObject({ kind: z.literal('open'), side }),
  z.strictObject({ kind: z.literal('send'), side, text }),
  /** The application takes what has arrived, or so many bytes of it. */
  z.strictObject({
    kind: z.literal('receive'),
    side,
    bytes: z.optional(z.int().check(z.minimum(1), z.maximum(mostBytesToSend))),
  }),
  z.strictObject({ kind: z.literal('close'), side }),
  z.strictObject({ kind: z.literal('abort'), side }),
  z.strictObject({ kind: z.literal('status'), side }),
  /** This segment arrives now, before all others. */
  z.strictObject({ kind: z.literal('deliver'), segment }),
  /** The network loses this segment. */
  z.strictObject({ kind: z.literal('drop'), segment }),
  /** The network makes a second one of this segment, which arrives right behind it. */
  z.strictObject({ kind: z.literal('duplicate'), segment }),
  /** This segment takes `ms` longer. */
  z.strictObject({ kind: z.literal('delay'), segment, ms }),
  /** A copy of a segment that has arrived or was lost turns up once more. */
  z.strictObject({ kind: z.literal('replay'), segment }),
  /** Someone sends a segment under the name of the peer of `to`. */
  z.strictObject({
    kind: z.literal('forge'),
    to: side,
    flags: z.array(z.enum(flags)).check(z.maxLength(8)),
    seq: sequenceNumber,
    /** Counts when `flags` has ACK. */
    ack: z.optional(sequenceNumber),
    text: z.optional(text),
  }),
  /** A segment built by hand, field by field, under the name of the peer of `to` or as a stranger. */
  z.strictObject({
    kind: z.literal('craft'),
    to: side,
    stranger: z.optional(z.literal(true)),
    sourcePort: z.optional(port),
    destinationPort: z.optional(port),
    flags: z.array(z.enum(flags)).check(z.maxLength(8)),
    seq: sequenceNumber,
    ack: z.optional(sequenceNumber),
    window: z.optional(word),
    urgent: z.optional(word),
    /** As the learner worked it out, or `right`: computed for them. */
    checksum: z.union([word, z.literal('right')]),
    /** Hex; filled up with zeros to whole words. */
    options: z.optional(hex(40)),
    text: z.optional(text),
    /** The data as hex instead. */
    hex: z.optional(hex(mostBytesToSend)),
  }),
  /** On its way a byte of this segment is turned over: one bit of it, counted from the highest, or all eight. */
  z.strictObject({
    kind: z.literal('corrupt'),
    segment,
    /** Counted from the first byte of the IP header. */
    byte: z.int().check(z.minimum(0), z.maximum(65_535)),
    bit: z.optional(z.int().check(z.minimum(0), z.maximum(7))),
  }),
  /** An attacker sends `side` so many SYNs, each from another address. */
  z.strictObject({ kind: z.literal('flood'), side, syns: z.int().check(z.minimum(1), z.maximum(64)) }),
  /** Time passes until the next thing happens: one arrival or one timer. */
  z.strictObject({ kind: z.literal('next') }),
  /** So much time passes, and whatever falls due in it happens. */
  z.strictObject({ kind: z.literal('wait'), ms }),
]);

export type TcpAction = z.output<typeof tcpActionSchema>;

export const tcpActionKinds = [
  'listen',
  'open',
  'send',
  'receive',
  'close',
  'abort',
  'status',
  'deliver',
  'drop',
  'duplicate',
  'delay',
  'replay',
  'forge',
  'craft',
  'corrupt',
  'flood',
  'next',
  'wait',
] as const satisfies readonly TcpAction['kind'][];
