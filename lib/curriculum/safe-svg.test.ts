import { describe, expect, test } from 'vitest';
import { safeSvg } from './safe-svg';
import { sourceText } from './source-text';

const svg = (inside: string) => `<svg viewBox="0 0 10 10">\n  ${inside}\n</svg>\n`;
const check = (text: string) => safeSvg(sourceText('a.svg', text));

test('a drawing in the theme’s colours stands in the page', () => {
  const drawing = svg(
    '<g id="a" stroke-width="2"><path d="M0 0" stroke="var(--client)" fill="none"/><use href="#a"/><text x="1">a &lt; b</text></g>',
  );
  expect(check(`<?xml version="1.0"?>\n<!-- drawn by hand -->\n${drawing}`)).toMatchObject({
    kind: 'safe',
    svg: { name: 'svg' },
  });
});

describe('whatever runs, loads or links is refused where it stands', () => {
  test.each([
    '<script>alert(1)</script>',
    '<path d="M0 0" onload="a()"/>',
    '<a href="https://example.org"><text>a</text></a>',
    '<use href="https://example.org/a.svg#b"/>',
    '<image href="a.png"/>',
    '<foreignObject><p>a</p></foreignObject>',
    '<animate attributeName="href" to="javascript:a()"/>',
    '<style>@import "https://example.org"</style>',
    '<rect fill="url(https://example.org/a)"/>',
    '<rect style="background: url(a)"/>',
  ])('%s', (inside) => {
    expect(check(svg(inside))).toMatchObject({
      kind: 'refused',
      error: { file: 'a.svg', line: 2, column: 3, rule: 'figure' },
    });
  });

  test.each([
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>',
    '<svg viewBox="0 0 1 1"><![CDATA[a]]></svg>',
    '<svg viewBox="0 0 1 1">',
    '<svg viewBox="0 0 1 1"></g></svg>',
    '<p>a</p>',
    '',
  ])('not a drawing: %s', (text) => expect(check(text).kind).toBe('refused'));
});

test('a colour that fits one theme only is refused', () => {
  expect(check(svg('<rect fill="#fff"/>'))).toMatchObject({
    kind: 'refused',
    error: { message: expect.stringContaining('one theme only') },
  });
  expect(check(svg('<rect fill="currentColor"/>')).kind).toBe('safe');
});

test.each([
  ['width="420" height="180px"', '<svg viewBox="0 0 420 180" …>'],
  ['width="100%"', '<svg viewBox="0 0 640 320" …>'],
])('a drawing without a viewBox is told one that fits it: %s', (size, fix) => {
  expect(check(`<svg ${size}><path d="M0 0"/></svg>`)).toMatchObject({ kind: 'refused', error: { fix } });
});
