import type * as z from 'zod/mini';
import type { recipeSchema } from './recipe';
import type { certificateSetupSchema } from './setup';

type World = z.input<typeof certificateSetupSchema>;
type Recipe = z.input<typeof recipeSchema>;

const root: Recipe = {
  id: 'root',
  subject: 'Handrail Root',
  organization: 'Handrail',
  country: 'XX',
  key: 'p256-root-a',
  authority: true,
};
const ca: Recipe = {
  id: 'authority',
  subject: 'Handrail Authority',
  organization: 'Handrail',
  country: 'XX',
  issuer: 'root',
  key: 'p256-intermediate-a',
  authority: true,
  pathLength: 0,
};
const shop: Recipe = {
  id: 'shop',
  subject: 'shop.example',
  issuer: 'authority',
  key: 'p256-server-a',
  names: ['shop.example', 'www.shop.example'],
};
const bank: Recipe = { ...shop, id: 'bank', subject: 'bank.example', key: 'p256-server-b', names: ['bank.example'] };
const forger: Recipe = { ...bank, id: 'forged-bank', key: 'p256-mallory-a', signer: 'p256-mallory-b' };

function world(server: { name: string; presents: string[] }, certificates: Recipe[], more: Partial<World> = {}): World {
  return { certificates, trusted: ['root'], servers: [{ id: server.presents[0] ?? 'server', ...server }], ...more };
}

const visiting = (name: string, presents: string[]) => ({ name, presents });

/** Small worlds to begin with, each with one thing to see. */
export const worlds = {
  good: world(visiting('shop.example', ['shop', 'authority']), [root, ca, shop]),
  expired: world(visiting('shop.example', ['shop', 'authority']), [
    root,
    ca,
    { ...shop, notBefore: '2026-07-01', notAfter: '2026-09-29' },
  ]),
  'wrong-name': world(visiting('bank.example', ['shop', 'authority']), [root, ca, shop]),
  'self-signed': world(visiting('shop.example', ['shop']), [root, { ...shop, issuer: undefined }]),
  'missing-authority': world(visiting('shop.example', ['shop']), [root, ca, shop]),
  forged: world(visiting('bank.example', ['forged-bank', 'authority']), [root, ca, forger]),
  'not-an-authority': world(visiting('bank.example', ['bank', 'shop', 'authority']), [
    root,
    { ...ca, pathLength: 1 },
    shop,
    { ...bank, issuer: 'shop', key: 'p256-mallory-a' },
  ]),
  revoked: world(visiting('shop.example', ['shop', 'authority']), [root, ca, shop], {
    lists: [{ issuer: 'root' }, { issuer: 'authority', revoked: ['shop'] }],
  }),
  'list-outdated': world(visiting('shop.example', ['shop', 'authority']), [root, ca, shop], {
    lists: [{ issuer: 'root' }, { issuer: 'authority', thisUpdate: '2026-09-01', nextUpdate: '2026-10-01' }],
    revocation: 'required',
  }),
  'list-forged': world(visiting('shop.example', ['shop', 'authority']), [root, ca, shop], {
    lists: [{ issuer: 'root' }, { issuer: 'authority', signer: 'p256-mallory-a' }],
    revocation: 'required',
  }),
  constrained: world(visiting('bank.example', ['bank', 'authority']), [
    root,
    { ...ca, permitted: ['shop.example'] },
    shop,
    bank,
  ]),
  weak: world(visiting('shop.example', ['shop', 'authority']), [
    { ...root, key: 'rsa-root-a' },
    { ...ca, key: 'rsa-intermediate-a' },
    { ...shop, key: 'rsa-server-weak', digest: 'sha1' },
  ]),
  wildcard: world(visiting('a.b.shop.example', ['shop', 'authority']), [
    root,
    ca,
    { ...shop, names: ['shop.example', '*.shop.example'] },
  ]),
  'own-authority': world(visiting('shop.example', ['shop', 'authority']), [root, ca, shop]),
  request: world(visiting('shop.example', ['shop', 'authority']), [root, ca, shop], {
    // Someone who has seen the shop's public key asks for a certificate for it; the private one he has not.
    requests: [
      {
        id: 'stranger',
        subject: 'shop.example',
        key: 'p256-server-a',
        signer: 'p256-mallory-a',
        names: ['shop.example'],
      },
    ],
  }),
  six: {
    certificates: [
      root,
      ca,
      shop,
      { ...bank, notBefore: '2026-05-01', notAfter: '2026-07-30' },
      { ...shop, id: 'news', subject: 'news.example', names: ['news.example'], key: 'p256-server-c' },
      {
        ...shop,
        id: 'mail',
        subject: 'mail.example',
        names: ['mail.example'],
        key: 'p256-server-d',
        issuer: undefined,
      },
      { ...forger, id: 'pay', subject: 'pay.example', names: ['pay.example'] },
      { ...shop, id: 'wiki', subject: 'wiki.example', names: ['*.wiki.example'], key: 'p256-client-a' },
    ],
    trusted: ['root'],
    servers: [
      { id: 'shop', name: 'www.shop.example', presents: ['shop', 'authority'] },
      { id: 'bank', name: 'bank.example', presents: ['bank', 'authority'] },
      { id: 'news', name: 'newz.example', presents: ['news', 'authority'] },
      { id: 'mail', name: 'mail.example', presents: ['mail'] },
      { id: 'pay', name: 'pay.example', presents: ['pay', 'authority'] },
      { id: 'wiki', name: 'en.wiki.example', presents: ['wiki', 'authority'] },
    ],
  },
} satisfies Record<string, World>;
