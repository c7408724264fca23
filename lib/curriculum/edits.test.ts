import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited, editedRaw } from './edits';
import { sourceText } from './source-text';

test('puts text where it is told, and knows where everything was', () => {
  const { text, back } = edited('a <3 b', [{ from: 2, to: 2, text: '\\' }]);
  expect(text).toBe('a \\<3 b');
  expect([...'012'].map((_, index) => back(index))).toEqual([0, 1, 2]);
  expect(back(3)).toBe(2);
  expect(back(6)).toBe(5);
});

test('of two edits of the same place the first is made', () => {
  expect(
    edited('abc', [
      { from: 1, to: 3, text: 'x' },
      { from: 2, to: 3, text: 'y' },
    ]).text,
  ).toBe('ax');
});

test('a file keeps its byte order mark and its line ends', () => {
  expect(editedRaw('\uFEFFa\r\n\r\nb\r\n', [{ from: 3, to: 4, text: 'c\nd' }])).toBe('\uFEFFa\r\n\r\nc\r\nd\r\n');
});

test('what is edited on disk reads as what was edited after reading', () => {
  const line = fc.string({ unit: fc.constantFrom('a', 'b', '<', '字') });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1 }),
      fc.constantFrom('\n', '\r\n'),
      fc.nat(),
      fc.nat(),
      (lines, end, a, b) => {
        const raw = `\uFEFF${lines.join(end)}`;
        const { text } = sourceText('f', raw);
        const [one, other] = [a % (text.length + 1), b % (text.length + 1)];
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const edit = { from, to, text: 'x\ny' };
        expect(sourceText('f', editedRaw(raw, [edit])).text).toBe(edited(text, [edit]).text);
      },
    ),
  );
});
