import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countsOf } from './findings-at';
import { readPreview, type SoundLesson } from './read-preview';

const id = 'kinds/every-kind';
let folder: string;
let sound: Map<string, SoundLesson>;
const inLesson = (name: string) => join(folder, 'kinds/01-every-kind', name);

async function preview() {
  const found = await (await readPreview([folder], sound)).lesson(id);
  if (!found) throw new Error('the folder is there, and its preview is not');
  return found;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handrail-preview-'));
  cpSync(resolve('e2e/fixtures/kinds-content'), folder, { recursive: true });
  appendFileSync(inLesson('lesson.yaml'), '\ndraft: true\n');
  sound = new Map();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a lesson in preview', () => {
  test('has what the check says of its code, at the line where the code stands', async () => {
    appendFileSync(
      inLesson('en.mdx'),
      '\n```js prints\nconsole.log(1 + 1)\n```\n\n```text\n3\n```\n\n```json\n{ a }\n```\n',
    );
    const { findings } = await preview();
    const lines = readFileSync(inLesson('en.mdx'), 'utf8').split('\n');
    const told = findings.inFile('en.mdx').filter(({ rule }) => rule.startsWith('code-'));
    expect(told.map(({ rule, line }) => [rule, lines[line - 1]])).toEqual([
      ['code-output', '3'],
      ['code-syntax', '{ a }'],
    ]);
  });

  test('is looked at once as long as it stays as it is', async () => {
    const first = await preview();
    const again = await preview();
    expect(again.findings.all).toEqual(first.findings.all);
    appendFileSync(inLesson('en.mdx'), '\n```json\n{ a }\n```\n');
    expect((await preview()).findings.all.length).toBeGreaterThan(first.findings.all.length);
  });

  test('is there while it is a draft, with no errors and the lines of its questions', async () => {
    const { shown, isLastSound, findings, questionLines } = await preview();
    expect(shown?.lesson.draft).toBe(true);
    expect(isLastSound).toBe(false);
    expect(countsOf(findings.all).errors).toBe(0);
    expect(questionLines.get('single')).toBe(2);
  });

  test.each([
    ['en.mdx', 'a tag <Quiz id="single" / that never ends\n'],
    ['en.mdx', '<Quiz id="no-such-question" />\n'],
    ['quiz.yaml', '  - { id: half, kind: single-choice }\n'],
    ['quiz.yaml', ' : not yaml: [\n'],
    ['lesson.yaml', 'objectivse: []\n'],
  ])('shows what it last was while %s is broken, and what is wrong with its place', async (name, broken) => {
    const before = await preview();
    const lines = readFileSync(inLesson(name), 'utf8').split('\n').length;
    appendFileSync(inLesson(name), broken);
    const after = await preview();
    expect(after.shown?.lesson.items).toEqual(before.shown?.lesson.items);
    expect(after.isLastSound).toBe(true);
    const told = after.findings.inFile(name).map(({ line }) => line);
    expect(told.some((line) => line >= lines - 1)).toBe(true);
  });

  test('is drawn as it is again once it is mended', async () => {
    const text = readFileSync(inLesson('en.mdx'), 'utf8');
    await preview();
    writeFileSync(inLesson('en.mdx'), `${text}<Oops>\n`);
    expect((await preview()).isLastSound).toBe(true);
    writeFileSync(inLesson('en.mdx'), text);
    expect((await preview()).isLastSound).toBe(false);
  });

  test('is told by its findings alone when it never could be drawn', async () => {
    writeFileSync(inLesson('quiz.yaml'), 'questions: 7\n');
    const { shown, findings } = await preview();
    expect(shown).toBeUndefined();
    expect(countsOf(findings.all).errors).toBeGreaterThan(0);
  });

  test('is drawn although a heading has no twin: what does not match is no reason to show nothing', async () => {
    appendFileSync(inLesson('en.mdx'), '\n## One more [#one-more]\n\nWords.\n');
    const { isLastSound, shown, findings } = await preview();
    expect(findings.all.map(({ rule }) => rule)).toContain('heading-parity');
    expect(isLastSound).toBe(false);
    expect(shown?.lesson.texts.en?.headings.map((heading) => heading.id)).toContain('one-more');
  });

  test('is kept when its path cannot be read, which is told outside of it', async () => {
    await preview();
    writeFileSync(join(folder, 'kinds/path.yaml'), 'titel: oops\n');
    const { shown, isLastSound, elsewhere } = await preview();
    expect(shown).toBeDefined();
    expect(isLastSound).toBe(true);
    expect(elsewhere.some(({ file }) => file.endsWith('path.yaml'))).toBe(true);
  });
});
