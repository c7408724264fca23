import { expect, test } from 'vitest';
import { formulasIn } from './formula-sources';
import { plainText } from './plain-text';
import { richText } from './rich-text';

const kinds = (source: string) =>
  richText(source).flatMap((block) =>
    block.kind === 'paragraph' ? block.of.map((part) => (typeof part === 'string' ? part : part.kind)) : [block.kind],
  );

test('a formula stands between $` and `$, or in a block of the language math', () => {
  expect(kinds('Is $`x^2`$ four?')).toEqual(['Is ', 'math', ' four?']);
  expect(kinds('$`a`$ and $`b`$')).toEqual(['math', ' and ', 'math']);
  expect(kinds('```math\nx^2\n```')).toEqual(['math']);
  expect(plainText(richText('Is $`x^2`$ four?'))).toBe('Is x^2 four?');
});

test.each(['It costs $5, or $6.', 'Say `$HOME`.', 'A `code` and a $ sign', '$x$'])(
  'a plain $ stays plain: %s',
  (source) => {
    expect(kinds(source)).not.toContain('math');
  },
);

test('signs of Markdown in a formula are signs of TeX', () => {
  expect(JSON.stringify(richText('$`a_1 * b_1 * c`$'))).toContain('"msub"');
});

test('each formula of a text is found at the place of its TeX', () => {
  const source = 'Is $`x^2`$ four?\n\n```math\ny\n```';
  expect(formulasIn(source).map(({ tex, at, display }) => [tex, source.slice(at, at + tex.length), display])).toEqual([
    ['x^2', 'x^2', false],
    ['y\n', 'y\n', true],
  ]);
});
