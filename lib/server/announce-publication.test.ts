import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { announcePublication } from './announce-publication';
import { type Builds, buildsIn } from './builds';
import { type Circle, readPublication } from './publication';

const circle: Circle = { place: 'here', code: 'c0de' };
const quick = { readyMs: 300, switchMs: 300 };

const others: ChildProcess[] = [];
afterEach(() => {
  for (const child of others.splice(0)) child.kill('SIGKILL');
});

function otherProcess(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  others.push(child);
  if (child.pid === undefined) throw new Error('no process was started');
  return child.pid;
}

async function folder(): Promise<Builds> {
  const builds = buildsIn(await mkdtemp(join(tmpdir(), 'handrail-announced-')), '.');
  for (const hash of ['old', 'new']) await mkdir(builds.of(hash), { recursive: true });
  return builds;
}

const hold = (builds: Builds, hash: string, pid: number, said: Circle & { serves: boolean }) =>
  writeFile(join(builds.of(hash), `held-by-${pid}`), JSON.stringify(said));

test('is published when everyone who serves has read it, and not before', async () => {
  const builds = await folder();
  const pid = otherProcess();
  await hold(builds, 'old', pid, { ...circle, serves: true });
  const announced = announcePublication(builds, circle, 'new');
  await expect.poll(() => readPublication(builds, circle)).toEqual({ now: null, next: 'new' });
  await hold(builds, 'new', pid, { ...circle, serves: false });
  await expect.poll(() => readPublication(builds, circle)).toEqual({ now: 'new', next: null });
  await hold(builds, 'new', pid, { ...circle, serves: true });
  expect(await announced).toEqual({ serving: [pid], behind: [], otherCode: [] });
});

test('tells who stays behind and who runs other code, and waits for neither without end', async () => {
  const builds = await folder();
  const [slow, other] = [otherProcess(), otherProcess()];
  await hold(builds, 'old', slow, { ...circle, serves: true });
  await hold(builds, 'old', other, { ...circle, code: 'older', serves: true });
  expect(await announcePublication(builds, circle, 'new', quick)).toEqual({
    serving: [],
    behind: [slow],
    otherCode: [other],
  });
  expect(readPublication(builds, circle)).toEqual({ now: 'new', next: null });
});

test('who was killed, and who serves another place, is not waited for', async () => {
  const builds = await folder();
  const { pid: killed } = spawnSync(process.execPath, ['-e', '']);
  await hold(builds, 'old', killed, { ...circle, serves: true });
  await hold(builds, 'old', otherProcess(), { ...circle, place: 'elsewhere', serves: true });
  expect(await announcePublication(builds, circle, 'new')).toEqual({ serving: [], behind: [], otherCode: [] });
});
