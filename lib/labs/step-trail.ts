import { allowedKinds } from './allowed-action';
import { practisedActions, practisedLogSchema } from './grade-practice';
import type { Goal, Lab, LabAction, LabEvent } from './lab';
import { checkLog, replayLimits } from './replay';
import type { PublicTask } from './task';
import { type Begun, withTaskLab } from './with-lab';

/** One action of a log: at which landmark it was taken, and whether it made the goal unreachable. */
export type TrailStep = {
  readonly at: string;
  readonly kind: string;
  readonly side?: string;
  /** The lab's code for why the goal is lost from here on; only at the step that lost it. */
  readonly lost?: string;
};

export type StepTrail = { readonly steps: readonly TrailStep[]; readonly end: string };

/** More of a log says nothing new about where a learner went. */
const mostActions = 300;

/** Where a log goes, action by action; undefined when this task cannot replay it. For whoever looks at a class, not for grading. Pure. */
export function stepTrail(task: PublicTask, log: unknown): StepTrail | undefined {
  const practised = practisedLogSchema.safeParse(log);
  const actions = practised.success ? practisedActions(practised.data.practice) : log;
  return withTaskLab(task, (lab, begun) => trailIn(lab, begun, allowedKinds(task), actions));
}

function trailIn<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  { setup, seed, given, goal }: Begun<Setup, Action> & { readonly goal: readonly G[] },
  allowed: readonly string[],
  log: unknown,
): StepTrail | undefined {
  const checked = checkLog(lab, log);
  if (checked.kind !== 'log') return undefined;
  let state = lab.start(setup, seed);
  let cost = 0;
  const advance = (action: Action) => {
    const transition = lab.advance(state, action);
    state = transition.state;
    cost += transition.cost;
  };
  for (const action of given) advance(action);
  const steps: TrailStep[] = [];
  let isLost = lab.deadEnd(goal, state, allowed) !== null;
  for (const action of checked.actions.slice(0, mostActions)) {
    const at = lab.landmark(state);
    advance(action);
    if (cost > replayLimits.steps) break;
    const deadEnd = isLost ? null : lab.deadEnd(goal, state, allowed);
    isLost ||= deadEnd !== null;
    const side = 'side' in action && typeof action.side === 'string' ? { side: action.side } : {};
    steps.push({ at, kind: action.kind, ...side, ...(deadEnd ? { lost: deadEnd.why } : {}) });
  }
  return { steps, end: lab.landmark(state) };
}
