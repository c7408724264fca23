import type { z } from 'zod';

/** A sort of work that is done later. Its name stands in the database: it is never renamed, and a payload that was stored is still understood. */
export type JobKind<Payload = unknown> = {
  readonly name: string;
  /** What is not of this shape is poison: it would fail for ever, and is dead at once. */
  readonly payload: z.ZodType<Payload>;
  /** How often it is tried before it is dead; about a day with the ten of `mostTries`. */
  readonly tries?: number;
  /** How long one try may take. */
  readonly seconds?: number;
};

/** `jobKind({ name: 'mail', payload: z.object({ … }) })`: the type of the payload follows from the schema. */
export function jobKind<Payload>(kind: JobKind<Payload>): JobKind<Payload> {
  return kind;
}

/** One try at a job. */
export type Try<Payload> = {
  readonly id: string;
  readonly payload: Payload;
  /** 1 for the first. */
  readonly number: number;
  readonly isLast: boolean;
  /** Aborts when the time of the try is over, or the process is told to end. */
  readonly signal: AbortSignal;
};

/**
 * Does a job. It may be done twice (a process dies between the work and its note of it), so it must come to the same when it is.
 * Returning is success; what it throws is written down, and it is tried again.
 */
export type Run<Payload> = (attempt: Try<Payload>) => Promise<void>;

/** A kind with what does it, as the process's table of jobs holds them (lib/server/job-table). */
export type JobHandler = {
  readonly kind: JobKind;
  readonly run: (payload: unknown, attempt: Omit<Try<unknown>, 'payload'>) => Promise<void>;
};

export function jobHandler<Payload>(kind: JobKind<Payload>, run: Run<Payload>): JobHandler {
  return {
    kind,
    run: async (stored, attempt) => {
      const parsed = kind.payload.safeParse(stored);
      if (!parsed.success) throw new JobPoisoned(`The payload is not of its kind: ${parsed.error.message}`);
      return run({ ...attempt, payload: parsed.data });
    },
  };
}

export const mostTries = (kind: JobKind): number => kind.tries ?? 10;
export const secondsOf = (kind: JobKind): number => kind.seconds ?? 60;

/** It can never succeed: trying again would say the same. */
export class JobPoisoned extends Error {
  override name = 'JobPoisoned';
}

/** It failed, and whoever refused said when to come again (`Retry-After`). */
export class JobLater extends Error {
  override name = 'JobLater';
  constructor(
    message: string,
    readonly seconds: number,
  ) {
    super(message);
  }
}
