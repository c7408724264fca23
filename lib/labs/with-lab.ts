import { assertNever } from '@/lib/assert-never';
import type { Goal, Lab, LabAction, LabEvent } from './lab';
import { labs } from './labs';
import type { Run } from './run';
import type { PublicTask } from './task';

/** Where something begins in its own lab. */
export type Begun<Setup, Action> = {
  readonly setup: Setup;
  readonly seed: number;
  readonly given: readonly Action[];
};

/** What can be done with a run, whichever lab it is of. */
export type RunUse<Result> = <Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  run: Begun<Setup, Action> & { readonly actions: readonly Action[] },
) => Result;

/** Joins a run with the engine it is of: the one place that knows which engines there are. */
export function withLabOf<Result>(run: Run, use: RunUse<Result>): Result {
  switch (run.lab) {
    case 'tcp':
      return use(labs.tcp, run);
    case 'tls':
      return use(labs.tls, run);
    case 'certificate':
      return use(labs.certificate, run);
    case 'http':
      return use(labs.http, run);
    case 'dns':
      return use(labs.dns, run);
    case 'journey':
      return use(labs.journey, run);
    case 'process':
      return use(labs.process, run);
    default:
      return assertNever(run);
  }
}

/** The same for a task. */
export type TaskUse<Result> = <Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  task: Begun<Setup, Action> & { readonly goal: readonly G[] },
) => Result;

export function withTaskLab<Result>(task: PublicTask, use: TaskUse<Result>): Result {
  switch (task.lab) {
    case 'tcp':
      return use(labs.tcp, task);
    case 'tls':
      return use(labs.tls, task);
    case 'certificate':
      return use(labs.certificate, task);
    case 'http':
      return use(labs.http, task);
    case 'dns':
      return use(labs.dns, task);
    case 'journey':
      return use(labs.journey, task);
    case 'process':
      return use(labs.process, task);
    default:
      return assertNever(task);
  }
}

/** What the state of a run is after its first `count` actions. */
export function stateAfter<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  { setup, seed, given, actions }: Begun<Setup, Action> & { readonly actions: readonly Action[] },
  count: number = actions.length,
): State {
  let state = lab.start(setup, seed);
  for (const action of [...given, ...actions.slice(0, count)]) state = lab.step(state, action).state;
  return state;
}
