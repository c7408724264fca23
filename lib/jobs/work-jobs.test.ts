import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { pool } from '@/lib/db/pool';
import { withTestDatabase } from '@/lib/db/test-database';
import { transaction } from '@/lib/db/transaction';
import { deadJobs, dropJob, jobCounts, retryJob } from '@/lib/jobs/dead-job-store';
import { JobLater, JobPoisoned, jobHandler, jobKind, type Run } from '@/lib/jobs/job';
import { addJob, claimJobs } from '@/lib/jobs/job-store';
import { keepWorking, type Worker, workOnce } from '@/lib/jobs/work-jobs';

withTestDatabase();

const greet = jobKind({ name: 'greet', payload: z.object({ name: z.string() }), tries: 3 });
const admin = { name: 'root', id: randomUUID() };

const begin = new Date('2030-01-01T00:00:00Z');
const after = (seconds: number) => new Date(begin.getTime() + seconds * 1_000);

/** A worker at a given second, without chance. */
function worker(run: Run<{ name: string }>, seconds = 0): Worker {
  return { handlers: [jobHandler(greet, run)], now: () => after(seconds), chance: () => 0 };
}
const greeted: string[] = [];
const remember: Run<{ name: string }> = async ({ payload }) => void greeted.push(payload.name);
const fail: Run<{ name: string }> = async () => {
  throw new Error('nobody is there');
};
const rows = async () => (await pool().query('SELECT * FROM job ORDER BY created_at')).rows;

beforeEach(async () => {
  greeted.length = 0;
  await pool().query('DELETE FROM job');
});

test('a job is done once and is gone', async () => {
  await addJob(greet, { name: 'Ann' });
  expect(await workOnce(worker(remember))).toBe(1);
  expect(greeted).toEqual(['Ann']);
  expect(await rows()).toEqual([]);
  expect(await workOnce(worker(remember))).toBe(0);
});

test('a job of a transaction that is rolled back was never asked for', async () => {
  const given = transaction(async (client) => {
    await addJob(greet, { name: 'Ann' }, {}, client);
    throw new Error('no');
  });
  await expect(given).rejects.toThrow('no');
  expect(await rows()).toEqual([]);
});

test('a job is not done before it is due', async () => {
  await addJob(greet, { name: 'Ann' }, { dueAt: after(60) });
  expect(await workOnce(worker(remember, 59))).toBe(0);
  expect(await workOnce(worker(remember, 60))).toBe(1);
});

test('of one key there is one job, which does what was asked for last', async () => {
  await addJob(greet, { name: 'Ann' }, { key: 'a' });
  await addJob(greet, { name: 'Bea' }, { key: 'a' });
  await workOnce(worker(remember));
  expect(greeted).toEqual(['Bea']);
});

test('what is asked for while it is being done is done again', async () => {
  await addJob(greet, { name: 'Ann' }, { key: 'a' });
  const meanwhile: Run<{ name: string }> = async (attempt) => {
    if (attempt.payload.name === 'Ann') await addJob(greet, { name: 'Bea' }, { key: 'a' });
    await remember(attempt);
  };
  await workOnce(worker(meanwhile));
  expect(await rows()).toMatchObject([{ payload: { name: 'Bea' }, tries: 0, held_until: null }]);
  expect(await workOnce(worker(meanwhile))).toBe(1);
  expect(greeted).toEqual(['Ann', 'Bea']);
  expect(await rows()).toEqual([]);
});

test('while it is being done nobody else begins with what was asked for again', async () => {
  await addJob(greet, { name: 'Ann' }, { key: 'a' });
  let others = -1;
  await workOnce(
    worker(async () => {
      await addJob(greet, { name: 'Bea' }, { key: 'a' });
      others = await workOnce(worker(remember));
    }),
  );
  expect(others).toBe(0);
});

test('workers that look at the same time do not do the same job', async () => {
  for (let i = 0; i < 40; i++) await addJob(greet, { name: String(i) });
  const each = worker(remember);
  const turns = await Promise.all(Array.from({ length: 10 }, () => workOnce({ ...each, atOnce: 8 })));
  expect(turns.reduce((sum, taken) => sum + taken, 0)).toBe(40);
  expect(new Set(greeted).size).toBe(40);
  expect(greeted).toHaveLength(40);
});

test('a job that fails is tried later and later, then it is dead with its last error', async () => {
  await addJob(greet, { name: 'Ann' });
  await workOnce(worker(fail));
  expect(await rows()).toMatchObject([{ tries: 1, due_at: after(10), last_error: 'nobody is there', dead_at: null }]);
  expect(await workOnce(worker(fail, 9))).toBe(0);
  await workOnce(worker(fail, 10));
  expect(await rows()).toMatchObject([{ tries: 2, due_at: after(50) }]);
  await workOnce(worker(fail, 50));
  expect(await rows()).toMatchObject([{ tries: 3, dead_at: after(50) }]);
  expect(await workOnce(worker(remember, 1e6))).toBe(0);
  expect(await deadJobs(10)).toMatchObject([{ kind: 'greet', payload: { name: 'Ann' }, lastError: 'nobody is there' }]);
});

test('who refuses and says when to come again is not asked sooner', async () => {
  await addJob(greet, { name: 'Ann' });
  await workOnce(
    worker(async () => {
      throw new JobLater('too many', 300);
    }),
  );
  expect(await rows()).toMatchObject([{ due_at: after(300) }]);
});

test('poison is dead at once: what can never succeed, and a payload that is none', async () => {
  await addJob(greet, { name: 'Ann' });
  const poisoned: Run<{ name: string }> = async () => {
    throw new JobPoisoned('there is no such thing');
  };
  await workOnce(worker(poisoned));
  await pool().query(`INSERT INTO job (id, kind, payload) VALUES ($1, 'greet', '{"name": 7}')`, [randomUUID()]);
  await workOnce(worker(remember));
  expect(greeted).toEqual([]);
  expect((await deadJobs(10)).map(({ tries }) => tries)).toEqual([1, 1]);
});

test('a kind that this process does not know is left to others', async () => {
  await addJob(jobKind({ name: 'unheard-of', payload: z.object({}) }), {});
  expect(await workOnce(worker(remember))).toBe(0);
  expect(await rows()).toMatchObject([{ tries: 0 }]);
});

test("the job of a process that died is taken up when its time is over, and no sooner; the dead's late word changes nothing", async () => {
  await addJob(greet, { name: 'Ann' });
  const [held] = await claimJobs(new Map([['greet', 60]]), 1, begin);
  expect(await workOnce(worker(remember, 59))).toBe(0);
  expect(await workOnce(worker(remember, 61))).toBe(1);
  expect(greeted).toEqual(['Ann']);
  const { finishJob, buryJob } = await import('@/lib/jobs/job-store');
  await addJob(greet, { name: 'Bea' });
  if (!held) throw new Error('nothing was claimed');
  await finishJob(held);
  await buryJob(held, 'late');
  expect(await rows()).toMatchObject([{ payload: { name: 'Bea' }, dead_at: null }]);
});

test('a job that ends whoever touches it is dead after its tries', async () => {
  await addJob(greet, { name: 'Ann' });
  for (let i = 0; i < 3; i++) await claimJobs(new Map([['greet', 60]]), 1, after(i * 61));
  await workOnce(worker(remember, 300));
  expect(greeted).toEqual([]);
  expect(await deadJobs(1)).toMatchObject([{ lastError: 'Tried 3 times; the last try never came back.' }]);
});

test('a try that never ends is cut off when its time is over', async () => {
  const brief = jobKind({ name: 'brief', payload: z.object({}), seconds: 0.02 });
  await addJob(brief, {});
  let aborted = false;
  const hang = jobHandler(brief, ({ signal }) => {
    signal.addEventListener('abort', () => {
      aborted = true;
    });
    return new Promise(() => {});
  });
  await workOnce({ handlers: [hang] });
  expect(aborted).toBe(true);
  expect(await rows()).toMatchObject([{ tries: 1, last_error: 'It took longer than 0.02 seconds.' }]);
});

test('stopping lets what is under way end and takes up no more', async () => {
  await addJob(greet, { name: 'Ann' });
  let begun = () => {};
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let end = () => {};
  const slow: Run<{ name: string }> = async (attempt) => {
    begun();
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    await remember(attempt);
  };
  const { stop } = keepWorking({ handlers: [jobHandler(greet, slow)] }, () => {});
  await isBegun;
  const stopped = stop();
  await addJob(greet, { name: 'Bea' });
  end();
  await stopped;
  expect(greeted).toEqual(['Ann']);
  expect(await rows()).toMatchObject([{ payload: { name: 'Bea' }, tries: 0 }]);
});

test('an administrator gives a dead job all its tries anew, or gives it up; both are written down', async () => {
  await addJob(greet, { name: 'Ann' });
  await addJob(greet, { name: 'Bea' });
  const poisoned: Run<{ name: string }> = async () => {
    throw new JobPoisoned('no');
  };
  await workOnce(worker(poisoned));
  const [one, two] = await deadJobs(10);
  expect(await retryJob(one?.id ?? '', admin)).toBe(true);
  expect(await retryJob(one?.id ?? '', admin)).toBe(false);
  expect(await dropJob(two?.id ?? '', admin)).toBe(true);
  expect(await dropJob(one?.id ?? '', admin)).toBe(false);
  expect(await jobCounts()).toMatchObject([{ kind: 'greet', waiting: 1, failing: 1, dead: 0 }]);
  expect(await workOnce(worker(remember))).toBe(1);
  const { rows: written } = await pool().query('SELECT action, subject FROM audit_event ORDER BY at');
  expect(written).toEqual([
    { action: 'job-retried', subject: one?.id },
    { action: 'job-dropped', subject: two?.id },
  ]);
});

test('asking again for a dead job gives it life; a failing one keeps its later time', async () => {
  await addJob(greet, { name: 'Ann' }, { key: 'a' });
  await workOnce(worker(fail));
  await addJob(greet, { name: 'Ann' }, { key: 'a' });
  expect(await rows()).toMatchObject([{ tries: 1, due_at: after(10) }]);
  await workOnce(worker(fail, 10));
  await workOnce(worker(fail, 50));
  expect(await deadJobs(10)).toHaveLength(1);
  await addJob(greet, { name: 'Ann' }, { key: 'a' });
  expect(await rows()).toMatchObject([{ tries: 0, dead_at: null }]);
});
