import * as z from 'zod/mini';
import { causes } from './cause';

const host = z.string().check(z.minLength(1), z.maxLength(64));
const count = z.int().check(z.minimum(1), z.maximum(100));

/** The closed list of what a task may ask for. A task is solved when all its goals hold at the end of the log. */
export const journeyGoalSchema = z.discriminatedUnion('kind', [
  /** The last journey is over and its page is there; of this host, where one is given. */
  z.strictObject({ kind: z.literal('loaded'), host: z.optional(host) }),
  /** So many pages have come, of one host where one is given. */
  z.strictObject({ kind: z.literal('loaded-times'), count, host: z.optional(host) }),
  /** The last journey took no longer, in milliseconds, and its page is there. */
  z.strictObject({ kind: z.literal('within'), ms: z.int().check(z.minimum(1), z.maximum(600_000)) }),
  /** The last journey's document came without a look-up of its name at the resolver. */
  z.strictObject({ kind: z.literal('name-from-cache') }),
  /** In the last journey so many requests were answered from the cache without asking. */
  z.strictObject({ kind: z.literal('from-cache'), count }),
  /** In the last journey so many were asked about and had not changed. */
  z.strictObject({ kind: z.literal('unchanged'), count }),
  /** In the last journey HSTS made http into https before anything was sent. */
  z.strictObject({ kind: z.literal('upgraded') }),
  /** In the last journey a session of TLS was taken up again. */
  z.strictObject({ kind: z.literal('resumed') }),
  /** The last journey opened at most so many connections. */
  z.strictObject({ kind: z.literal('connections-at-most'), count: z.int().check(z.minimum(0), z.maximum(100)) }),
  /** The last journey failed for this reason. */
  z.strictObject({ kind: z.literal('failed'), cause: z.enum(causes) }),
  /** The right reason was named for a journey to this host; for the last journey, where none is given. */
  z.strictObject({ kind: z.literal('diagnosed'), host: z.optional(host) }),
]);

export type JourneyGoal = z.output<typeof journeyGoalSchema>;
