import * as z from 'zod/mini';

const words = z.string().check(z.minLength(1), z.maxLength(400));
/** How the goal is told; without it the states' and actions' own names are. */
const text = z.optional(z.strictObject({ en: z.optional(words), zh: z.optional(words) }));
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64));
const formula = z.string().check(z.minLength(1), z.maxLength(400));
const count = z.int().check(z.minimum(1), z.maximum(1_000));

/** The closed list of what a task may ask for. */
export const processGoalSchema = z.discriminatedUnion('kind', [
  /** The process is in that state now. */
  z.strictObject({ kind: z.literal('in-state'), state: id, text }),
  /** It has been in that state at some time. */
  z.strictObject({ kind: z.literal('passed-through'), state: id, text }),
  /** That holds now: `water >= 50 and light`. */
  z.strictObject({ kind: z.literal('holds'), that: formula, text }),
  /** That has held from the beginning until now. */
  z.strictObject({ kind: z.literal('held-throughout'), that: formula, text }),
  /** The action was done, at least so many times. */
  z.strictObject({ kind: z.literal('done'), action: id, times: z._default(count, 1), text }),
  /** At most so many actions were done. */
  z.strictObject({ kind: z.literal('actions-at-most'), actions: count, text }),
]);
export type ProcessGoal = z.output<typeof processGoalSchema>;
