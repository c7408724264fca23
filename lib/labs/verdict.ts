import type { DeadEnd, Landmark } from './lab';

/** What replaying a learner's log against a task says. Never a boolean: an unfinished or broken log is not a wrong one. */
export type TaskVerdict =
  | {
      kind: 'scored';
      /** 1 when all goals hold at the end of the log, else 0. */
      earned: 0 | 1;
      possible: 1;
      /** Whether each of the task's goals holds, in their order. */
      goals: readonly boolean[];
      landmark: Landmark;
      deadEnd: DeadEnd | null;
      steps: number;
    }
  | { kind: 'incomplete'; missing: 'actions' }
  /** Refused without using up a try. `at` is the number of the action, where there is one. */
  | {
      kind: 'rejected';
      code: 'bad-log' | 'too-long' | 'bad-action' | 'action-not-allowed';
      at?: number;
      message: string;
    };
