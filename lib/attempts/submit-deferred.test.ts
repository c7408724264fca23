import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { findAttempt } from '@/lib/attempts/history-store';
import { itemVersion } from '@/lib/attempts/known-version';
import { submitAnswers } from '@/lib/attempts/submit-answers';
import { gradeDeferred } from '@/lib/attempts/submit-deferred';
import { type TestLearner, testLearner } from '@/lib/attempts/test-learner-store';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { storeAttempts } from './attempt-store';
import type { ReplayTask } from './grade-answer';

withTestDatabase();

const inTime: ReplayTask = async () => ({
  kind: 'scored',
  earned: 1,
  possible: 1,
  goals: [true],
  landmark: 'closed',
  deadEnd: null,
  steps: 12,
});
const tooLate: ReplayTask = async () => ({ kind: 'deferred' });

/** An answer to a real task whose replay took too long, and everything that waits made due. */
async function deferredAttempt(learner: TestLearner): Promise<{ id: string; item: string }> {
  const task = [...(await curriculum()).items()].find(({ kind }) => kind === 'task');
  if (!task) throw new Error('there is no task in the content');
  // Writes the versions down.
  await submitAnswers(learner, { answers: [] });
  const id = randomUUID();
  await storeAttempts([
    {
      ...learner,
      id,
      item: task.id,
      version: itemVersion(task),
      keyRevision: 1,
      response: { actions: [{ kind: 'next' }] },
      earned: null,
      possible: 1,
      detail: {},
      seq: 1,
      answeredAt: null,
    },
  ]);
  return { id, item: task.id };
}

const makeDue = () => pool().query("UPDATE deferred_replay SET due_at = now() - interval '1 second'");
const left = async () => (await pool().query('SELECT tries FROM deferred_replay')).rows;

async function tries({ learnerId }: TestLearner): Promise<number> {
  const { rows } = await pool().query('SELECT tries FROM item_state WHERE learner_id = $1', [learnerId]);
  return rows[0]?.tries ?? 0;
}

test('a log that is graded at a later time counts as one try, and its grade stands beside the attempt', async () => {
  const ann = await testLearner();
  const { id } = await deferredAttempt(ann);
  expect(await tries(ann)).toBe(0);
  expect(await gradeDeferred(inTime)).toBe(1);
  expect(await findAttempt(ann.learnerId, id)).toMatchObject({ earned: 1, detail: { landmark: 'closed' } });
  expect(await tries(ann)).toBe(1);
  expect(await left()).toEqual([]);
  expect(await gradeDeferred(inTime)).toBe(0);
});

test('a log that is never graded in time is tried three times more, then left ungraded, and uses up no try', async () => {
  const ann = await testLearner();
  const { id } = await deferredAttempt(ann);
  for (let turn = 0; turn < 3; turn++) {
    await makeDue();
    expect(await gradeDeferred(tooLate)).toBe(1);
  }
  expect(await left()).toEqual([]);
  expect(await findAttempt(ann.learnerId, id)).toMatchObject({ earned: null });
  expect(await tries(ann)).toBe(0);
});

test('two processes that look at the same time do not grade the same log twice', async () => {
  const ann = await testLearner();
  await deferredAttempt(ann);
  const taken = await Promise.all([gradeDeferred(inTime), gradeDeferred(inTime), gradeDeferred(inTime)]);
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await tries(ann)).toBe(1);
});
