import { relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allRules } from '@/lib/curriculum/rules/all-rules';
import { brokenCases, inFolderOf } from './broken-cases';
import { checkContent } from './content';
import { inCharacters } from './in-characters';

const cases = brokenCases();

/** What the check says of a folder, as expected.txt writes it. */
async function findingsIn(dir: string): Promise<string[]> {
  const { errors } = await checkContent([], [dir]);
  return inCharacters(errors)
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
  const expected = cases.flatMap(({ expected }) => expected.map((line) => line.split(' ').at(-1) ?? ''));
  expect([...new Set(expected)].filter((rule) => !allRules.has(rule))).toEqual([]);
});
