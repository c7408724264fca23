import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { AuthorError } from './author-error';
import { readContent } from './read-content';
import { changed, type Files, lessonFile, soundFiles, writeContent } from './test-content';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function read(files: Files = {}) {
  const folder = await writeContent(files);
  folders.push(folder);
  const content = await readContent([folder]);
  return {
    ...content,
    findings: content.findings.map((error): AuthorError => ({ ...error, file: basename(error.file) })),
  };
}

const findings = async (files: Files) => (await read(files)).findings;
const en = lessonFile('en.mdx');
const zh = lessonFile('zh.mdx');

test('sound content has no findings and becomes a curriculum', async () => {
  const { curriculum, findings: found } = await read();
  expect(found).toEqual([]);
  expect(curriculum.lesson('tcp-tls', 'handshakes')).toMatchObject({
    id: 'tcp-tls/handshakes',
    order: 3,
    items: [{ local: 'syn-ack-number' }, { local: 'open-it' }],
  });
  expect(curriculum.item('tcp-tls/handshakes/open-it')?.kind).toBe('task');
});

test('Windows line ends and a byte order mark change nothing', async () => {
  const windows = Object.fromEntries(
    Object.entries(soundFiles).map(([name, text]) => [name, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
  );
  const [one, other] = [await read(), await read(windows)];
  expect(other.findings).toEqual([]);
  expect(other.curriculum.lesson('tcp-tls', 'handshakes')?.texts).toMatchObject({
    en: { body: one.curriculum.lesson('tcp-tls', 'handshakes')?.texts.en?.body },
  });
});

describe('ids that lead nowhere are told with the one that was meant', () => {
  test.each([
    [
      '<Quiz id="syn-ack-number" />',
      '<Quiz id="syn-ack-nummer" />',
      12,
      'quiz.yaml has no "syn-ack-nummer"; did you mean "syn-ack-number"?',
    ],
    ['<Lab run="open" />', '<Lab run="opn" />', 10, 'the lesson’s *.run.yaml files has no "opn"; did you mean "open"?'],
    ['<Term id="segment">', '<Term id="segmen">', 6, 'glossary.yaml has no "segmen"; did you mean "segment"?'],
    [
      'at="segments.1.ack"',
      'at="segments.1.akc"',
      6,
      'the run "open" has nothing at "segments.1.akc"; did you mean "ack"?',
    ],
    ['at="segments.1.ack"', 'at="segments.9.ack"', 6, 'the run "open" has nothing at "segments.9"'],
    ['at="segments.1.ack"', 'at="segments.1"', 6, '"segments.1" is not a single value'],
  ])('%s', async (from, to, line, message) => {
    const found = await findings({ ...changed(en, from, to) });
    expect(found[0]).toMatchObject({ file: 'en.mdx', line });
    expect(found[0]?.message).toContain(message);
  });

  test('an objective, a part’s heading, a prerequisite', async () => {
    expect(await findings(changed(lessonFile('quiz.yaml'), 'objective: open', 'objective: opne'))).toMatchObject([
      { file: 'quiz.yaml', line: 4, column: 16, fix: 'objective: open' },
    ]);
    const parts =
      'parts: [ { id: a, from: why-not-tow, summary: { en: A, zh: B } } ]\nprerequisites: [ tcp-tls/handshake ]\n';
    expect(
      await findings({ [lessonFile('lesson.yaml')]: soundFiles[lessonFile('lesson.yaml')] + parts }),
    ).toMatchObject([
      { file: 'lesson.yaml', line: 3, column: 25, fix: 'from: why-not-two' },
      { file: 'lesson.yaml', line: 4, column: 18, fix: 'tcp-tls/handshakes' },
    ]);
  });
});

describe('two languages are one lesson', () => {
  test('headings differ', async () => {
    expect(await findings(changed(zh, '[#why-not-two]', '[#why-not-tow]'))).toMatchObject([
      { file: 'zh.mdx', rule: 'heading-parity', expected: '## [#why-not-two]', found: '## [#why-not-tow]' },
    ]);
  });

  test('a question stands in one only', async () => {
    expect(await findings(changed(zh, '<Quiz id="syn-ack-number" />\n', ''))).toMatchObject([
      { file: 'zh.mdx', rule: 'place-parity', expected: '<Quiz "syn-ack-number">' },
    ]);
  });

  test('a text in a YAML file is missing in one', async () => {
    expect(await findings(changed(lessonFile('quiz.yaml'), ', zh: 哪个号？', ''))).toMatchObject([
      { file: 'quiz.yaml', line: 5, column: 13, rule: 'missing-language', fix: 'zh: "…"' },
    ]);
  });

  test('a lesson in one language asks for that one only', async () => {
    const { curriculum, findings: found } = await read({
      [zh]: '',
      ...changed(lessonFile('quiz.yaml'), ', zh: 哪个号？', ''),
    });
    expect(found).toEqual([]);
    expect(curriculum.route('zh', 'tcp-tls', 'handshakes')?.isFallback).toBe(true);
  });

  test('a translation of an older text is stale', async () => {
    const { curriculum } = await read(changed(zh, 'title: 握手', 'title: 握手\nfrom: 0123456789ab'));
    expect(curriculum.lesson('tcp-tls', 'handshakes')?.texts).toMatchObject({
      zh: { isStale: true },
      en: { isStale: false },
    });
  });
});

describe('nothing an author wrote vanishes in silence', () => {
  test('files that nothing reads', async () => {
    const found = await findings({
      [lessonFile('quizz.yaml')]: 'a',
      [lessonFile('Open.run.yml')]: 'a',
      'tcp-tls/notes.txt': 'a',
      'glosary.yaml': 'a',
    });
    expect(found.map(({ file, rule }) => [file, rule])).toEqual(
      ['glosary.yaml', 'Open.run.yml', 'quizz.yaml', 'notes.txt'].map((file) => [file, 'unknown-file']),
    );
  });

  test('a task without its solution, a solution without its task', async () => {
    expect(await findings({ [lessonFile('open-it.solution.yaml')]: '' })).toMatchObject([
      { file: 'open-it.solution.yaml', rule: 'missing-file' },
    ]);
    expect(await findings({ [lessonFile('extra.solution.yaml')]: 'actions: [ {} ]' })).toMatchObject([
      { file: 'extra.solution.yaml', message: 'a solution without its task' },
    ]);
  });

  test('an id that a question and a task share', async () => {
    const both = changed(lessonFile('quiz.yaml'), 'id: syn-ack-number', 'id: open-it');
    expect((await findings(both)).map(({ rule }) => rule)).toContain('duplicate-id');
  });

  test('all findings of all files come together, in reading order', async () => {
    const found = await findings({
      ...changed(en, '<Lab run="open" />', '<Lab run="opn" />'),
      ...changed('tcp-tls/path.yaml', 'summary:', 'sumary:'),
      'glossary.yaml': 'terms: 1',
    });
    // Also of lessons whose path.yaml cannot be read.
    expect(found.map(({ file }) => file)).toEqual(['glossary.yaml', 'en.mdx', 'zh.mdx', 'path.yaml', 'path.yaml']);
  });
});

test('drafts are checked, and shown only to who asks', async () => {
  const folder = await writeContent({
    [lessonFile('lesson.yaml')]: `draft: true\n${soundFiles[lessonFile('lesson.yaml')]}`,
  });
  folders.push(folder);
  expect((await readContent([folder])).curriculum.paths[0]?.lessons).toEqual([]);
  expect((await readContent([folder], { drafts: true })).curriculum.paths[0]?.lessons).toHaveLength(1);
});

test('a further content folder adds to the first, and may not repeat it', async () => {
  const [one, other] = [await writeContent(), await writeContent()];
  folders.push(one, other);
  const { findings: found } = await readContent([one, other]);
  expect(found.map(({ rule }) => rule)).toContain('duplicate-id');
  expect((await readContent([one, join(one, 'missing')])).findings).toMatchObject([{ rule: 'missing-folder' }]);
});

test('the content that comes with the product has no findings', async () => {
  const { findings: found, curriculum } = await readContent(['content'], { drafts: true });
  expect(found).toEqual([]);
  expect(curriculum.lesson('tcp-tls', 'three-way-four-way')).toBeDefined();
  expect(await readFile('content/glossary.yaml', 'utf8')).toContain('terms:');
});
