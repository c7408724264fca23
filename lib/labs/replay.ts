import { actionLogLimits } from './action-log';
import type { Goal, Lab, LabAction, LabEvent } from './lab';

/** Engine steps one replay may take: a log that needs more is too long. About 200 ms on two cores for the tcp lab. */
export const replayLimits = { ...actionLogLimits, steps: 12_000 } as const;
export type ReplayLimits = { actions: number; bytes: number; steps: number };

/** Where a log begins. */
export type Beginning<Setup> = { setup: Setup; seed: number };

/** A log that ran to its end, or why it did not. `at` is the number of the action. */
export type Replay<State, Event> =
  | { kind: 'replayed'; state: State; events: readonly (readonly Event[])[]; steps: number }
  | Unreplayable;
export type Unreplayable = { kind: 'too-long' | 'bad-log' | 'bad-action'; at?: number; message: string };

/** The actions of a log of unknown origin, if it is one: its shape, its size and each action are checked before the first step. */
export function checkLog<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  log: unknown,
  limits: ReplayLimits = replayLimits,
): { kind: 'log'; actions: readonly Action[] } | Unreplayable {
  if (!Array.isArray(log)) return { kind: 'bad-log', message: `expected a list of actions, found ${typeof log}` };
  const entries: readonly unknown[] = log;
  if (entries.length > limits.actions) {
    return { kind: 'too-long', message: `expected at most ${limits.actions} actions, found ${entries.length}` };
  }
  const actions: Action[] = [];
  for (const [at, entry] of entries.entries()) {
    const action = lab.action.safeParse(entry);
    if (!action.success) return { kind: 'bad-action', at, message: faultOf(action.error.issues[0]) };
    actions.push(action.data);
  }
  const bytes = new TextEncoder().encode(JSON.stringify(actions)).length;
  if (bytes > limits.bytes)
    return { kind: 'too-long', message: `expected at most ${limits.bytes} bytes, found ${bytes}` };
  return { kind: 'log', actions };
}

function faultOf(issue: { message: string; path: PropertyKey[] } | undefined): string {
  if (!issue) return 'not an action of this lab';
  const place = issue.path.map(String).join('.');
  return place ? `${place}: ${issue.message}` : issue.message;
}

/** Runs checked actions through a lab's engine; stops at the step limit. Pure. */
export function run<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  beginning: Beginning<Setup>,
  actions: readonly Action[],
  mostSteps: number = replayLimits.steps,
): Replay<State, Event> {
  let state = lab.start(beginning.setup, beginning.seed);
  let steps = 0;
  const events: (readonly Event[])[] = [];
  for (const [at, action] of actions.entries()) {
    // Nobody else holds this state.
    const transition = lab.advance(state, action);
    state = transition.state;
    events.push(transition.events);
    steps += transition.cost;
    if (steps > mostSteps) return { kind: 'too-long', at, message: `expected at most ${mostSteps} engine steps` };
  }
  return { kind: 'replayed', state, events, steps };
}
