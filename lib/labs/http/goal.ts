import * as z from 'zod/mini';
import { faultCodes } from './fault';

const words = z.string().check(z.minLength(1), z.maxLength(200));
const count = z.int().check(z.minimum(1), z.maximum(100));
const status = z.int().check(z.minimum(100), z.maximum(599));

/** What a field has to be: there; exactly this; holding this; or not there. */
const fieldMatchSchema = z.strictObject({
  name: words,
  value: z.optional(words),
  includes: z.optional(words),
  absent: z.optional(z.literal(true)),
});

/** What one exchange in the server's log has to be; what is left out may be anything. */
export const exchangeMatchSchema = z.strictObject({
  method: z.optional(words),
  /** Without the query: `/notes/1`; with `…` at its end: whatever begins so. */
  path: z.optional(words),
  /** With the query: `/redirect/2?status=301`. */
  target: z.optional(words),
  status: z.optional(status),
  version: z.optional(z.enum(['HTTP/1.0', 'HTTP/1.1'])),
  /** How the request's content was framed. */
  framing: z.optional(z.enum(['none', 'length', 'chunked'])),
  /** Why the request was refused as it stood. */
  fault: z.optional(z.enum(faultCodes)),
  request: z.optional(z.array(fieldMatchSchema).check(z.maxLength(8))),
  answer: z.optional(z.array(fieldMatchSchema).check(z.maxLength(8))),
  /** What the request's content includes. */
  body: z.optional(words),
  /** What the answer's content includes (its first kilobyte). */
  answerBody: z.optional(words),
});
export type ExchangeMatch = z.output<typeof exchangeMatchSchema>;

const specimen = z.int().check(z.minimum(0), z.maximum(11));

/**
 * The closed list of what a task may ask for. The first four look at the server's log alone, so that they are checked alike
 * whether a request came from the lab or from a socket (`isMetByLog`); the others look at the browser and at what is on paper.
 */
export const httpGoalSchema = z.discriminatedUnion('kind', [
  /** The log holds such an exchange, so many times at least. */
  z.strictObject({ kind: z.literal('log-has'), match: exchangeMatchSchema, times: z._default(count, 1) }),
  /** The log holds these in this order, with whatever in between. */
  z.strictObject({
    kind: z.literal('log-in-order'),
    matches: z.array(exchangeMatchSchema).check(z.minLength(2), z.maxLength(12)),
  }),
  /** The log holds at most so many of these. */
  z.strictObject({
    kind: z.literal('log-has-at-most'),
    match: exchangeMatchSchema,
    times: z.int().check(z.minimum(0), z.maximum(100)),
  }),
  /** The last answer was this. */
  z.strictObject({ kind: z.literal('response-status'), status }),
  /** A request of the learner by hand, as it was read, was such; the last one. */
  z.strictObject({ kind: z.literal('sent-request'), match: exchangeMatchSchema }),
  /** The browser answered a request for this path from its cache: without asking, or having asked. */
  z.strictObject({
    kind: z.literal('cache-used'),
    path: words,
    how: z.enum(['fresh', 'validated']),
    times: z._default(count, 1),
  }),
  /** The browser's cache holds something for this path, fresh or not, or no longer anything. */
  z.strictObject({ kind: z.literal('cache-holds'), path: words, state: z.enum(['fresh', 'stale', 'nothing']) }),
  /** The browser has this cookie, or no longer has it. */
  z.strictObject({ kind: z.literal('cookie'), name: words, value: z.optional(words), state: z.enum(['kept', 'gone']) }),
  /** The browser was sent on so many times and arrived with this status. */
  z.strictObject({
    kind: z.literal('arrived'),
    path: words,
    status,
    after: z._default(z.int().check(z.minimum(0), z.maximum(20)), 0),
  }),
  /** What is wrong with a specimen was named, and nothing else after that; with `all`: everything that is wrong with it. */
  z.strictObject({ kind: z.literal('fault-named'), specimen, all: z._default(z.boolean(), false) }),
  /** The content of a specimen was taken out of its framing. */
  z.strictObject({ kind: z.literal('decoded'), specimen }),
  /** The server answered a request that the front end never saw as one; with `path`: for this path. */
  z.strictObject({ kind: z.literal('smuggled'), path: z.optional(words) }),
  /** Another person got an answer to something he did not ask. */
  z.strictObject({ kind: z.literal('victim-misled') }),
]);

export type HttpGoal = z.output<typeof httpGoalSchema>;
