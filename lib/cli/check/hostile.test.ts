import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolderOf } from './broken-cases';
import { checkContent } from './content';

const lesson = 'tcp-tls/03-handshakes';
const head = '---\ntitle: A\nlede: B\n---\n\n';

/** The check of the sound folder with something hostile in it, and a second lesson that is none of its business. */
async function findingsWith(file: string, put: (path: string) => Promise<void>): Promise<string[]> {
  return inFolderOf(undefined, async (dir) => {
    await put(join(dir, file));
    const { errors } = await checkContent([], [dir]);
    return errors.map((error) => `${relative(dir, resolve(error.file))}:${error.line}:${error.column} ${error.rule}`);
  });
}

const text = (words: string) => (path: string) => writeFile(path, words);

// The promise is five seconds, and each takes less than a second and a half on two cores of its own. The check keeps it by bounds on what
// it reads, parses and runs (size, depth, a second for a sample), which the cases name by their rules; it has no clock to set. This limit
// only ends what would never end: a nearer one would fail for a busy machine, and not for slow code.
const limit = { timeout: 20_000 };

describe('words that were made to do harm are refused where they stand, or do none', limit, () => {
  test.each([
    ['100,000 nested quotations', `${head}${'> '.repeat(100_000)}a`, '6:1 too-deep'],
    ['100,000 nested lists in a line', `${head}${'- '.repeat(100_000)}a`, '6:1 too-deep'],
    [
      'nested lists line by line',
      `${head}${Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')}`,
      '107:1 too-deep',
    ],
    ['100,000 open brackets', `${head}${'['.repeat(100_000)}`, '6:1 too-deep'],
    ['100,000 open stars', `${head}${'*a '.repeat(100_000)}`, '6:1 too-deep'],
    ['nested components', `${head}${'<Keep>'.repeat(2_000)}a${'</Keep>'.repeat(2_000)}`, '6:2401 too-deep'],
    ['a loop without end in braces', `${head}{(() => { for (;;); })()}`, '6:1 no-code'],
    ['a loop without end in a property', `${head}<Lab run={(() => { for (;;); })()} />`, '6:6 no-code'],
    ['the environment in braces', `${head}a {process.env.SECRET}`, '6:3 no-code'],
    ['a module', `${head}import fs from 'node:fs'`, '6:1 import-export'],
    ['a script', `${head}<script>alert(1)</script>`, '6:1 unknown-component'],
    ['an address that runs', `${head}[a](javascript:alert%281%29)`, '6:1 link'],
    ['an address that runs, disguised', `${head}[a](&#106;avascript:alert%281%29)`, '6:1 link'],
    ['a component that every object has', `${head}<constructor />`, '6:1 unknown-component'],
    ['a property that every object has', `${head}<Keep constructor="a">a</Keep>`, '6:7 unknown-prop'],
    ['100,000 paragraphs', `${head}${'a\n\n'.repeat(100_000)}`, '1:1 too-large'],
    [
      'footnotes of footnotes',
      `${head}${Array.from({ length: 5_000 }, (_, i) => `a[^${i}]\n\n[^${i}]: b[^${i}]`).join('\n\n')}`,
      '1:1 too-large',
    ],
    [
      'a sample that hides what it loads',
      `${head}\`\`\`js prints\nlet x\nx\n--> \`\nimport('node:fs')\n--> \`\n\`\`\`\n\n\`\`\`text\na\n\`\`\``,
      '6:1 code-output',
    ],
    [
      'a style sheet of words that every object has',
      `${head}\`\`\`css\na { constructor: toString }\nb {\n\`\`\``,
      '8:3 code-syntax',
    ],
    ['an event handler', `${head}<Keep onclick="alert(1)">a</Keep>`, '6:7 unknown-prop'],
  ])('%s', async (_name, words, expected) => {
    const found = await findingsWith(`${lesson}/en.mdx`, text(words));
    expect(found).toContain(`${lesson}/en.mdx:${expected}`);
  });

  test.each([
    ['backticks', '`'.repeat(50_000)],
    ['open tags', '<a '.repeat(20_000)],
    ['open braces', '{'.repeat(20_000)],
    ['pipes', '|'.repeat(50_000)],
    ['entities', '&amp'.repeat(50_000)],
    ['backslashes', '\\'.repeat(100_000)],
    ['open links', '[a]('.repeat(1_000)],
    [
      'a table of 20,000 cells',
      `|${' a |'.repeat(200)}\n|${' - |'.repeat(200)}\n`.concat(`|${' a |'.repeat(200)}\n`.repeat(100)),
    ],
    ['open comments', '<!-- '.repeat(20_000)],
    ['autolinks', '<https://'.repeat(10_000)],
  ])('%s without end are read in time', async (_name, words) => {
    const found = await findingsWith(`${lesson}/en.mdx`, text(head + words));
    expect(found.every((line) => line.startsWith(lesson))).toBe(true);
  });
});

describe('files that are none', limit, () => {
  test('50 MB of words are not even read', async () => {
    const found = await findingsWith(`${lesson}/en.mdx`, (path) => truncate(path, 50_000_000));
    expect(found).toEqual([`${lesson}/en.mdx:1:1 too-large`]);
  });

  test('50 MB of questions are not even read', async () => {
    const found = await findingsWith(`${lesson}/quiz.yaml`, (path) => truncate(path, 50_000_000));
    expect(found).toContain(`${lesson}/quiz.yaml:1:1 too-large`);
  });

  test('a link out of the folder is not followed', async () => {
    const found = await findingsWith('tcp-tls/03-handshakes/extra.run.yaml', (path) => symlink('/etc/passwd', path));
    expect(found).toContain('tcp-tls/03-handshakes/extra.run.yaml:1:1 not-a-file');
  });

  test('a pipe that nobody writes to is not waited for', async () => {
    const found = await findingsWith('tcp-tls/03-handshakes/extra.run.yaml', async (path) => {
      execFileSync('mkfifo', [path]);
    });
    expect(found).toContain('tcp-tls/03-handshakes/extra.run.yaml:1:1 not-a-file');
  });

  test('100,000 groups of a drawing', async () => {
    const found = await findingsWith(
      'tcp-tls/03-handshakes/figures/states.svg',
      text(`<svg viewBox="0 0 1 1">\n${'<g>'.repeat(100_000)}`),
    );
    expect(found).toContain('tcp-tls/03-handshakes/figures/states.svg:2:190 figure');
  });

  test('100,000 nested brackets of YAML', async () => {
    const found = await findingsWith('glossary.yaml', text(`terms: ${'['.repeat(100_000)}`));
    expect(found).toEqual(['glossary.yaml:1:8 too-deep']);
  });
});

test('a broken chapter leaves the others as they were', limit, async () => {
  const others = await inFolderOf(undefined, async (dir) => {
    await mkdir(join(dir, 'tcp-tls/04-bad'));
    await writeFile(join(dir, 'tcp-tls/04-bad/en.mdx'), `${head}${'> '.repeat(100_000)}`);
    await writeFile(join(dir, 'tcp-tls/04-bad/lesson.yaml'), '{'.repeat(100_000));
    const { errors, extent } = await checkContent([], [dir]);
    return { extent, files: [...new Set(errors.map(({ file }) => relative(dir, resolve(file))))] };
  });
  expect(others.extent).toContain('1 lesson, 2 questions, 1 task');
  expect(others.files.every((file) => file.startsWith('tcp-tls/04-bad'))).toBe(true);
});
