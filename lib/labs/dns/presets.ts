import type { DnsAction } from './action';
import { type DnsSetup, dnsSetupSchema } from './setup';

/** A run to begin with: what it shows is told by its name in `lib/words`. */
export type DnsPreset = { id: DnsPresetId; setup: DnsSetup; actions: readonly DnsAction[] };

export const dnsPresetIds = [
  'from-the-root',
  'from-the-cache',
  'alias-across-zones',
  'by-hand',
  'stale-answer',
  'no-such-name',
  'no-such-type',
  'mail',
  'lame-delegation',
  'glueless',
  'dead-servers',
  'too-big-for-udp',
  'edns',
  'alias-loop',
  'forged-by-count',
  'forged-blindly',
  'believes-everything',
] as const;
export type DnsPresetId = (typeof dnsPresetIds)[number];

const next = { kind: 'next' } as const;
const settle = { kind: 'settle' } as const;
const times = (count: number): DnsAction[] => Array.from({ length: count }, () => next);
const query = (name: string, type: Extract<DnsAction, { kind: 'query' }>['type'] = 'A', at?: string): DnsAction =>
  at === undefined ? { kind: 'query', name, type } : { kind: 'query', name, type, at };

/** A resolver as many were before 2008: ids that count, one port. */
const naive = { ids: 'sequential', ports: 'fixed' } as const;

const written: Readonly<Record<DnsPresetId, { setup?: object; actions: readonly DnsAction[] }>> = {
  'from-the-root': { actions: [query('shop.example'), ...times(8)] },
  'from-the-cache': {
    actions: [
      query('shop.example'),
      settle,
      { kind: 'wait', ms: 100_000 },
      query('shop.example'),
      ...times(2),
      query('mail.shop.example'),
      ...times(4),
    ],
  },
  'alias-across-zones': { actions: [query('www.umbrella.example'), ...times(22)] },
  'by-hand': {
    actions: [
      query('www.umbrella.example', 'A', 'a.root-servers.net'),
      ...times(2),
      query('www.umbrella.example', 'A', 'a.nic.example'),
      ...times(2),
      query('www.umbrella.example', 'A', 'ns1.example.net'),
      ...times(2),
      query('edge3.cdn.example.org', 'A', 'ns1.cdn.example.org'),
      ...times(2),
      {
        kind: 'conclude',
        name: 'www.umbrella.example',
        type: 'A',
        canonical: 'edge3.cdn.example.org',
        zone: 'cdn.example.org',
        address: '198.51.100.43',
      },
    ],
  },
  'stale-answer': {
    actions: [
      query('shop.example'),
      settle,
      { kind: 'wait', ms: 120_000 },
      { kind: 'edit', name: 'shop.example', type: 'A', data: ['198.51.100.22'] },
      query('shop.example'),
      ...times(2),
      query('shop.example', 'A', 'ns1.shop.example'),
      ...times(2),
      { kind: 'wait', ms: 180_000 },
      query('shop.example'),
      ...times(4),
    ],
  },
  'no-such-name': {
    actions: [
      query('nothing.shop.example'),
      ...times(8),
      query('nothing.shop.example', 'MX'),
      ...times(2),
      { kind: 'wait', ms: 61_000 },
      query('nothing.shop.example'),
      settle,
    ],
  },
  'no-such-type': { actions: [query('mail.shop.example', 'AAAA'), ...times(8)] },
  mail: { actions: [query('shop.example', 'MX'), ...times(8), query('mail.shop.example'), ...times(2)] },
  'lame-delegation': { actions: [query('lame.example'), ...times(10)] },
  glueless: { actions: [query('umbrella.example'), ...times(12)] },
  'dead-servers': { actions: [query('dark.example'), ...times(14)] },
  'too-big-for-udp': { actions: [query('big.example', 'TXT'), ...times(12)] },
  edns: { setup: { resolver: { edns: 1_232 } }, actions: [query('big.example', 'TXT'), ...times(10)] },
  'alias-loop': { actions: [query('a.loop.example'), ...times(8)] },
  'forged-by-count': {
    setup: { resolver: naive },
    actions: [
      query('www.evil.test'),
      settle,
      query('www.bank.example'),
      ...times(5),
      {
        kind: 'forge',
        server: 'ns1.bank.example',
        id: 53_735,
        count: 10,
        port: 32_853,
        name: 'www.bank.example',
        type: 'A',
        answers: 'www.bank.example. 86400 IN A 203.0.113.66',
        authorities: '',
        additionals: '',
      },
      ...times(4),
      query('www.bank.example'),
      settle,
    ],
  },
  'forged-blindly': {
    setup: { resolver: { ports: 'fixed' } },
    actions: [
      query('www.bank.example'),
      settle,
      { kind: 'attack', zone: 'bank.example', to: '203.0.113.66', guesses: 200, attempts: 100 },
      { kind: 'attack', zone: 'bank.example', to: '203.0.113.66', guesses: 200, attempts: 2_000 },
      { kind: 'harden', ports: 'random' },
      { kind: 'flush' },
      { kind: 'attack', zone: 'bank.example', to: '203.0.113.66', guesses: 200, attempts: 2_000 },
    ],
  },
  'believes-everything': {
    setup: {
      resolver: { bailiwick: false },
      servers: { 'ns.evil.test': { adds: 'www.bank.example. 86400 IN A 203.0.113.66' } },
    },
    actions: [
      query('evil.test'),
      ...times(8),
      query('www.bank.example'),
      ...times(2),
      { kind: 'harden', bailiwick: true },
      { kind: 'flush' },
      query('evil.test'),
      settle,
      query('www.bank.example'),
      settle,
    ],
  },
};

export function dnsPreset(id: DnsPresetId): DnsPreset {
  const { setup = {}, actions } = written[id];
  return { id, setup: dnsSetupSchema.parse(setup), actions };
}
