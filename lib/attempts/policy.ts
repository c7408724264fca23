import { z } from 'zod';

/** Answers that were sent in time may be this much on their way: the page's clock ends before the door's. */
export const graceSeconds = 5;

const share = z.number().min(0).max(1);

/** What each try may earn: `[1, 0.7, 0.4]`; the last entry counts for all that follow. */
const creditSchema = z
  .array(share)
  .min(1)
  .max(20)
  .refine(
    (credit) => credit.every((one, at) => at === 0 || one <= (credit[at - 1] ?? 1)),
    'expected shares that never rise from one try to the next, like [1, 0.7, 0.4]',
  );

/** How long after it is due work is still taken, and what it may then earn. */
const late = z
  .strictObject({
    hours: z
      .number()
      .min(0)
      .max(24 * 365),
    credit: share,
  })
  .default({ hours: 0, credit: 1 });

const graded = {
  /** Tries at each item. */
  tries: z.int().min(1).max(20),
  credit: creditSchema,
  /** When score and feedback may be seen. */
  feedback: z.enum(['now', 'after-due', 'never']),
  late,
};

const gradedSchema = z.strictObject({ kind: z.literal('graded'), ...graded });
const timedSchema = z.strictObject({
  kind: z.literal('timed'),
  minutes: z
    .number()
    .min(1)
    .max(24 * 60),
  ...graded,
});

/** The rules of one run of a quiz, as an instructor sets them. */
export const policySchema = z.discriminatedUnion('kind', [
  gradedSchema,
  timedSchema,
  /** "I know this": one try each, told at the end. */
  z.strictObject({ kind: z.literal('door') }),
]);

/** The rules of what is set to a class: a quiz that is sat, or practice, which is done wherever it stands. */
export const assignmentPolicySchema = z.discriminatedUnion('kind', [
  gradedSchema,
  timedSchema,
  z.strictObject({ kind: z.literal('practice'), late }),
]);

export type Policy = z.infer<typeof policySchema>;
export type AssignmentPolicy = z.infer<typeof assignmentPolicySchema>;
export type AssignedPolicy = Exclude<Policy, { kind: 'door' }>;
export type SittingKind = Policy['kind'];

/** Tries at each item. Practice, which has no policy, has no end of them. */
export function triesOf(policy: Policy): number {
  return policy.kind === 'door' ? 1 : policy.tries;
}

/** What each try may earn. Nothing is counted at a door. */
export function creditOf(policy: Policy): readonly number[] | null {
  return policy.kind === 'door' ? null : policy.credit;
}

/** True when no score is told as answers come in. A door tells at its end, and its answers are practice. */
export function withholds(policy: Policy): boolean {
  return policy.kind !== 'door' && policy.feedback !== 'now';
}

/** The share a try earns: the same as `credit_factor` in the database, which has the last word. */
export function creditedShare(policy: Policy, earnedShare: number, turn: number, isLate: boolean): number {
  const credit = creditOf(policy);
  if (!credit || policy.kind === 'door') return earnedShare;
  const factor = credit[Math.min(turn, credit.length) - 1] ?? 0;
  return earnedShare * factor * (isLate ? policy.late.credit : 1);
}

/** When a run is due, closes for its learner, and takes nothing more; when the last learner's could end. */
export type RunTimes = {
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly acceptsUntil: Date | null;
  readonly endsAt: Date | null;
};

type Window = { openedAt: Date; dueAt: Date; timeFactor: number };

/** A run's times follow from when it was opened (by the database's clock), when it is due for this learner, and their extra time. */
export function timesOf(policy: Policy, { openedAt, dueAt, timeFactor }: Window): RunTimes {
  if (policy.kind === 'door') return { dueAt: null, closesAt: null, acceptsUntil: null, endsAt: null };
  const endsAt = after(dueAt, policy.late.hours * 3_600);
  const spent = policy.kind === 'timed' ? after(openedAt, policy.minutes * timeFactor * 60) : endsAt;
  const closesAt = new Date(Math.min(spent.getTime(), endsAt.getTime()));
  return { dueAt, closesAt, acceptsUntil: after(closesAt, graceSeconds), endsAt };
}

function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1_000);
}
