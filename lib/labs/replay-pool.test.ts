import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gradeTask } from './grade-task';
import { ReplayPool } from './replay-pool';
import { closing, testTask } from './test-task';

const folder = mkdtempSync(join(tmpdir(), 'handrail-replay-'));
const pools: ReplayPool[] = [];
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  rmSync(folder, { recursive: true });
});

function poolOf(...[options]: ConstructorParameters<typeof ReplayPool>): ReplayPool {
  const pool = new ReplayPool(options);
  pools.push(pool);
  return pool;
}

function worker(name: string, code: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${code}\nparentPort.postMessage('ready');`);
  return file;
}

describe('grading in worker threads', () => {
  it('says what the pure grader says', async () => {
    const pool = poolOf();
    const logs = [closing, [], closing.slice(0, 1), 'no log', [{ kind: 'abort', side: 'client' }]];
    const verdicts = await Promise.all(logs.map((log) => pool.grade(testTask(), log)));
    expect(verdicts).toEqual(logs.map((log) => gradeTask(testTask(), log)));
  });

  it('refuses a log of a million actions without handing it over', async () => {
    const pool = poolOf({ entry: worker('never', 'throw new Error("nobody should ask");') });
    const million = Array.from({ length: 1_000_000 }, () => ({ kind: 'next' }));
    expect(await pool.grade(testTask(), million)).toMatchObject({ kind: 'rejected', code: 'too-long' });
  });

  it('refuses a log that is nested too deeply to be handed over, and goes on with the next', async () => {
    const pool = poolOf({ workers: 1 });
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    const logs = [closing, deep, deep, closing];
    const verdicts = await Promise.all(logs.map((log) => pool.grade(testTask(), log)));
    expect(verdicts.map(({ kind }) => kind)).toEqual(['scored', 'rejected', 'rejected', 'scored']);
  });

  it('defers a log that outlives its wall time, and goes on with the next', async () => {
    const entry = worker(
      'stuck',
      `parentPort.on('message', ({ id, log }) => {
        if (log.length === 1) for (;;) {}
        parentPort.postMessage({ id, verdict: { kind: 'incomplete', missing: 'actions' } });
      });`,
    );
    const pool = poolOf({ entry, workers: 1, wallTime: 1_500 });
    const [stuck, next] = await Promise.all([pool.grade(testTask(), [1]), pool.grade(testTask(), [1, 2])]);
    expect(stuck).toEqual({ kind: 'deferred', why: 'replaying took more than 1500 ms' });
    expect(next).toEqual({ kind: 'incomplete', missing: 'actions' });
  });

  it('defers what a worker dies over, and goes on with the next', async () => {
    const entry = worker(
      'dying',
      `parentPort.on('message', ({ id, log }) => {
        if (log.length === 1) throw new Error('broken on purpose');
        parentPort.postMessage({ id, verdict: { kind: 'incomplete', missing: 'actions' } });
      });`,
    );
    const pool = poolOf({ entry, workers: 1 });
    const [dying, next] = await Promise.all([pool.grade(testTask(), [1]), pool.grade(testTask(), [1, 2])]);
    expect(dying).toEqual({ kind: 'deferred', why: 'the worker failed: Error: broken on purpose' });
    expect(next).toEqual({ kind: 'incomplete', missing: 'actions' });
  });

  it('defers, and does not hire for ever, when its worker cannot even load', async () => {
    const pool = poolOf({ entry: worker('unloadable', 'throw new Error("broken on purpose");'), workers: 2 });
    const verdicts = await Promise.all([1, 2, 3].map(() => pool.grade(testTask(), closing)));
    expect(verdicts.map(({ kind }) => kind)).toEqual(['deferred', 'deferred', 'deferred']);
  });

  it('defers what still waits when it closes', async () => {
    const pool = poolOf({ entry: worker('silent', 'parentPort.on("message", () => {});'), workers: 1 });
    const waiting = [pool.grade(testTask(), closing), pool.grade(testTask(), closing)];
    await pool.close();
    const why = 'the server is closing';
    expect(await Promise.all(waiting)).toEqual([
      { kind: 'deferred', why },
      { kind: 'deferred', why },
    ]);
  });
});
