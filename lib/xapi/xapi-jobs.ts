import { z } from 'zod';
import { jobKind } from '@/lib/jobs/job';

/** The most statements in one call. */
export const MOST_STATEMENTS = 50;

const answered = z.object({ learner: z.uuid(), attempt: z.uuid() });
export type Answered = z.infer<typeof answered>;

/** Answers that a record store is told of, with what was reached by them. */
export const statementsJob = jobKind({
  name: 'xapi-statements',
  payload: z.object({ answers: z.array(answered).max(MOST_STATEMENTS) }),
  seconds: 120,
});

/** A run's beginning, and its end once it has come. */
export const sittingJob = jobKind({
  name: 'xapi-sitting',
  payload: z.object({ learner: z.uuid(), sitting: z.uuid() }),
});
