import { assertNever } from '@/lib/assert-never';
import { permissions } from './allowed-action';
import type { Goal, Lab, LabAction, LabEvent } from './lab';
import { labs } from './labs';
import { nextBelow, type RandomState, seeded } from './random';
import { checkLog } from './replay';
import type { PublicTask } from './task';
import type { TcpState } from './tcp/state';
import { type Begun, withTaskLab } from './with-lab';

/** Which goals hold, in the task's order: before the first action, then after each. */
export type GoalTrail = readonly (readonly boolean[])[];

/** What a task's goals do along a log; undefined when it is none. For whoever looks at a task, not for grading. */
export function goalTrail(task: PublicTask, log: unknown): GoalTrail | undefined {
  return withTaskLab(task, (lab, begun) => trailIn(lab, begun, log));
}

function trailIn<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  task: Begun<Setup, Action> & { readonly goal: readonly G[] },
  log: unknown,
): GoalTrail | undefined {
  const checked = checkLog(lab, log);
  if (checked.kind !== 'log') return undefined;
  let state = lab.start(task.setup, task.seed);
  for (const action of task.given) state = lab.advance(state, action).state;
  const met = () => task.goal.map((goal) => lab.isMet(goal, state));
  const trail = [met()];
  for (const action of checked.actions) {
    state = lab.advance(state, action).state;
    trail.push(met());
  }
  return trail;
}

const walks = 40;
const stepsEach = 12;

/** What the goals do where a learner wanders about with the actions the task allows: the same forty walks every time. */
export function wanderedTrails(task: PublicTask): GoalTrail[] {
  return Array.from({ length: walks }, (_, walk) => {
    switch (task.lab) {
      case 'tcp':
        return wander(labs.tcp, task, (state) => tcpChoices(task, state), seeded(walk));
      case 'process':
        return wander(labs.process, task, () => permissions(task.actions).map(({ kind }) => ({ kind })), seeded(walk));
      default:
        return assertNever(task);
    }
  });
}

function wander<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  task: Begun<Setup, Action> & { readonly goal: readonly G[] },
  choices: (state: State) => readonly object[],
  chance: RandomState,
): GoalTrail {
  let state = lab.start(task.setup, task.seed);
  for (const action of task.given) state = lab.advance(state, action).state;
  const trail = [task.goal.map((goal) => lab.isMet(goal, state))];
  let random = chance;
  for (let step = 0; step < stepsEach; step++) {
    const open = choices(state);
    const drawn = nextBelow(random, Math.max(1, open.length));
    random = drawn.state;
    const action = lab.action.safeParse(open[drawn.value]);
    if (!action.success) continue;
    state = lab.advance(state, action.data).state;
    trail.push(task.goal.map((goal) => lab.isMet(goal, state)));
  }
  return trail;
}

/** One action of each sort that the task allows; of segments, the last that was sent. */
function tcpChoices(task: PublicTask, { segments }: TcpState): object[] {
  return permissions(task.actions).flatMap(({ kind, side }): object[] => {
    const sides = side === undefined ? ['client', 'server'] : [side];
    switch (kind) {
      case 'next':
        return [{ kind }];
      case 'wait':
        return [{ kind, ms: 300_000 }];
      case 'deliver':
      case 'drop':
      case 'duplicate':
        return segments.length > 0 ? [{ kind, segment: segments.length - 1 }] : [];
      case 'delay':
        return segments.length > 0 ? [{ kind, segment: segments.length - 1, ms: 1_000 }] : [];
      case 'send':
        return sides.map((one) => ({ kind, side: one, text: 'words' }));
      default:
        return sides.map((one) => ({ kind, side: one }));
    }
  });
}

/** Whether a permission that names a side lets anything through: time and the network have none. */
export function canHaveSide(lab: PublicTask['lab'], kind: string, side: string): boolean {
  const { action } = labs[lab];
  return [{}, { text: 'words' }].some((more) => action.safeParse({ kind, side, ...more }).success);
}
