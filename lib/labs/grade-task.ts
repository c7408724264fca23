import { assertNever } from '@/lib/assert-never';
import { allowedKinds, firstForbidden } from './allowed-action';
import { labs } from './labs';
import { checkLog, run, type Unreplayable } from './replay';
import type { PublicTask } from './task';
import type { TaskVerdict } from './verdict';

/** Replays a learner's log and looks whether the task's goals hold. The learner's own final state is never asked for. Pure. */
export function gradeTask(task: PublicTask, log: unknown): TaskVerdict {
  switch (task.lab) {
    case 'tcp':
      return gradeTcpTask(task, log);
    default:
      return assertNever(task.lab);
  }
}

function gradeTcpTask(task: PublicTask, log: unknown): TaskVerdict {
  const lab = labs.tcp;
  const checked = checkLog(lab, log);
  if (checked.kind !== 'log') return rejected(checked);
  const { actions } = checked;
  if (actions.length === 0) return { kind: 'incomplete', missing: 'actions' };
  const forbidden = firstForbidden(task, actions);
  if (forbidden !== -1) {
    const message = `expected one of ${[...new Set(allowedKinds(task))].join(', ')}, found ${actions[forbidden]?.kind ?? ''}`;
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
    deadEnd: lab.deadEnd(task.goal, replayed.state, allowedKinds(task)),
    steps: replayed.steps,
  };
}

function rejected(reason: Unreplayable): TaskVerdict {
  const { kind: code, message, at } = reason;
  return at === undefined ? { kind: 'rejected', code, message } : { kind: 'rejected', code, message, at };
}
