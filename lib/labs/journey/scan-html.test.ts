import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanHtml } from './scan-html';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const found = (text: string) =>
  scanHtml(bytesOf(text)).found.map(({ destination, address, blocking }) => `${destination} ${address} ${blocking}`);

describe('what a page asks for', () => {
  it.each([
    ['<link rel=stylesheet href=a.css>', ['style a.css render']],
    ['<LINK REL="Stylesheet" HREF=\'a.css?x&amp;y\'>', ['style a.css?x&y render']],
    ['<link rel=stylesheet media=print href=a.css>', ['style a.css none']],
    ['<link rel="alternate stylesheet" href=a.css>', []],
    ['<link rel=preload as=font href=a.woff2>', ['font a.woff2 none']],
    ['<link rel=preload href=a>', []],
    ['<script src=a.js></script>', ['script a.js parser']],
    ['<script async src=a.js></script>', ['script a.js async']],
    ['<script defer src=a.js></script>', ['script a.js deferred']],
    ['<script async defer src=a.js></script>', ['script a.js async']],
    ['<script type=module src=a.js></script>', ['script a.js deferred']],
    ['<script type=module async src=a.js></script>', ['script a.js async']],
    ['<script nomodule src=a.js></script>', []],
    ['<script type=application/json src=a></script>', []],
    ['<script defer>x()</script>', ['script null parser']],
    ['<script>"<img src=no.png>"</script><img src=a.png>', ['script null parser', 'image a.png none']],
    ['<script>"</scripts><img src=no.png>"</script >', ['script null parser']],
    ['<!-- <img src=no.png> --><img src=a.png>', ['image a.png none']],
    ['<!--><img src=no.png>', []],
    ['<img src=a.png src=b.png alt=">">', ['image a.png none']],
    ['<img>', []],
    ['<title><img src=no.png></title>', []],
    ['<img src=', []],
    ['< img src=no.png>', []],
  ])('of %s is %j', (page, wanted) => {
    expect(found(page)).toEqual(wanted);
  });

  it('is found where it stands, in bytes', () => {
    const page = '<title>中</title><p>x</p><img loading=lazy src=a.png>';
    const [image] = scanHtml(bytesOf(page)).found;
    expect(new TextDecoder().decode(bytesOf(page).subarray(image?.from, image?.to))).toBe(
      '<img loading=lazy src=a.png>',
    );
    expect(image?.lazy).toBe(true);
    expect(scanHtml(bytesOf(page)).firstContent).toBe(bytesOf('<title>中</title><p>').length);
  });

  it('is read of any bytes, in order and without overlap', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<script',
      '<img src=',
      '</script>',
      '<!--',
      '-->',
      ' ',
      '"',
      "'",
      '=',
      '/',
      'a',
      '\u0000',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const bytes = bytesOf(pieces.join(''));
        let last = 0;
        for (const { from, to } of scanHtml(bytes).found) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(bytes.length);
          last = to;
        }
      }),
      { numRuns: process.env.HANDRAIL_FULL ? 20_000 : 500 },
    );
  });

  it('is found in a megabyte of opened tags in bounded time', () => {
    expect(scanHtml(bytesOf('<img src=a '.repeat(100_000))).found.length).toBe(0);
    expect(scanHtml(bytesOf('<img src=a>'.repeat(100_000))).found.length).toBe(64);
  });
});
