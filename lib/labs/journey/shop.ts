import type * as z from 'zod/mini';
import type { journeySetupSchema } from './setup';

type World = z.input<typeof journeySetupSchema>;
type WrittenSite = World['sites'][number];
type WrittenResource = NonNullable<WrittenSite['resources']>[number];

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Umbrellas</title>
<link rel="stylesheet" href="/main.css">
<script src="/app.js"></script>
<script src="https://cdn.example/count.js" async></script>
</head>
<body>
<h1>Three umbrellas</h1>
<p>They keep off the rain, and one of them the wind.</p>
<img src="/red.svg" alt="A red umbrella">
<img src="/blue.svg" alt="A blue umbrella">
<img src="/black.svg" alt="A black umbrella" loading="lazy">
<form action="/basket"><button>Into the basket</button></form>
</body>
</html>
`;

const resources: readonly WrittenResource[] = [
  { path: '/', text: page, cacheControl: 'no-cache' },
  { path: '/main.css', type: 'css', bytes: 9_000, cacheControl: 'max-age=600' },
  { path: '/app.js', type: 'js', bytes: 16_000, cacheControl: 'max-age=31536000, immutable' },
  { path: '/red.svg', type: 'svg', bytes: 7_000, cacheControl: 'max-age=86400' },
  { path: '/blue.svg', type: 'svg', bytes: 6_000, cacheControl: 'max-age=86400' },
  { path: '/black.svg', type: 'svg', bytes: 6_000, cacheControl: 'max-age=86400' },
];

const site: WrittenSite = {
  host: 'shop.example',
  address: '198.51.100.20',
  hsts: 'max-age=31536000',
  altSvc: 'h3=":443"; ma=86400',
  resources: [...resources],
};

const cdn: WrittenSite = {
  host: 'cdn.example',
  address: '203.0.113.130',
  distance: 8,
  think: 2,
  resources: [{ path: '/count.js', type: 'js', bytes: 4_000, cacheControl: 'max-age=3600' }],
};

/** A shop with a page, a style sheet, a script, pictures, and a counter from elsewhere. */
export const shop: World = { sites: [site, cdn] };

/** The same, with another server, or with resources that differ. */
export function withShop(
  differs: Partial<WrittenSite>,
  resource: Readonly<Record<string, Partial<WrittenResource>>> = {},
): World {
  const changed = resources.map((one) => ({ ...one, ...resource[one.path] }));
  return { sites: [{ ...site, ...differs, resources: changed }, cdn] };
}
