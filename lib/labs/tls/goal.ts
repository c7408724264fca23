import * as z from 'zod/mini';
import { ecdhGroups } from '../crypto/ecdh';
import { listenerMeans } from './action';
import { alertNames } from './alert';
import { tlsVersions } from './setup';
import { sides } from './side';
import { suiteNames } from './suites';

const side = z.enum(sides);
const text = z.string().check(z.minLength(1), z.maxLength(4_096));

/** The closed list of what a task may ask for. A task is solved when all its goals hold at the end of the log. */
export const tlsGoalSchema = z.discriminatedUnion('kind', [
  /** Both sides have proved that they hold the same keys, in the connection under way. */
  z.strictObject({ kind: z.literal('connected') }),
  z.strictObject({ kind: z.literal('version'), version: z.enum(tlsVersions) }),
  z.strictObject({ kind: z.literal('suite'), suite: z.enum(suiteNames) }),
  z.strictObject({ kind: z.literal('group'), group: z.enum(ecdhGroups) }),
  /** A HelloRetryRequest was answered. */
  z.strictObject({ kind: z.literal('retried') }),
  /** The connection under way took up a session. */
  z.strictObject({ kind: z.literal('resumed') }),
  /** The side has sent this alert, in any connection. */
  z.strictObject({ kind: z.literal('alert'), from: side, alert: z.enum(alertNames) }),
  /** A side could not agree with what the other's Finished says, or could not even open it. */
  z.strictObject({ kind: z.literal('finished-failed') }),
  /** The side's application has read exactly this in the connection under way. */
  z.strictObject({ kind: z.literal('received'), side, text }),
  /** With what it has, the listener has read this side's application data. */
  z.strictObject({ kind: z.literal('decrypted'), from: side }),
  /** Data has gone through, and with these means a listener reads none of it. */
  z.strictObject({ kind: z.literal('stays-secret'), means: z.enum(listenerMeans) }),
  /** The learner has made the master secret out of the right three values. */
  z.strictObject({ kind: z.literal('derived-key') }),
  z.strictObject({ kind: z.literal('steps-in-order') }),
  /** Both sides have said close_notify. */
  z.strictObject({ kind: z.literal('closed-cleanly') }),
]);

export type TlsGoal = z.output<typeof tlsGoalSchema>;
