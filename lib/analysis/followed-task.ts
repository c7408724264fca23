import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { itemVersion } from '@/lib/attempts/known-version';
import type { Item } from '@/lib/curriculum/lesson';
import { trailInWorker } from '@/lib/labs/replay-pool';
import type { StepTrail } from '@/lib/labs/step-trail';
import type { Task } from '@/lib/labs/task';
import { onlyOne } from '@/lib/only-one';
import type { FirstAnswer } from './item-answers-store';
import { type FollowedAttempt, type TaskSteps, taskSteps } from './task-steps';

/** So many logs are followed, the latest first. */
export const mostFollowed = 60;
/** A page waits no longer than this for logs it has not met before. */
const patience = 2_000;
const mostKept = 2_000;

type Kept = Map<string, Promise<StepTrail | undefined>>;
const kept = (): Kept => onlyOne<Kept>('step-trails', () => new Map());

/** Where a log goes; the same log of the same task goes the same way for ever. */
function trailOf(key: string, task: Task, log: unknown): Promise<StepTrail | undefined> {
  const known = kept().get(key);
  if (known) return known;
  const trail = trailInWorker(task, log);
  // One that a busy worker could not follow is tried again.
  void trail.then((found) => found ?? kept().delete(key));
  if (kept().size >= mostKept) kept().clear();
  kept().set(key, trail);
  return trail;
}

/** What first attempts at a task, in its wording of today, say about its steps; undefined when the author's own way cannot be followed. */
export async function followedTask(
  item: Extract<Item, { kind: 'task' }>,
  answers: readonly FirstAnswer[],
): Promise<TaskSteps | undefined> {
  const { task, solution } = item;
  const version = itemVersion(item);
  const digest = createHash('sha256').update(JSON.stringify(solution.actions)).digest('hex');
  const own = await trailOf(`${item.id} ${version} ${digest}`, task, solution.actions);
  if (!own) return undefined;
  const deadline = wait(patience, undefined, { ref: false });
  const followed = await Promise.all(
    answers
      .filter((answer) => answer.version === version)
      .slice(0, mostFollowed)
      .map(async ({ id, response, isRight }): Promise<FollowedAttempt | undefined> => {
        const trail = await Promise.race([trailOf(`${id} ${version}`, task, logOf(response)), deadline]);
        return trail && { trail, isSolved: isRight };
      }),
  );
  return taskSteps(
    own,
    followed.flatMap((one) => one ?? []),
  );
}

function logOf(response: unknown): unknown {
  if (response === null || typeof response !== 'object') return [];
  return 'actions' in response ? response.actions : response;
}
