import type { ReactNode, RefObject } from 'react';
import type { Run } from '@/lib/labs/run';
import type { PublicTask } from '@/lib/labs/task';
import type { Locale } from '@/lib/words/locale';

/** A run in a lesson: the player walks through it, and the learner may leave it. */
export type LiveRun = Pick<Run, 'lab' | 'setup' | 'seed' | 'given' | 'actions'> & {
  kind: 'run';
  title: string;
  at: number;
  /** A task's solution, walked through by its author: what it has to reach, told at each step. */
  goal?: PublicTask['goal'];
};

/** A lab on its own page, its state in the address. */
export type LiveFree = Pick<Run, 'lab' | 'setup' | 'seed' | 'given' | 'actions'> & {
  kind: 'free';
  title: string;
  at: number;
};

/** A task: what the browser needs of it to be played; its words are drawn on the server. */
export type LiveTask = Pick<PublicTask, 'lab' | 'setup' | 'seed' | 'given' | 'actions' | 'goal'> & {
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
