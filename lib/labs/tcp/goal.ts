import * as z from 'zod/mini';
import { flags } from './segment';
import { sides } from './setup';
import { connectionStates } from './state';

const side = z.enum(sides);
const flag = z.enum(flags);
const count = z.int().check(z.minimum(0), z.maximum(1_000));

/** The closed list of what a task may ask for. A task is solved when all its goals hold at the end of the log. */
export const tcpGoalSchema = z.discriminatedUnion('kind', [
  /** The side is in that state now. */
  z.strictObject({ kind: z.literal('in-state'), side, state: z.enum(connectionStates) }),
  /** The side has been in that state at some time. */
  z.strictObject({ kind: z.literal('passed-through'), side, state: z.enum(connectionStates) }),
  /** The side's application has read exactly this text, all in all. */
  z.strictObject({ kind: z.literal('received'), side, text: z.string().check(z.minLength(1), z.maxLength(4_096)) }),
  /** The side has read text after it had closed its own direction: a half-close. */
  z.strictObject({ kind: z.literal('received-after-close'), side }),
  /** Both ends are CLOSED again, both FINs were acknowledged, and no reset was sent. */
  z.strictObject({ kind: z.literal('closed-cleanly') }),
  /** From the first FIN to the last acknowledgement the connection was closed with so many segments. */
  z.strictObject({ kind: z.literal('closed-with'), segments: count }),
  /** A segment of that side was lost; with all of these flags set and no SYN, FIN or RST that is not among them. */
  z.strictObject({
    kind: z.literal('segment-lost'),
    from: side,
    flags: z.array(flag).check(z.minLength(1), z.maxLength(8)),
  }),
  /** The acknowledgement of the second FIN was lost at least once. */
  z.strictObject({ kind: z.literal('last-ack-lost') }),
  /** The side has sent a segment with this flag again. */
  z.strictObject({ kind: z.literal('retransmitted'), from: side, flag }),
  /** The side's application was told so. */
  z.strictObject({
    kind: z.literal('notified'),
    side,
    notice: z.enum(['connection-refused', 'connection-reset', 'connection-closing', 'gave-up', 'user-timeout']),
  }),
  /** The side's application has read exactly these bytes, all in all, in hex: also what is no text. */
  z.strictObject({
    kind: z.literal('received-bytes'),
    side,
    hex: z.string().check(z.minLength(2), z.maxLength(8_192), z.regex(/^([0-9a-fA-F]{2} ?)+$/)),
  }),
  /** A segment was dropped at the side because its checksum was wrong. */
  z.strictObject({ kind: z.literal('checksum-refused'), side }),
  /** A segment that the learner built, with at least these flags, passed the checksum at the side; `byHand`: with one they worked out. */
  z.strictObject({
    kind: z.literal('checksum-passed'),
    side,
    flags: z.array(flag).check(z.maxLength(8)),
    byHand: z.optional(z.literal(true)),
  }),
  /** Both SYNs offered to scale windows, and both arrived. */
  z.strictObject({ kind: z.literal('window-scaled') }),
  /** The side has asked at a closed window whether there is room. */
  z.strictObject({ kind: z.literal('zero-window-probed'), from: side }),
  /** The side has sent a segment again because of duplicate acknowledgements, without waiting for the timer. */
  z.strictObject({ kind: z.literal('fast-retransmitted'), from: side }),
  /** The side has opened a connection from a SYN cookie. */
  z.strictObject({ kind: z.literal('cookie-accepted'), side }),
  /** Both sides had sent a SYN before they heard the other's. */
  z.strictObject({ kind: z.literal('opened-at-once') }),
  /** Both sides had sent a FIN before they heard the other's. */
  z.strictObject({ kind: z.literal('closed-at-once') }),
  /** At most so many segments entered the network, retransmissions included, the network's copies not. */
  z.strictObject({ kind: z.literal('segments-at-most'), segments: count }),
]);

export type TcpGoal = z.output<typeof tcpGoalSchema>;
