import { type GoalTrail, goalTrail, wanderedTrails } from '@/lib/labs/goal-trail';
import { toPublicTask } from '@/lib/labs/task';
import type { TaskFault, TaskItem } from './task-fault';

/** Goals that are kept from the beginning, not reached: that they hold all along, and where they stand among the others, says nothing. */
const kept: readonly string[] = ['segments-at-most', 'actions-at-most', 'held-throughout'];

/** Goals are different ones, ask for something, and stand in the order in which the solution meets them. */
export function checkGoals({ task, solution }: TaskItem): TaskFault[] {
  const twice = task.goal.flatMap((goal, at): TaskFault[] => {
    const first = task.goal.findIndex((other) => sameGoal(other, goal));
    if (first === at) return [];
    return [
      {
        in: 'task',
        place: ['goal', at],
        rule: 'goal-twice',
        severity: 'warning',
        message: `this is goal ${first + 1} once more`,
        found: JSON.stringify(goal),
        fix: 'take one of the two out',
      },
    ];
  });
  const trail = goalTrail(toPublicTask(task), solution.actions);
  if (!trail) return twice;
  // A task that is solved untouched is told as that.
  const always = trail[0]?.every(Boolean) ? [] : alwaysMet({ task, trail });
  const idle = always.map(({ place }) => place.at(-1));
  return [...twice, ...always, ...outOfOrder({ task, trail }).filter(({ place }) => !idle.includes(place.at(-1)))];
}

type Trodden = Pick<TaskItem, 'task'> & { trail: GoalTrail };

function sameGoal(one: object, other: object): boolean {
  const sorted = (goal: object) => JSON.stringify(Object.entries(goal).sort());
  return sorted(one) === sorted(other);
}

/** The same of client and server: which of the two comes first is the network's business. */
function isSameOfOtherSide(one: object, other: object): boolean {
  return sameGoal({ ...one, side: '', from: '' }, { ...other, side: '', from: '' });
}

/** A goal that holds at every step of the solution, and wherever one wanders, asks for nothing. */
function alwaysMet({ task, trail }: Trodden): TaskFault[] {
  const suspects = task.goal.flatMap(({ kind }, at) =>
    kept.includes(kind) || trail.some((moment) => !moment[at]) ? [] : [at],
  );
  if (suspects.length === 0) return [];
  const wandered = wanderedTrails(toPublicTask(task));
  return suspects
    .filter((at) => wandered.every((walk) => walk.every((moment) => moment[at])))
    .map((at) => ({
      in: 'task',
      place: ['goal', at],
      rule: 'goal-always',
      severity: 'warning',
      message: 'this goal is met whatever a learner does',
      expected: 'a goal that has to be reached',
      found: JSON.stringify(task.goal[at]),
    }));
}

/** The learner ticks goals off from the top: a goal is not met for good before the one above it. */
function outOfOrder({ task, trail }: Trodden): TaskFault[] {
  const reached = task.goal
    .map((goal, at) => ({ goal, at, moment: trail.findLastIndex((moment) => !moment[at]) + 1 }))
    .filter(({ goal, moment }) => moment < trail.length && !kept.includes(goal.kind));
  return reached.flatMap(({ goal, at, moment }, index): TaskFault[] => {
    const above = reached
      .slice(0, index)
      .find((other) => other.moment > moment && !isSameOfOtherSide(other.goal, goal));
    if (!above) return [];
    return [
      {
        in: 'task',
        place: ['goal', at],
        rule: 'goal-order',
        severity: 'warning',
        message: `the solution meets this goal before goal ${above.at + 1}`,
        expected: 'goals in the order in which the solution meets them',
        found: `met by action ${moment}, goal ${above.at + 1} by action ${above.moment}: ${JSON.stringify(goal)}`,
        fix: `this goal above goal ${above.at + 1}`,
      },
    ];
  });
}
