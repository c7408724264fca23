import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingText, wordChanges } from './word-changes';

const lesson = (words: string, locale: 'en' | 'zh' = 'en') =>
  standingText(`---\ntitle: A title\nlede: A lede.\n---\n\n${words}\n`, locale);

const changes = (before: string, after: string, locale: 'en' | 'zh' = 'en') =>
  wordChanges(lesson(before, locale), lesson(after, locale));

test('tells the words that read otherwise, wherever they stand', () => {
  expect(changes('One *two* three.', 'One *too* three.')).toEqual([{ from: 'two', to: 'too', nth: 0, of: 1 }]);
  expect(changes('- a\n- `b`', '- a\n- `c`')).toEqual([{ from: 'b', to: 'c', nth: 0, of: 1 }]);
  expect(changes('<Note>\n\nOne.\n\n</Note>', '<Note>\n\nTwo.\n\n</Note>')).toEqual([
    { from: 'One.', to: 'Two.', nth: 0, of: 1 },
  ]);
});

test('tells which of several alike texts is meant', () => {
  expect(changes('Yes.\n\nYes.\n\nYes.', 'Yes.\n\nNo.\n\nYes.')).toEqual([{ from: 'Yes.', to: 'No.', nth: 1, of: 3 }]);
});

test("leaves a heading's mark out of its words", () => {
  expect(changes('## Why? [#why]', '## Why not? [#why]')).toEqual([{ from: 'Why?', to: 'Why not?', nth: 0, of: 1 }]);
});

test('reads lines as the page joins them', () => {
  expect(changes('One\n  two.', 'One\n  three.')).toEqual([{ from: 'One\ntwo.', to: 'One\nthree.', nth: 0, of: 1 }]);
  expect(changes('一行\n接着。', '一行\n又接着。', 'zh')).toEqual([
    { from: '一行接着。', to: '一行又接着。', nth: 0, of: 1 },
  ]);
});

test('finds nothing to tell where only places in the file moved', () => {
  expect(changes('One.\n\nTwo.', 'One.\n\n\n\nTwo.')).toEqual([]);
});

test.each([
  ['a new paragraph', 'One.', 'One.\n\nTwo.'],
  ['a word that becomes bold', 'One two.', 'One **two**.'],
  ['a link that leads elsewhere', '[One](/learn/a/b)', '[One](/learn/a/c)'],
  ['a heading with another id', '## Why? [#why]', '## Why? [#why-not]'],
  ['code that is coloured', '```js\nlet a;\n```', '```js\nlet b;\n```'],
  [
    "a component's property",
    '<Mistake belief="a">\n\nOne.\n\n</Mistake>',
    '<Mistake belief="b">\n\nOne.\n\n</Mistake>',
  ],
  ['alike texts among footnotes', 'Yes.[^a]\n\n[^a]: Yes.', 'No.[^a]\n\n[^a]: Yes.'],
])('leaves %s to those who draw the page', (_what, before, after) => {
  expect(changes(before, after)).toBeUndefined();
});

test('leaves the frontmatter to those who draw the page', () => {
  const [before, after] = ['One', 'Two'].map((title) => standingText(`---\ntitle: ${title}\n---\n\nWords.\n`, 'en'));
  expect(before && after && wordChanges(before, after)).toBeUndefined();
});

test('put where they are told to stand, the changes make the new text of the old', () => {
  const word = fc.constantFrom('alpha', 'beta', 'gamma', '字', '`code`', '*stress*');
  const blocks = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
  const written = (all: string[][]) => all.map((words) => words.join(' ')).join('\n\n');
  fc.assert(
    fc.property(blocks, blocks, (one, other) => {
      const [before, after] = [lesson(written(one)), lesson(written(other))];
      const told = wordChanges(before, after);
      if (told === undefined) return;
      const places = before.texts.map((data) => ({ data }));
      const found = told.map(({ from, nth }) => places.filter(({ data }) => data === from)[nth]);
      for (const [at, { to }] of told.entries()) Object.assign(found[at] ?? {}, { data: to });
      expect(places.map(({ data }) => data)).toEqual(after.texts);
    }),
  );
});
