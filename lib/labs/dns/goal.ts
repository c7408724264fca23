import * as z from 'zod/mini';
import { causes, claimFields } from './conclude';
import { nameSchema, typeSchema } from './setup';

const type = z._default(typeSchema, 'A');
/** As a master file writes it: `198.51.100.20`, `10 mail.shop.example.` */
const data = z.optional(z.string().check(z.maxLength(300)));
const answerRcodes = ['NOERROR', 'NXDOMAIN', 'SERVFAIL', 'REFUSED'] as const;

/**
 * The closed list of what a task may ask for. A task is solved when all its goals hold at the end of the log.
 * For following an alias across zones: `followed`, `asked` with `by: stub` (by hand, server after server) and `concluded` with `canonical`
 * and `zone`. For a stale answer: `stale-seen`, `concluded` with `cause` and `left`, `expired`, `fresh-answer`.
 */
export const dnsGoalSchema = z.discriminatedUnion('kind', [
  /** The computer's last answer to this question came with this rcode, and holds this record when one is named. */
  z.strictObject({
    kind: z.literal('answered'),
    name: nameSchema,
    type,
    rcode: z._default(z.enum(answerRcodes), 'NOERROR'),
    data,
  }),
  /** The computer's last answer to this question came out of the resolver's cache: nobody else was asked for it. */
  z.strictObject({ kind: z.literal('from-cache'), name: nameSchema, type }),
  /** The resolver knows this now. */
  z.strictObject({ kind: z.literal('cached'), name: nameSchema, type, data }),
  z.strictObject({ kind: z.literal('not-cached'), name: nameSchema, type }),
  /** The resolver knows now that there is no such name, or no such record. */
  z.strictObject({ kind: z.literal('absence-cached'), name: nameSchema, type }),
  /** The time of what the resolver knew of this has run out by itself. */
  z.strictObject({ kind: z.literal('expired'), name: nameSchema, type }),
  /** A message that arrived at the computer or the resolver held this record. */
  z.strictObject({ kind: z.literal('record-seen'), name: nameSchema, type, data }),
  /** The server was asked; `by: stub`: by the learner's computer itself. Without a name: for anything. */
  z.strictObject({
    kind: z.literal('asked'),
    server: nameSchema,
    name: z.optional(nameSchema),
    by: z.optional(z.enum(['stub', 'resolver'])),
  }),
  z.strictObject({ kind: z.literal('not-asked'), server: nameSchema }),
  /** The computer's last answer to this question leads through these names, in this order. */
  z.strictObject({
    kind: z.literal('followed'),
    name: nameSchema,
    type,
    through: z.array(nameSchema).check(z.minLength(1), z.maxLength(10)),
  }),
  /** An answer did not fit into a datagram and was fetched over TCP. */
  z.strictObject({ kind: z.literal('used-tcp'), name: nameSchema, type }),
  /** A server was asked for a zone that it does not have. */
  z.strictObject({ kind: z.literal('lame-found'), server: nameSchema }),
  /** The computer got an answer that the authority, at that moment, would not have given any more. */
  z.strictObject({ kind: z.literal('stale-seen'), name: nameSchema, type }),
  /** The computer's last answer is what the authority says now. */
  z.strictObject({ kind: z.literal('fresh-answer'), name: nameSchema, type }),
  /** The resolver believes now what somebody forged. */
  z.strictObject({ kind: z.literal('poisoned'), name: nameSchema, type }),
  /** Somebody tried, and the resolver believes nothing false: forgeries of this server's answers were ignored. */
  z.strictObject({
    kind: z.literal('withstood'),
    attempts: z._default(z.int().check(z.minimum(1), z.maximum(100_000)), 1),
  }),
  /** The last time the learner wrote down something of this question, all these fields were there and right. */
  z.strictObject({
    kind: z.literal('concluded'),
    name: nameSchema,
    type,
    fields: z.array(z.enum(claimFields)).check(z.minLength(1), z.maxLength(5)),
    /** The task may show which cause it wants to be found; without it, whichever holds. */
    cause: z.optional(z.enum(causes)),
  }),
  /** The resolver has sent no more queries than this in the whole run. */
  z.strictObject({ kind: z.literal('at-most-sent'), queries: z.int().check(z.minimum(0), z.maximum(500)) }),
]);
export type DnsGoal = z.output<typeof dnsGoalSchema>;
