import * as z from 'zod/mini';
import { actionLogLimits, largestSeed } from '@/lib/labs/action-log';
import type { Goal, Lab, LabAction, LabEvent } from '@/lib/labs/lab';
import { actionLog, type PlayerState } from './player-state';
import type { Opening } from './use-lab';

/** What a link carries: enough to make the run happen again. */
type SavedRun<Setup, Action> = Opening<Setup, Action> & { lab: string; major: number };

/** A run as it stands: all of it, and the place that is shown. */
export function saveRun<Setup, State, Action, Event>(
  lab: { id: string; major: number },
  { setup, seed, given = [] }: Opening<Setup, Action>,
  player: PlayerState<State, Action, Event>,
): SavedRun<Setup, Action> {
  const actions = actionLog(player, player.frames.length - 1);
  return { lab: lab.id, major: lab.major, setup, seed, given, actions, at: player.at };
}

export type ReadRun<Setup, Action> =
  | { readonly kind: 'run'; readonly run: Opening<Setup, Action> }
  | { readonly kind: 'unreadable' | 'other-version' };

/** Reads what somebody's link carried: right shape, this lab, a major version whose logs still mean the same. */
export function readSavedRun<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  value: unknown,
): ReadRun<Setup, Action> {
  const whose = z.object({ lab: z.literal(lab.id), major: z.int() }).safeParse(value);
  if (!whose.success) return { kind: 'unreadable' };
  if (whose.data.major !== lab.major) return { kind: 'other-version' };
  const run = z
    .object({
      setup: lab.setup,
      seed: z.int().check(z.minimum(0), z.maximum(largestSeed)),
      given: z._default(z.array(lab.action).check(z.maxLength(actionLogLimits.actions)), []),
      actions: z.array(lab.action).check(z.maxLength(actionLogLimits.actions)),
      at: z.int().check(z.minimum(0)),
    })
    .safeParse(value);
  return run.success ? { kind: 'run', run: run.data } : { kind: 'unreadable' };
}
