import type { ReactNode, RefObject } from 'react';
import { assertNever } from '@/lib/assert-never';
import type { Run } from '@/lib/labs/run';
import type { PublicTask } from '@/lib/labs/task';
import type { Locale } from '@/lib/words/locale';

type Beginning = 'lab' | 'setup' | 'seed' | 'given' | 'actions';
/** Lab by lab, so that setup and actions stay with the lab they are of. */
type BeginningOf<R extends Run> = R extends Run ? Pick<R, Beginning> : never;
type TaskOf<T extends PublicTask> = T extends PublicTask ? Pick<T, Beginning | 'goal'> : never;

/** A task's solution, walked through by its author: what it has to reach is told at each step. */
type Walked = {
  [L in Run['lab']]: BeginningOf<Extract<Run, { lab: L }>> & { goal?: Extract<PublicTask, { lab: L }>['goal'] };
}[Run['lab']];

/** A run in a lesson: the player walks through it, and the learner may leave it. */
export type LiveRun = Walked & {
  kind: 'run';
  title: string;
  at: number;
};

/** A lab on its own page, its state in the address. */
export type LiveFree = BeginningOf<Run> & {
  kind: 'free';
  title: string;
  at: number;
};

/** A task: what the browser needs of it to be played; its words are drawn on the server. */
export type LiveTask = TaskOf<PublicTask> & {
  kind: 'task';
  title: string;
  item: string;
  version: string;
  hasHints?: true;
  /** The run of a graded quiz that it is handed in to. */
  sitting?: string;
  assignment?: string;
  /** A review: what was done on another occasion is not shown again. */
  round?: string;
  /** Of a lesson that is not published: it can be played, and is neither handed in nor kept. */
  isDraft?: true;
};

export type Live = LiveRun | LiveFree | LiveTask;

/** What a lab's chunk is handed once it has loaded. */
export type LiveProps<L extends Live = Live> = {
  id: string;
  locale: Locale;
  live: L;
  /** The element that the lab stands in, static or live. */
  root: RefObject<HTMLElement | null>;
  /** What was pressed before: texts of `data-press`. */
  early: readonly string[];
  /** What was done in a task on an earlier visit, unchecked. */
  kept: readonly unknown[];
  /** What a task asks, as the server rendered it. */
  brief?: ReactNode;
};

/** What travels of a run; each field is named. */
export function beginningOf(run: Run): BeginningOf<Run> {
  switch (run.lab) {
    case 'tcp': {
      const { lab, setup, seed, given, actions } = run;
      return { lab, setup, seed, given, actions };
    }
    case 'tls': {
      const { lab, setup, seed, given, actions } = run;
      return { lab, setup, seed, given, actions };
    }
    case 'certificate': {
      const { lab, setup, seed, given, actions } = run;
      return { lab, setup, seed, given, actions };
    }
    case 'dns': {
      const { lab, setup, seed, given, actions } = run;
      return { lab, setup, seed, given, actions };
    }
    case 'http': {
      const { lab, setup, seed, given, actions } = run;
      return { lab, setup, seed, given, actions };
    }
    case 'journey': {
      const { lab, setup, seed, given, actions } = run;
      return { lab, setup, seed, given, actions };
    }
    case 'process': {
      const { lab, setup, seed, given, actions } = run;
      return { lab, setup, seed, given, actions };
    }
    default:
      return assertNever(run);
  }
}

/** The same of a task. */
export function beginningOfTask(task: PublicTask): TaskOf<PublicTask> {
  switch (task.lab) {
    case 'tcp': {
      const { lab, setup, seed, given, actions, goal } = task;
      return { lab, setup, seed, given, actions, goal };
    }
    case 'tls': {
      const { lab, setup, seed, given, actions, goal } = task;
      return { lab, setup, seed, given, actions, goal };
    }
    case 'certificate': {
      const { lab, setup, seed, given, actions, goal } = task;
      return { lab, setup, seed, given, actions, goal };
    }
    case 'dns': {
      const { lab, setup, seed, given, actions, goal } = task;
      return { lab, setup, seed, given, actions, goal };
    }
    case 'http': {
      const { lab, setup, seed, given, actions, goal } = task;
      return { lab, setup, seed, given, actions, goal };
    }
    case 'journey': {
      const { lab, setup, seed, given, actions, goal } = task;
      return { lab, setup, seed, given, actions, goal };
    }
    case 'process': {
      const { lab, setup, seed, given, actions, goal } = task;
      return { lab, setup, seed, given, actions, goal };
    }
    default:
      return assertNever(task);
  }
}
