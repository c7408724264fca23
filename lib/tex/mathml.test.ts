import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mathml, mathml } from './mathml';

const faultOf = (tex: string) => {
  const read = mathml(tex, false);
  return read.kind === 'fault' ? [read.at, read.message] : 'no fault';
};

function namesIn(read: Mathml): string[] {
  if (read.kind === 'fault') throw new Error(read.message);
  const names: string[] = [];
  const walk = (node: typeof read.root): void => {
    names.push(node.name);
    for (const child of node.children) if (typeof child !== 'string') walk(child);
  };
  walk(read.root);
  return names;
}

test('a formula is MathML with its TeX as annotation and as alternative text', () => {
  const read = mathml('\\frac{a}{b} < 2', true);
  expect(namesIn(read)).toContain('mfrac');
  expect(read).toMatchObject({ root: { attributes: { display: 'block', alttext: '\\frac{a}{b} < 2' } } });
  expect(JSON.stringify(read)).toContain('"encoding":"application/x-tex"');
});

test('chemistry is written with \\ce', () => {
  expect(namesIn(mathml('\\ce{6CO2 + 6H2O -> C6H12O6 + 6O2}', true))).toContain('msub');
});

test.each([
  ['a + \\frca{b}', 4, 'unsupported function name: \\frca'],
  ['\\text{a & b}', 8, "expected 'EOF', got '&'"],
  ['\\frac{a', 7, "unexpected end of input in a macro argument, expected '}'"],
  ['', 0, 'the formula is empty'],
])('a mistake in %s is told at its character', (tex, at, message) => {
  expect(faultOf(tex)).toEqual([at, message]);
});

test.each([
  '\\href{javascript:alert(1)}{x}',
  '\\color{red} x',
  '\\def\\a{\\a\\a}\\a',
  `${'{'.repeat(900)}x${'}'.repeat(900)}`,
  'x'.repeat(3_000),
  '\\includegraphics{http://example.org/a.png}',
  '\\class{a}{x}',
])('nothing runs, loads, links, colours or goes on for ever: %s', (tex) => {
  expect(mathml(tex, true).kind).toBe('fault');
});

test('whatever is written, there is MathML or a fault inside the text, and nothing is thrown', () => {
  const piece = fc.constantFrom(
    '\\frac',
    '{',
    '}',
    '^',
    '_',
    '&',
    '\\\\',
    '\\left(',
    '\\right)',
    'x',
    '<',
    '"',
    '中',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (tex) => {
        const read = mathml(tex, false);
        if (read.kind === 'fault') expect(read.at).toBeLessThanOrEqual(tex.length);
        else expect(read.root.name).toBe('math');
      },
    ),
  );
});

test('the place of a variant’s number is kept as a number of the formula', () => {
  const read = mathml('x^{\uE0000\uE001} + 1', false);
  expect(JSON.stringify(read)).toContain('"name":"mn","attributes":{},"children":["\uE0000\uE001"]');
});
