import { allowedKinds, firstForbidden } from './allowed-action';
import { gradePractice, practisedLogSchema } from './grade-practice';
import type { Goal, Lab, LabAction, LabEvent } from './lab';
import { checkLog, run, type Unreplayable } from './replay';
import type { AllowedAction, PublicTask } from './task';
import type { TaskVerdict } from './verdict';
import { type Begun, withTaskLab } from './with-lab';

/** Replays a learner's log and looks whether the task's goals hold. The learner's own final state is never asked for. Pure. */
export function gradeTask(task: PublicTask, log: unknown): TaskVerdict {
  const practised = practisedLogSchema.safeParse(log);
  if (practised.success) return gradePractice(task, practised.data.practice);
  return withTaskLab(task, (lab, begun) => gradeIn(lab, begun, task.actions, log));
}

function gradeIn<Setup, State, Action extends LabAction, Event extends LabEvent, G extends Goal>(
  lab: Lab<Setup, State, Action, Event, G>,
  task: Begun<Setup, Action> & { readonly goal: readonly G[] },
  permitted: readonly AllowedAction[],
  log: unknown,
): TaskVerdict {
  const allowed = { actions: permitted };
  const checked = checkLog(lab, log);
  if (checked.kind !== 'log') return rejected(checked);
  const { actions } = checked;
  if (actions.length === 0) return { kind: 'incomplete', missing: 'actions' };
  const forbidden = firstForbidden(allowed, actions);
  if (forbidden !== -1) {
    const message = `expected one of ${[...new Set(allowedKinds(allowed))].join(', ')}, found ${actions[forbidden]?.kind ?? ''}`;
    return { kind: 'rejected', code: 'action-not-allowed', at: forbidden, message };
  }
  const replayed = run(lab, task, [...task.given, ...actions]);
  if (replayed.kind !== 'replayed') return rejected(replayed);
  const goals = task.goal.map((goal) => lab.isMet(goal, replayed.state));
  return {
    kind: 'scored',
    earned: goals.every(Boolean) ? 1 : 0,
    possible: 1,
    goals,
    landmark: lab.landmark(replayed.state),
    deadEnd: lab.deadEnd(task.goal, replayed.state, allowedKinds(allowed)),
    steps: replayed.steps,
  };
}

function rejected(reason: Unreplayable): TaskVerdict {
  const { kind: code, message, at } = reason;
  return at === undefined ? { kind: 'rejected', code, message } : { kind: 'rejected', code, message, at };
}
