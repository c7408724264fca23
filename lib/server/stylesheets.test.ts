import { expect, it } from 'vitest';
import { preloadHeader, stylesheetsOf } from './stylesheets';

const page = `<head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/_next/static/chunks/one.css" data-precedence="next"/>
  <link data-precedence="next" rel="stylesheet" href="/_next/static/chunks/two.css"/><link rel="stylesheet" href="/_next/static/chunks/one.css"/>
  <link rel="stylesheet" href="https://elsewhere.example/three.css"/></head>`;

it('finds the stylesheets a page waits for, each once, and only its own', () => {
  expect(stylesheetsOf(page)).toEqual(['/_next/static/chunks/one.css', '/_next/static/chunks/two.css']);
});

it('names them as a Link header says it', () => {
  expect(preloadHeader(['/one.css', '/two.css'])).toBe(
    '</one.css>; rel=preload; as=style, </two.css>; rel=preload; as=style',
  );
});

it('finds nothing in a page without any', () => {
  expect(stylesheetsOf('<p>rel="stylesheet"</p>')).toEqual([]);
});
