import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdBuild, isHeld } from './build-holders';

test('a build is held as long as a process that serves it runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-held-'));
  expect(await isHeld(folder)).toBe(false);
  const letGo = await holdBuild(folder);
  expect(await isHeld(folder)).toBe(true);
  await letGo();
  expect(await isHeld(folder)).toBe(false);
});

test('the mark of a process that was killed holds nothing, nor does a file of another name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-held-'));
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await writeFile(join(folder, `held-by-${pid}`), '');
  await writeFile(join(folder, 'held-by-nobody'), '');
  await writeFile(join(folder, `${process.pid}`), '');
  expect(await isHeld(folder)).toBe(false);
});
