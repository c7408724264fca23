import { expect, it } from 'vitest';
import { closureOf, namesIn } from '@/lib/server/offline-closure';

type File = { address: string; type: string; body: string };

const files: File[] = [
  page('/en/learn/a', [
    '<link rel="stylesheet" href="/_next/static/chunks/page.css"/>',
    '<script src="/_next/static/chunks/old.js" noModule=""></script>',
    '<script src="/_next/static/chunks/page.js" async=""></script>',
    '<img src="/figures/p/a/wire.png"/><a href="/en/glossary#x">term</a><a href="/en/account">me</a>',
    '<link rel="icon" href="/icon.svg?icon.0dz.svg"/><meta property="og:image" content="/social.png"/>',
    String.raw`<script>f.push([1,"3:I[1,[\"/_next/static/chunks/island.js\",\"static/chunks/late.css\"]]"])</script>`,
  ]),
  page('/en/glossary', ['<a href="/en/learn/b">b</a>']),
  page('/en/learn/b', []),
  page('/en/account', []),
  { address: '/_next/static/chunks/page.js', type: 'text/javascript', body: 'import("static/chunks/lab~1.js")' },
  { address: '/_next/static/chunks/lab~1.js', type: 'text/javascript', body: 'w(["static/chunks/worker.js"])' },
  { address: '/_next/static/chunks/worker.js', type: 'text/javascript', body: '"static/chunks/page.js"' },
  { address: '/_next/static/chunks/island.js', type: 'text/javascript', body: '' },
  { address: '/_next/static/chunks/old.js', type: 'text/javascript', body: '' },
  { address: '/_next/static/chunks/other-page.js', type: 'text/javascript', body: '' },
  { address: '/_next/static/chunks/late.css', type: 'text/css', body: '' },
  {
    address: '/_next/static/chunks/page.css',
    type: 'text/css; charset=utf-8',
    body: '@font-face{src:url("../media/a.woff2")}',
  },
  { address: '/_next/static/media/a.woff2', type: 'font/woff2', body: '' },
  { address: '/figures/p/a/wire.png', type: 'image/png', body: '"/en/learn/b"' },
  { address: '/icon.svg', type: 'image/svg+xml', body: '' },
  { address: '/social.png', type: 'image/png', body: '' },
];

function page(address: string, body: string[]): File {
  return { address, type: 'text/html; charset=utf-8', body: body.join('\n') };
}

const built = {
  find: (address: string) => files.find((file) => file.address === address),
  names: async (file: File) => namesIn(file.body, file),
};
const belongs = ({ address }: File, isPage: boolean) =>
  isPage ? address === '/en/glossary' : address !== '/social.png';

it('a saved lesson has its scripts, the labs and workers these load later, its styles, fonts and figures, and nothing else', async () => {
  const needed = await closureOf(['/en/learn/a'], built, belongs);
  expect(needed.map(({ address }) => address)).toEqual([
    '/_next/static/chunks/island.js',
    '/_next/static/chunks/lab~1.js',
    '/_next/static/chunks/late.css',
    '/_next/static/chunks/page.css',
    '/_next/static/chunks/page.js',
    '/_next/static/chunks/worker.js',
    '/_next/static/media/a.woff2',
    '/en/glossary',
    '/en/learn/a',
    '/figures/p/a/wire.png',
    '/icon.svg',
  ]);
});

it('a root that the build does not have is left out', async () => {
  expect(await closureOf(['/en/learn/gone'], built, belongs)).toEqual([]);
});
