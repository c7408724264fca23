import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { questionStarters } from './question-starters';
import { yamlText } from './yaml-text';

test('what is written reads back as it was', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom('12', 'a: b', '- x', '# y', '{z}', '', 'no', '9:40', 'a\nb'),
  );
  const key = fc.stringMatching(/^[a-z][a-z-]{0,8}$/);
  const { tree } = fc.letrec((tie) => ({
    tree: fc.dictionary(
      key,
      fc.oneof(
        { maxDepth: 3 },
        leaf,
        tie('tree'),
        fc.array(fc.oneof(leaf, tie('tree')), { minLength: 1, maxLength: 4 }),
      ),
      { minKeys: 1, maxKeys: 4, noNullPrototype: true },
    ),
  }));
  fc.assert(fc.property(tree, (value) => void expect(parse(yamlText(value))).toEqual(value)));
});

test('what is short stands on one line, what is long does not', () => {
  expect(
    yamlText({ title: { en: 'Open', zh: '打开' }, actions: ['listen', 'open'], goal: [{ kind: 'next' }] }),
  ).toBe(`title: { en: Open, zh: 打开 }
actions: [listen, open]
goal:
  - { kind: next }
`);
});

test.each(Object.entries(questionStarters))('a question of kind %s reads back as it was', (_, starter) => {
  expect(parse(yamlText([starter]))).toEqual([starter]);
});
