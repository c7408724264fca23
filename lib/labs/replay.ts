import { actionLogLimits } from './action-log';
import type { Goal, Lab, LabAction, LabEvent } from './lab';

/** Engine steps one replay may take: about 200 ms on two cores for the slowest lab. */
export const replayLimits = { ...actionLogLimits, steps: 40_000 } as const;

export type Start<Setup> = { setup: Setup; seed: number };

/** A log that ran to its end, or why it did not. */
export type Replay<State, Event> =
  | { kind: 'replayed'; state: State; events: readonly (readonly Event[])[]; steps: number }
  | { kind: 'too-long'; at: number; message: string }
  | { kind: 'bad-log'; message: string }
  | { kind: 'bad-action'; at: number; message: string };
