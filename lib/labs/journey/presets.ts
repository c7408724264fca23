import type { JourneyAction } from './action';
import { type JourneySetup, journeySetupSchema } from './setup';
import { shop, withShop } from './shop';

export const journeyPresetIds = [
  'cold',
  'warm',
  'stale',
  'far-away',
  'lossy',
  'narrow',
  'slow-server',
  'redirect',
  'hsts',
  'preloaded',
  'resumed',
  'tls12',
  'no-keep-alive',
  'blocking-script',
  'bad-certificate',
  'no-such-name',
  'lame-name-server',
  'refused',
  'silent',
] as const;
export type JourneyPresetId = (typeof journeyPresetIds)[number];

/** A run to begin with: what it shows is told by its name in `lib/words`. */
export type JourneyPreset = { id: JourneyPresetId; setup: JourneySetup; actions: readonly JourneyAction[] };

const address = 'https://shop.example/';
const visit = (url: string = address): JourneyAction => ({ kind: 'visit', url });
const finish = { kind: 'finish' } as const;
const wait = (ms: number): JourneyAction => ({ kind: 'wait', ms });
const turn = (network: object) => ({ sites: shop.sites, network });
const minute = 60_000;

const written: Readonly<Record<JourneyPresetId, { setup: object; actions: readonly JourneyAction[] }>> = {
  cold: { setup: shop, actions: [visit(), finish] },
  warm: { setup: shop, actions: [visit(), finish, wait(5_000), visit(), finish] },
  // The style sheet may be used for ten minutes, and the name is known for five.
  stale: { setup: shop, actions: [visit(), finish, wait(15 * minute), visit(), finish] },
  'far-away': { setup: turn({ distance: 140, resolverDistance: 20 }), actions: [visit(), finish] },
  lossy: { setup: turn({ loss: 0.12, distance: 15, resolverDistance: 5 }), actions: [visit(), finish] },
  narrow: { setup: turn({ bandwidth: 400 }), actions: [visit(), finish] },
  'slow-server': { setup: withShop({ think: 900 }), actions: [visit(), finish] },
  redirect: { setup: withShop({ hsts: undefined }), actions: [visit('http://shop.example/'), finish] },
  hsts: {
    setup: shop,
    actions: [visit('http://shop.example/'), finish, wait(minute * 2), visit('http://shop.example/'), finish],
  },
  preloaded: {
    setup: { ...shop, browser: { preloadedHsts: ['shop.example'] } },
    actions: [visit('http://shop.example/'), finish],
  },
  // Everything is forgotten but the tickets: the second handshake shows no certificate.
  resumed: {
    setup: shop,
    actions: [
      visit(),
      finish,
      { kind: 'forget', what: 'connections' },
      { kind: 'forget', what: 'pages' },
      visit(),
      finish,
    ],
  },
  tls12: { setup: withShop({ tls: '1.2' }), actions: [visit(), finish] },
  'no-keep-alive': { setup: turn({ keepAlive: false }), actions: [visit(), finish] },
  'blocking-script': { setup: withShop({}, { '/app.js': { think: 1_500 } }), actions: [visit(), finish] },
  'bad-certificate': { setup: withShop({ certificate: 'expired' }), actions: [visit(), finish] },
  'no-such-name': { setup: shop, actions: [visit('https://shpo.example/'), finish] },
  'lame-name-server': { setup: { ...shop, lame: ['dark.example'] }, actions: [visit('https://dark.example/'), finish] },
  refused: { setup: withShop({ reach: 'refuses' }), actions: [visit(), finish] },
  silent: { setup: withShop({ reach: 'silent' }), actions: [visit(), finish] },
};

export function journeyPreset(id: JourneyPresetId): JourneyPreset {
  const { setup, actions } = written[id];
  return { id, setup: journeySetupSchema.parse(setup), actions };
}
