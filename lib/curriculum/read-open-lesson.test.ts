import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLesson } from './read-open-lesson';

let home: string;

const write = (locale: string, words: string) =>
  writeFileSync(join(home, 'biology', '001-cells', `${locale}.mdx`), `---\ntitle: Cells\n---\n\n${words}\n`);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'handrail-open-'));
  mkdirSync(join(home, 'biology', '001-cells'), { recursive: true });
  write('en', 'One cell.');
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

test('tells each saving once, in the language it was made in', () => {
  const lesson = openLesson([join(home, 'elsewhere'), home], 'biology/cells');
  write('en', 'Two cells.');
  const changed = [{ from: 'One cell.', to: 'Two cells.', nth: 0, of: 1 }];
  expect(lesson?.changes()).toEqual({ en: changed, 'zh-Hans': [] });
  expect(lesson?.changes()).toEqual({ en: [], 'zh-Hans': [] });
});

test('has nothing to tell of a text that cannot be read, nor of one that comes after it', () => {
  const lesson = openLesson([home], 'biology/cells');
  write('en', 'A <Note that never ends.');
  expect(lesson?.changes()).toBeUndefined();
  write('en', 'One cell.');
  expect(lesson?.changes()).toBeUndefined();
  write('en', 'Two cells.');
  expect(lesson?.changes()).toBeDefined();
});

test.each(['biology/tissue', 'chemistry/cells', 'biology', '../biology/cells', ''])('knows no lesson "%s"', (id) => {
  expect(openLesson([home], id)).toBeUndefined();
});
