import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeFiles, placeFolder } from './place-files';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'handrail-place-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

test('a folder that has something in it is left as it is', async () => {
  await mkdir(join(dir, 'a'));
  await writeFile(join(dir, 'a/mine'), 'mine');
  await expect(placeFolder(join(dir, 'a'), { yours: '1' })).rejects.toThrow('is there already; nothing was written');
  expect(await readdir(dir)).toEqual(['a']);
  expect(await readdir(join(dir, 'a'))).toEqual(['mine']);
});

test('of two that make the same folder at once, one does', async () => {
  const made = await Promise.allSettled(['1', '2'].map((text) => placeFolder(join(dir, 'a'), { text })));
  expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await readdir(dir)).toEqual(['a']);
});

test('when one file of several is there already, none is written and none is changed', async () => {
  await writeFile(join(dir, 'words'), 'before');
  await writeFile(join(dir, 'b'), 'mine');
  const changes = [
    { file: join(dir, 'a'), text: 'a' },
    { file: join(dir, 'b'), text: 'b' },
    { file: join(dir, 'words'), before: 'before', text: 'after' },
  ];
  await expect(placeFiles(changes)).rejects.toThrow('b is there already; nothing was written');
  expect((await readdir(dir)).sort()).toEqual(['b', 'words']);
  expect(await readFile(join(dir, 'words'), 'utf8')).toBe('before');
  expect(await readFile(join(dir, 'b'), 'utf8')).toBe('mine');
});

test('a text that was saved meanwhile is kept, and what was written before it is taken back', async () => {
  await writeFile(join(dir, 'en'), 'before');
  await writeFile(join(dir, 'zh'), 'saved meanwhile');
  const changes = [
    { file: join(dir, 'task'), text: 'task' },
    { file: join(dir, 'en'), before: 'before', text: 'after' },
    { file: join(dir, 'zh'), before: 'before', text: 'after' },
  ];
  await expect(placeFiles(changes)).rejects.toThrow('zh was changed meanwhile');
  expect((await readdir(dir)).sort()).toEqual(['en', 'zh']);
  expect(await readFile(join(dir, 'en'), 'utf8')).toBe('before');
  expect(await readFile(join(dir, 'zh'), 'utf8')).toBe('saved meanwhile');
});
