import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withBuildLock } from '@/lib/server/build-lock';

const newFolder = () => mkdtempSync(join(tmpdir(), 'handrail-lock-'));

it('runs the work and leaves nothing behind', async () => {
  const folder = newFolder();
  let during: string[] = [];
  const work = async () => {
    during = readdirSync(folder);
  };
  await withBuildLock(folder, () => undefined, work);
  expect(during).toEqual(['building']);
  expect(readdirSync(folder)).toEqual([]);
});

it('waits for a living process, and says so once', async () => {
  const folder = newFolder();
  const file = join(folder, 'building');
  writeFileSync(file, String(process.ppid));
  const told: string[] = [];
  // It lets go of life once we wait: its sign of life grows old.
  const longAgo = new Date(Date.now() - 60_000);
  await withBuildLock(
    folder,
    () => {
      told.push('waiting');
      utimesSync(file, longAgo, longAgo);
    },
    async () => undefined,
  );
  expect(told).toEqual(['waiting']);
});

it('takes over the lock of a process that is gone', async () => {
  const folder = newFolder();
  // No process has this number: Linux and macOS give smaller ones.
  writeFileSync(join(folder, 'building'), '99999999');
  await expect(
    withBuildLock(
      folder,
      () => undefined,
      async () => 'done',
    ),
  ).resolves.toBe('done');
});

it('lets go when the work fails', async () => {
  const folder = newFolder();
  await expect(
    withBuildLock(
      folder,
      () => undefined,
      () => Promise.reject(new Error('no')),
    ),
  ).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual([]);
});
