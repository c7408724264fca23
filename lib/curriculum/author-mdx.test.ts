import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMdx } from './author-mdx';
import { edited } from './edits';
import { sourceText } from './source-text';

const read = (text: string) => readMdx(sourceText('en.mdx', text));
const errors = (text: string) => read(text).errors;

describe('lessons are words: code is refused where it stands', () => {
  test.each([
    ['It is {1 + 1}.\n', 1, 7],
    ['A.\n\n{process.exit()}\n', 3, 1],
    ['<Quiz id={secret} />\n', 1, 7],
    ['<Quiz {...props} />\n', 1, 7],
  ])('%j', (text, line, column) => {
    expect(errors(text)).toMatchObject([{ file: 'en.mdx', line, column, rule: 'no-code' }]);
  });

  test.each(["A.\n\nimport fs from 'node:fs'\n", 'export const a = 1\n'])('%j is read by nobody', (text) => {
    expect(errors(text)).toMatchObject([{ column: 1, rule: 'import-export' }]);
  });

  test('a comment is not code', () => {
    expect(errors('{/* a note to other authors */}\n')).toEqual([]);
    expect(errors('{/* a */ b /* c */}\n')).toMatchObject([{ rule: 'no-code' }]);
  });
});

describe('broken MDX says what to write instead', () => {
  test('a brace in prose', () => {
    expect(errors('Type stash@{0 to see it.\n')).toMatchObject([
      { line: 1, column: 12, rule: 'plain-brace', fix: 'Type stash@\\{0 to see it.' },
    ]);
  });

  test('a < in prose', () => {
    expect(errors('A.\n\nIf a <3 then.\n')).toMatchObject([
      { line: 3, column: 6, rule: 'plain-less-than', fix: 'If a \\<3 then.' },
    ]);
  });

  test('a tag that is never closed', () => {
    expect(errors('A.\n\n<Note>\nB.\n')).toMatchObject([
      { line: 3, column: 1, rule: 'unclosed-tag', message: '<Note> is opened here and never closed' },
    ]);
  });
});

test('one stumbling block hides no other: all are told together, each where it stands', () => {
  const text = 'A <3 b.\n\n<!-- note -->\n\n</Note>\n\n## Two [#two]\n\n<Quizz id="a" /> {x}\n';
  expect(errors(text).map(({ line, column, rule }) => [line, column, rule])).toEqual([
    [1, 3, 'plain-less-than'],
    [3, 1, 'html-comment'],
    [5, 1, 'closing-tag'],
    [9, 18, 'no-code'],
    [9, 1, 'unknown-component'],
  ]);
});

test('what --fix writes is what is read without the mistake', () => {
  const text = 'A <3 b.\n\n<!-- note -->\n\n<Note>\n- a\n</Note>\n\n＃＃ Two [#two]\n\nSee <https://a.org>.<br>\n';
  const mended = edited(
    text,
    errors(text).flatMap(({ edit }) => edit ?? []),
  ).text;
  expect(errors(mended)).toEqual([]);
  expect(mended).toBe(
    'A \\<3 b.\n\n{/* note */}\n\n<Note>\n- a\n\n</Note>\n\n## Two [#two]\n\nSee [https://a.org](https://a.org).<br />\n',
  );
});

test('no words, however broken, end the reading', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '{',
    '}',
    '`',
    '```',
    '\n',
    '\n\n',
    'Note',
    '<Note>',
    '</Note>',
    '"',
    '*',
    '[a]',
    '(b)',
    '#',
    ' ',
    '|',
    '~',
    '$',
    '&',
    '\\',
    '<!--',
    '-->',
    '＜',
    '字',
    '/',
    '=',
    '- ',
    '\t',
    'import ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const lines = text.split('\n');
      for (const { line, column, edit } of errors(text)) {
        expect(line).toBeLessThanOrEqual(lines.length + 1);
        expect(column).toBeGreaterThanOrEqual(1);
        if (edit) expect(edit.to).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 400 },
  );
});

describe('the set of components is closed', () => {
  test('an unknown one is told with the one that was meant', () => {
    expect(errors('<Quizz id="a" />\n')).toMatchObject([
      {
        line: 1,
        column: 1,
        rule: 'unknown-component',
        message: 'there is no <Quizz>; did you mean <Quiz>?',
        fix: '<Quiz id="syn-ack-number" />',
      },
    ]);
  });

  test('HTML is not among them', () => {
    for (const html of ['<script>a</script>', '<iframe src="a" />', '<img src="a" />', '<div>a</div>'])
      expect(errors(`A ${html}.\n`)).toMatchObject([{ rule: 'unknown-component' }]);
  });

  test('an unknown property, a missing one, an empty one', () => {
    expect(errors('<Quiz ids="a" />\n')).toMatchObject([
      { rule: 'missing-prop', message: '"id" is missing from <Quiz>' },
      { line: 1, column: 7, rule: 'unknown-prop', message: '"ids" is not a property of <Quiz>; did you mean "id"?' },
    ]);
    expect(errors('<Figure src="a.svg" alt="" />\n')).toMatchObject([{ column: 21, message: '"alt" is empty' }]);
  });

  test('a block stands on a line of its own, a word in a sentence', () => {
    expect(errors('Look: <Quiz id="a" /> here.\n')).toMatchObject([{ column: 7, rule: 'component' }]);
    expect(errors('<Lab run="a" />  <Task id="b" />  <Quiz id="c" />\n')).toEqual([]);
  });

  test('what has no inside has none, and what explains is not empty', () => {
    expect(errors('<Quiz id="a">b</Quiz>\n')).toMatchObject([
      { rule: 'component', message: '<Quiz> has nothing inside' },
    ]);
    expect(errors('<Note></Note>\n')).toMatchObject([{ rule: 'component', message: '<Note> is empty' }]);
  });
});

describe('headings carry ids', () => {
  test('a missing, a repeated and an impossible id', () => {
    const found = errors('## One [#one]\n\n## Why not two?\n\n## Again [#one]\n\n## Four [#Four]\n');
    expect(found).toMatchObject([
      { line: 3, rule: 'heading-id', fix: '## Why not two? [#why-not-two]' },
      { line: 5, rule: 'heading-id', fix: '## Again [#one-2]' },
      { line: 7, rule: 'heading-id', fix: '## Four [#four]' },
    ]);
  });

  test('the title is the only # and ### needs a ## before it', () => {
    expect(errors('# Title\n')).toMatchObject([{ rule: 'heading-depth', fix: '## Title' }]);
    expect(errors('### Three [#three]\n')).toMatchObject([{ rule: 'heading-depth' }]);
    expect(errors('## Two [#two]\n\n#### Four [#four]\n')).toMatchObject([{ line: 3, rule: 'heading-depth' }]);
  });

  test('their words are read without marks and markup', () => {
    expect(read('## The `SYN` and **you** [#syn]\n').headings).toEqual([
      { id: 'syn', depth: 2, text: 'The SYN and you' },
    ]);
  });
});

describe('code, links and pictures', () => {
  test('a language that cannot be coloured', () => {
    expect(errors('```javascrpt\na\n```\n')).toMatchObject([{ line: 1, rule: 'code-language', fix: '```javascript' }]);
    expect(errors('```\na\n```\n')).toEqual([]);
  });

  test('marked lines that the block does not have', () => {
    expect(errors('```js title="a" {3}\nb\n```\n')).toMatchObject([{ rule: 'code-meta', found: '{3}' }]);
  });

  test('links that lead nowhere or run something', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,a', '//evil.example', 'other.mdx'])
      expect(errors(`[a](${url})\n`)).toMatchObject([{ rule: 'link', found: url }]);
    expect(errors('[a](#b) [c](/learn/tcp-tls/d) [e](https://example.org)\n')).toEqual([]);
  });

  test('a picture is a figure', () => {
    expect(errors('![States](figures/states.svg)\n')).toMatchObject([
      { rule: 'figure', fix: '<Figure src="states.svg" alt="States" />' },
    ]);
  });
});

test('what is read: places in order, prose without code', () => {
  const { uses, prose } = read('One two.\n\n```js\nnot counted\n```\n\n<Lab run="open" />\n\n<Note>three</Note>\n');
  expect(uses.map(({ component, props }) => [component, props])).toEqual([
    ['Lab', { run: 'open' }],
    ['Note', {}],
  ]);
  expect(prose).toBe('One two.\nthree');
});
