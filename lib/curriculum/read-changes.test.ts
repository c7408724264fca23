import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ContentWatch, type Saved } from './read-changes';

let home: string;
let lesson: string;
let watch: ContentWatch;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'handrail-changes-'));
  lesson = join(home, 'biology', '001-cells');
  mkdirSync(lesson, { recursive: true });
  for (const name of ['en.mdx', 'zh.mdx', 'quiz.yaml']) writeFileSync(join(lesson, name), 'before\n');
  watch = new ContentWatch([home]);
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const next = (): Promise<Saved> =>
  new Promise((resolve) => {
    const stop = watch.listen((saved) => {
      stop();
      resolve(saved);
    });
  });

test('says that only words were saved, and in which folder', async () => {
  const since = watch.version ?? Number.NaN;
  const heard = next();
  writeFileSync(join(lesson, 'en.mdx'), 'after\n');
  expect(await heard).toMatchObject({ isWords: true });
  expect(watch.hasChanged(lesson, since)).toBe(true);
  expect(watch.hasChanged(join(home, 'biology', '002-tissue'), since)).toBe(false);
});

test('takes words that were written beside and renamed for words', async () => {
  const heard = next();
  writeFileSync(join(lesson, '.en.mdx.swp'), 'after\n');
  renameSync(join(lesson, '.en.mdx.swp'), join(lesson, 'en.mdx'));
  expect(await heard).toMatchObject({ isWords: true });
});

test('waits until a file that was emptied is filled', async () => {
  const file = join(lesson, 'en.mdx');
  const heard = next().then((saved) => ({ saved, text: readFileSync(file, 'utf8') }));
  truncateSync(file);
  const filled = setTimeout(() => writeFileSync(file, 'after\n'), 30);
  const { saved, text } = await heard;
  clearTimeout(filled);
  expect(text).toBe('after\n');
  expect(saved.version).toBe(watch.version);
});

test.each([
  ['a question', () => writeFileSync(join(lesson, 'quiz.yaml'), 'after\n')],
  ['a lesson that came', () => mkdirSync(join(home, 'biology', '002-tissue'))],
  ['a language that went', () => rmSync(join(lesson, 'zh.mdx'))],
])('says that more than words was saved: %s', async (_what, save) => {
  const heard = next();
  save();
  expect(await heard).toMatchObject({ isWords: false });
});

test('hears nothing of what an editor lays beside a file', async () => {
  const before = watch.version;
  const heard = next();
  writeFileSync(join(lesson, '.quiz.yaml.swp'), 'editing');
  writeFileSync(join(lesson, 'en.mdx'), 'after\n');
  expect(await heard).toMatchObject({ isWords: true });
  expect(watch.version).toBeGreaterThan(before ?? 0);
});

test('hears of lessons in folders that came later', async () => {
  const came = next();
  const folder = join(home, 'biology', '002-tissue');
  mkdirSync(folder);
  await came;
  const heard = next();
  writeFileSync(join(folder, 'en.mdx'), 'new\n');
  expect(await heard).toMatchObject({ version: watch.version });
});
