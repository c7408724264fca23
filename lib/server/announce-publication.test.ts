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

const hold = (builds: Builds, hash: string, pid: number, said: Circle & { state: string }) =>
  writeFile(join(builds.of(hash), `held-by-${pid}`), JSON.stringify(said));

test('is published when everyone who serves has read it, and not before', async () => {
  const builds = await folder();
  const pid = otherProcess();
  await hold(builds, 'old', pid, { ...circle, state: 'served' });
  const announced = announcePublication(builds, circle, 'new');
  await expect.poll(() => readPublication(builds, circle)).toEqual({ now: null, next: 'new' });
  await hold(builds, 'new', pid, { ...circle, state: 'ready' });
  await expect.poll(() => readPublication(builds, circle)).toEqual({ now: 'new', next: null });
  await hold(builds, 'new', pid, { ...circle, state: 'served' });
  expect(await announced).toEqual({ serving: [pid], behind: [], otherCode: [] });
});

test('tells who stays behind and who runs other code, and waits for neither without end', async () => {
  const builds = await folder();
  const [slow, other] = [otherProcess(), otherProcess()];
  await hold(builds, 'old', slow, { ...circle, state: 'served' });
  await hold(builds, 'old', other, { ...circle, code: 'older', state: 'served' });
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
  await hold(builds, 'old', killed, { ...circle, state: 'served' });
  await hold(builds, 'old', otherProcess(), { ...circle, place: 'elsewhere', state: 'served' });
  expect(await announcePublication(builds, circle, 'new')).toEqual({ serving: [], behind: [], otherCode: [] });
});

test('what a process keeps from before is not ready: it is read again before anybody serves it', async () => {
  const builds = await folder();
  const pid = otherProcess();
  await hold(builds, 'old', pid, { ...circle, state: 'served' });
  await hold(builds, 'new', pid, { ...circle, state: 'kept' });
  const announced = announcePublication(builds, circle, 'new', quick);
  await expect.poll(() => readPublication(builds, circle)).toEqual({ now: null, next: 'new' });
  expect(await announced).toMatchObject({ serving: [], behind: [pid] });
});

test('of two publications at once the second waits for the first, and comes out last', async () => {
  const builds = await folder();
  await hold(builds, 'old', otherProcess(), { ...circle, state: 'served' });
  const told: string[] = [];
  const script = `
    const { announcePublication } = await import('./lib/server/announce-publication.ts');
    const { buildsIn } = await import('./lib/server/builds.ts');
    await announcePublication(buildsIn(${JSON.stringify(builds.root)}, '.'), ${JSON.stringify(circle)}, 'first', { readyMs: 3000, switchMs: 100 });`;
  const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: 'ignore' });
  others.push(other);
  await expect.poll(() => readPublication(builds, circle), { timeout: 15_000 }).toEqual({ now: null, next: 'first' });
  await announcePublication(builds, circle, 'new', { ...quick, waits: () => told.push('waits') });
  expect(told).toEqual(['waits']);
  expect(readPublication(builds, circle)).toEqual({ now: 'new', next: null });
});

test('a mark of which a full disk left half counts for nothing', async () => {
  const builds = await folder();
  await writeFile(join(builds.of('old'), `held-by-${otherProcess()}`), '{"place":"he');
  expect(await announcePublication(builds, circle, 'new')).toEqual({ serving: [], behind: [], otherCode: [] });
});
