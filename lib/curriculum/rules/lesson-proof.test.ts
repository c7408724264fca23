import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { lessonFindings } from '../lesson-rules';
import { readContent } from '../read-content';
import { changed, type Files, lessonFile, writeContent } from '../test-content';

async function faultsOf(files: Files = {}) {
  const folder = await writeContent(files);
  const { checks, findings } = await readContent([folder]);
  const faults = checks.flatMap(lessonFindings);
  await rm(folder, { recursive: true });
  expect(findings).toEqual([]);
  return faults.map(({ file, ...fault }) => ({ ...fault, file: basename(file) }));
}

test('sound content proves itself', async () => {
  expect(await faultsOf()).toEqual([]);
});

test('a solution that does not solve its task is told with the goal it misses', async () => {
  const short = changed(
    lessonFile('open-it.solution.yaml'),
    '  - { kind: next }\n  - { kind: next }\n',
    '  - { kind: next }\n',
  );
  expect(await faultsOf(short)).toMatchObject([
    { file: 'open-it.solution.yaml', rule: 'solution', found: expect.stringContaining('ESTABLISHED') },
  ]);
});

test('a solution that does what the task does not allow is told with the action', async () => {
  const wrong = changed(
    lessonFile('open-it.solution.yaml'),
    '  - { kind: next }\n',
    '  - { kind: abort, side: client }\n',
  );
  expect(await faultsOf(wrong)).toMatchObject([
    { rule: 'solution', line: 4, column: 5, found: expect.stringContaining('abort') },
  ]);
});

test('a task that is solved before anything is done is no task', async () => {
  const idle = changed(lessonFile('open-it.task.yaml'), 'state: ESTABLISHED', 'state: CLOSED');
  const rules = (await faultsOf(idle)).map(({ rule }) => rule);
  expect(rules).toContain('untouched');
});

test('right answers get a reason too', async () => {
  const bare = changed(
    lessonFile('quiz.yaml'),
    '    explanation: { en: A SYN takes a number., zh: SYN占一个序列号。 }\n',
    '',
  );
  expect(await faultsOf(bare)).toMatchObject([{ file: 'quiz.yaml', line: 2, column: 5, rule: 'explanation' }]);
});

test('a lesson is measured by its path’s standard, in every language of the path', async () => {
  const standard = changed('tcp-tls/path.yaml', 'title:', 'standard: { labs: 2, tasks: 2, questions: 2 }\ntitle:');
  expect((await faultsOf({ ...standard, [lessonFile('zh.mdx')]: '' })).map(({ rule }) => rule)).toEqual([
    'standard',
    'standard',
    'standard',
    'missing-translation',
  ]);
});

test('what stands nowhere in the lesson would never be met', async () => {
  const without = {
    ...changed(lessonFile('en.mdx'), '\n<Task id="open-it" />\n', ''),
    ...changed(lessonFile('zh.mdx'), '\n<Task id="open-it" />\n', ''),
  };
  expect(await faultsOf(without)).toMatchObject([{ file: 'open-it.task.yaml', rule: 'unplaced' }]);
});
