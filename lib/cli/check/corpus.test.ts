import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allRules } from '@/lib/curriculum/rules/all-rules';
import { brokenCases, inFolderOf } from './broken-cases';
import { checkContent } from './content';

const cases = brokenCases();

/** What the check says of a folder, as expected.txt writes it. */
async function findingsIn(dir: string): Promise<string[]> {
  const { errors } = await checkContent([], [dir]);
  return errors
    .map(({ file, line, column, rule }) => `${relative(dir, resolve(file))}:${line}:${column} ${rule}`)
    .sort();
}

test('the sound folder beneath all cases has no findings', async () => {
  expect(await inFolderOf(undefined, findingsIn)).toEqual([]);
});

describe('every broken file is found at its line and column, and nothing else is', () => {
  test.each(cases.map((broken) => [broken.name, broken] as const))('%s', async (_name, broken) => {
    expect(await inFolderOf(broken, findingsIn)).toEqual(broken.expected);
  });
});

test('every rule that a case expects is registered', () => {
  const expected = cases.flatMap(({ expected }) => expected.map(ruleOf));
  expect([...new Set(expected)].filter((rule) => !allRules.has(rule))).toEqual([]);
});

/**
 * Rules whose mistake cannot lie in a small folder under version control; hostile.test.ts and read-content.test.ts make it.
 * `blank` watches our own kinds of question, and no file can make one score what nobody answered: check-key.test.ts does.
 */
const madeElsewhere = ['too-large', 'not-a-file', 'missing-folder', 'blank'];

test('every registered rule is shown to fail on a case of its own', () => {
  const shown = new Set([...cases.flatMap(({ expected }) => expected.map(ruleOf)), ...madeElsewhere]);
  expect([...allRules.keys()].filter((rule) => !shown.has(rule))).toEqual([]);
});

test('every rule that the code reports is registered', () => {
  const files = ['lib/curriculum', 'lib/quiz', 'lib/labs'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  );
  const sources = files.filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => readFileSync(name, 'utf8'));
  const reported = sources.flatMap((text) =>
    [...text.matchAll(/\brule: '([a-z0-9-]+)'/g)].map(([, rule = '']) => rule),
  );
  expect([...new Set(reported)].filter((rule) => !allRules.has(rule))).toEqual([]);
});

test('there are at least 120 broken files, at least 20 of them stumbling blocks of MDX', () => {
  expect(cases.length).toBeGreaterThanOrEqual(120);
  expect(cases.filter(({ name }) => name.startsWith('mdx/')).length).toBeGreaterThanOrEqual(20);
});

function ruleOf(line: string): string {
  return line.split(' ').at(-1) ?? '';
}
