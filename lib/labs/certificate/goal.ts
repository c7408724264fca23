import * as z from 'zod/mini';
import { browserErrors } from './browser-error';
import { checkNames, reasonCodes } from './check';
import { hostSchema, idSchema, timeSchema } from './recipe';

/** The closed list of what a task may ask for. A task is solved when all its goals hold at the end of the log. */
export const certificateGoalSchema = z.discriminatedUnion('kind', [
  /** What was said of that server is so; who refused named a check that fails. */
  z.strictObject({ kind: z.literal('judged-rightly'), server: idSchema }),
  /** Judging that server's chain now gives this; `reason` is one of those for which it is refused. */
  z.strictObject({
    kind: z.literal('verdict'),
    server: idSchema,
    accepted: z.boolean(),
    reason: z.optional(z.enum(reasonCodes)),
  }),
  /** Visiting that server, a browser shows this. */
  z.strictObject({ kind: z.literal('browser-says'), server: idSchema, error: z.enum(browserErrors) }),
  /** The chain that the server presents is good for that name, now or at that time. */
  z.strictObject({
    kind: z.literal('chain-valid-for-name'),
    server: idSchema,
    name: hostSchema,
    at: z.optional(timeSchema),
  }),
  /** The same, and it must not be good. */
  z.strictObject({
    kind: z.literal('chain-refused-for-name'),
    server: idSchema,
    name: hostSchema,
    at: z.optional(timeSchema),
  }),
  /** That certificate is, or is not, trusted for itself. */
  z.strictObject({ kind: z.literal('root-trusted'), certificate: idSchema, trusted: z._default(z.boolean(), true) }),
  /** At most so many are. */
  z.strictObject({ kind: z.literal('trusted-at-most'), certificates: z.int().check(z.minimum(0), z.maximum(30)) }),
  /** That check was run on what the server presents. */
  z.strictObject({ kind: z.literal('checked'), server: idSchema, check: z.enum(checkNames) }),
  /** The learner has made an authority of his own. */
  z.strictObject({ kind: z.literal('made-root') }),
  /** The learner has signed a certificate for that name, and for no other. */
  z.strictObject({ kind: z.literal('signed-for'), name: hostSchema }),
  /** The same, issued on a request whose signature held. */
  z.strictObject({ kind: z.literal('signed-on-request'), name: hostSchema }),
  /** Its issuer's list has it. */
  z.strictObject({ kind: z.literal('revoked'), certificate: idSchema }),
]);
export type CertificateGoal = z.output<typeof certificateGoalSchema>;
