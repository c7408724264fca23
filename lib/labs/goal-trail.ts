import { permissions } from './allowed-action';
import type { Goal, Lab, LabAction, LabEvent } from './lab';
import { nextBelow, seeded } from './random';
import { checkLog } from './replay';
import type { PublicTask } from './task';
import { type Begun, withTaskLab } from './with-lab';

/** Which goals hold, in the task's order: before the first action, then after each. */
export type GoalTrail = readonly (readonly boolean[])[];

/** What a task's goals do along a log; undefined when it is none. For whoever looks at a task, not for grading. */
export function goalTrail(task: PublicTask, log: unknown): GoalTrail | undefined {
  return withTaskLab(task, (lab, begun) => {
    const checked = checkLog(lab, log);
    if (checked.kind !== 'log') return undefined;
    const walk = walker(lab, begun);
    return [walk.met(), ...checked.actions.map((action) => walk.after(action))];
  });
}

const walks = 40;
const stepsEach = 12;

/** What the goals do where a learner wanders about with the actions the task allows: the same forty walks every time. */
export function wanderedTrails(task: PublicTask): GoalTrail[] {
  return withTaskLab(task, (lab, begun) =>
    Array.from({ length: walks }, (_, number) => {
      const walk = walker(lab, begun);
      const trail = [walk.met()];
      let random = seeded(number);
      for (let step = 0; step < stepsEach; step++) {
        const open = permissions(task.actions).flatMap((allowed) => samplesOf(lab, allowed, step));
        const drawn = nextBelow(random, Math.max(1, open.length));
        random = drawn.state;
        const action = open[drawn.value];
        if (action) trail.push(walk.after(action));
      }
      return trail;
    }),
  );
}

/** Whether a permission that names a side lets anything through: time and the network have none. */
export function canHaveSide(task: PublicTask, kind: string, side: string): boolean {
  return withTaskLab(task, (lab) => samplesOf(lab, { kind, side }, 0).some((action) => 'side' in action));
}

function walker<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  { setup, seed, given, goal }: Begun<Setup, Action> & { readonly goal: readonly G[] },
) {
  let state = lab.start(setup, seed);
  const met = () => goal.map((one) => lab.isMet(one, state));
  const after = (action: Action) => {
    state = lab.advance(state, action).state;
    return met();
  };
  for (const action of given) after(action);
  return { met, after };
}

/** Actions of one sort with whatever arguments the lab takes for it. */
function samplesOf<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  { kind, side }: { kind: string; side?: string | undefined },
  step: number,
): Action[] {
  const sides = side === undefined ? [{}, { side: 'client' }, { side: 'server' }] : [{}, { side }];
  const judged = [{ answer: 'accept' }, { answer: 'refuse', check: 'dates' }];
  const further = [{}, { text: 'words' }, { ms: 300_000 }, { segment: step }, { segment: step, ms: 1_000 }, ...judged];
  return sides.flatMap((one) =>
    further.flatMap((more) => {
      const action = lab.action.safeParse({ kind, ...one, ...more });
      return action.success ? [action.data] : [];
    }),
  );
}
