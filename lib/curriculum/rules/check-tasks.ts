import { goalTrail } from '@/lib/labs/goal-trail';
import { gradeTask } from '@/lib/labs/grade-task';
import { toPublicTask } from '@/lib/labs/task';
import type { AuthorError } from '../author-error';
import type { Item } from '../lesson';
import type { LessonRule } from '../lesson-rules';
import { checkAllowed } from './check-allowed';
import { checkGoals } from './check-goals';
import { checkTaskWords } from './check-task-words';
import type { TaskFault, TaskItem } from './task-fault';

/** Each task: its solution earns everything with what is allowed, untouched it earns nothing, and its words and goals make sense. */
export const checkTasks: LessonRule = ({ lesson, place }) =>
  lesson.items.filter(isTask).flatMap((item) =>
    [...proved(item), ...checkAllowed(item.task), ...checkGoals(item), ...checkTaskWords(item)].map(
      ({ in: file, place: at, ...letter }): AuthorError => ({
        ...place(`${item.local}.${file}.yaml`, at),
        ...letter,
      }),
    ),
  );

function isTask(item: Item): item is TaskItem {
  return item.kind === 'task';
}

function proved({ local, task, solution }: TaskItem): TaskFault[] {
  const shown = toPublicTask(task);
  const faults: TaskFault[] = [];
  const solved = gradeTask(shown, solution.actions);
  if (solved.kind !== 'scored' || solved.earned !== solved.possible)
    faults.push({
      in: 'solution',
      place: solved.kind === 'rejected' && solved.at !== undefined ? ['actions', solved.at] : ['actions'],
      rule: 'solution',
      message: `the solution does not solve "${local}"`,
      expected: 'every goal met, with the actions that the task allows',
      found: verdictWords(solved, task.goal),
    });
  // gradeTask calls an empty log incomplete, so the goals are asked directly: does the task lie solved before the learner?
  const untouched = goalTrail(shown, []);
  if (untouched?.[0]?.every(Boolean))
    faults.push({
      in: 'task',
      place: ['goal'],
      rule: 'untouched',
      message: `"${local}" is solved before anything is done`,
      expected: 'at least one goal that the learner has to reach',
    });
  return faults;
}

function verdictWords(verdict: ReturnType<typeof gradeTask>, goals: readonly { kind: string }[]): string {
  if (verdict.kind === 'rejected') return `action ${(verdict.at ?? 0) + 1}: ${verdict.message}`;
  if (verdict.kind === 'incomplete') return 'no actions';
  const unmet = goals.filter((_, index) => !verdict.goals[index]).map((goal) => JSON.stringify(goal));
  return `not met: ${unmet.join(', ')}`;
}
