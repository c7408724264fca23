import { type Permission, permissions } from '@/lib/labs/allowed-action';
import { canHaveSide } from '@/lib/labs/goal-trail';
import { type Task, toPublicTask } from '@/lib/labs/task';
import type { TaskFault } from './task-fault';

/** Every action that a task allows can be done, and is said once. */
export function checkAllowed(task: Task): TaskFault[] {
  const allowed = permissions(task.actions);
  return allowed.flatMap((one, at): TaskFault[] => {
    const letter = whyIdle(one, at, allowed, task);
    if (!letter) return [];
    return [
      {
        in: 'task',
        place: ['actions', at],
        rule: 'allowed-action',
        found: JSON.stringify(task.actions[at]),
        ...letter,
      },
    ];
  });
}

type Letter = Pick<TaskFault, 'message' | 'severity' | 'expected' | 'fix'>;

function whyIdle(one: Permission, at: number, allowed: readonly Permission[], task: Task): Letter | undefined {
  const { kind, side, most } = one;
  if (side !== undefined && !canHaveSide(toPublicTask(task), kind, side))
    return {
      message: `"${kind}" has no side, so this allows nothing`,
      fix: most === undefined ? kind : `{ kind: ${kind}, most: ${most} }`,
    };
  // The same entry twice is told at the second; a narrower one wherever it stands.
  const wider = allowed.findIndex(
    (other, index) => index !== at && covers(other, one) && (index < at || !covers(one, other)),
  );
  if (wider !== -1)
    return {
      severity: 'warning',
      message: `entry ${wider + 1} allows this already${most === undefined ? '' : ', so its limit does not hold'}`,
      fix: 'take one of the two out',
    };
  if (task.lab === 'tcp' && kind === 'receive' && task.lab === 'tcp' && !readsOnCall(task, side))
    return {
      severity: 'warning',
      message: 'what arrives is read at once here, so there is never anything to receive',
      expected: 'a setup with reading: on-call, or no "receive"',
    };
  return undefined;
}

/** Whether everything that `one` allows is allowed by `other` as well. */
function covers(other: Permission, one: Permission): boolean {
  return (
    other.kind === one.kind &&
    (other.side === undefined || other.side === one.side) &&
    (other.most === undefined || (one.most !== undefined && other.most >= one.most))
  );
}

function readsOnCall({ setup }: Extract<Task, { lab: 'tcp' }>, side: string | undefined): boolean {
  return (['client', 'server'] as const).some(
    (host) => (side === undefined || side === host) && setup[host].reading === 'on-call',
  );
}
