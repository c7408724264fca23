import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildsIn } from './builds';
import { FollowedPublication } from './followed-publication';
import { type Circle, circleOf, readPublication, writePublication } from './publication';

const circle: Circle = { place: 'here', code: 'c0de' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function following(read: (hash: string) => Promise<void> = async () => {}) {
  const builds = buildsIn(await mkdtemp(join(tmpdir(), 'handrail-published-')), '.');
  const served: string[] = [];
  const dropped: string[] = [];
  const asked: string[] = [];
  const failures: string[] = [];
  const followed = new FollowedPublication({
    builds,
    circle,
    hash: 'one',
    readAhead: async (hash) => {
      asked.push(hash);
      await read(hash);
      return { serve: () => served.push(hash), drop: () => dropped.push(hash) };
    },
    failed: (hash) => failures.push(hash),
  });
  const say = (now: string | null, next: string | null) => writePublication(builds, circle, { now, next });
  return { followed, served, dropped, asked, failures, say };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a build that is announced is read ahead, and served only when it is published', async () => {
  const { followed, served, say } = await following();
  await say('one', 'two');
  followed.look();
  await settled();
  expect([followed.isAhead, served]).toEqual([true, []]);
  await say('two', null);
  followed.look();
  expect([followed.isAhead, served]).toEqual([false, ['two']]);
});

test('a build that was published while nobody looked is read and served', async () => {
  const { followed, served, say } = await following();
  await say('three', null);
  vi.advanceTimersByTime(1_000);
  await settled();
  expect(served).toEqual(['three']);
  followed.close();
});

test('a process that announces what it serves does not go back to what was before', async () => {
  const { followed, asked, say } = await following();
  await say('zero', 'one');
  followed.look();
  await settled();
  expect(asked).toEqual([]);
});

test('what could not be read is tried again after a while, and what is served stays', async () => {
  let isDown = true;
  const { followed, served, asked, failures, say } = await following(async () => {
    if (isDown) throw new Error('the database is away');
  });
  await say('two', null);
  followed.look();
  await settled();
  followed.look();
  await settled();
  expect([served, asked, failures]).toEqual([[], ['two'], ['two']]);
  isDown = false;
  vi.advanceTimersByTime(6_000);
  await settled();
  expect(served).toEqual(['two']);
});

test('a later announcement takes the place of an earlier one', async () => {
  const { followed, served, dropped, say } = await following();
  await say('one', 'two');
  followed.look();
  await settled();
  await say('one', 'three');
  followed.look();
  await settled();
  await say('three', null);
  followed.look();
  expect(served).toEqual(['three']);
  // Who announces the earlier one again waits until it is read again.
  expect(dropped).toEqual(['two']);
});

test('processes of other folders, another address or other code are not concerned', async () => {
  const of = (CONTENT_DIRS: string[], PUBLIC_URL: string | undefined, buildId: string) =>
    JSON.stringify(circleOf({ CONTENT_DIRS, PUBLIC_URL }, { buildId }));
  const circles = [
    of([], undefined, 'a'),
    of(['/x'], undefined, 'a'),
    of([], 'https://x.org', 'a'),
    of([], undefined, 'b'),
  ];
  expect(new Set(circles).size).toBe(4);
});

test('what somebody else wrote in its place counts as nothing', async () => {
  const builds = buildsIn(await mkdtemp(join(tmpdir(), 'handrail-published-')), '.');
  expect(readPublication(builds, circle)).toEqual({ now: null, next: null });
});
