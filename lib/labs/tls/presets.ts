import type { TlsAction } from './action';
import { type TlsSetup, tlsSetupSchema } from './setup';

/** A run to begin with: what it shows is told by its name in `lib/words`. */
export type TlsPreset = { id: TlsPresetId; setup: TlsSetup; actions: readonly TlsAction[] };

export const tlsPresetIds = [
  'tls12-rsa',
  'tls12-ecdhe',
  'tls12-resumed',
  'tls13',
  'tls13-retry',
  'tls13-resumed',
  'browser-hello',
  'flipped-byte',
  'replayed-record',
  'expired',
  'unknown-ca',
  'other-name',
  'stripped-suite',
  'downgrade',
  'swapped-random',
  'no-common-suite',
] as const;
export type TlsPresetId = (typeof tlsPresetIds)[number];

const next = { kind: 'next' } as const;
const times = (count: number): TlsAction[] => Array.from({ length: count }, () => next);
const connect = { kind: 'connect' } as const;
const request = { kind: 'send', side: 'client' } as const;
const response = { kind: 'send', side: 'server' } as const;
const exchange = [request, next, response, next] as const;
const closing = [{ kind: 'close', side: 'client' }, next, { kind: 'close', side: 'server' }, next] as const;
/** A side of 1.2 answers close_notify at once. */
const closing12 = [{ kind: 'close', side: 'client' }, next, next] as const;
const only12 = { client: { versions: ['1.2'] }, server: { versions: ['1.2'] } } as const;

/** As the notes tell it: the secret goes over locked with the server's key, and two random numbers make the key with it. */
const rsaTransport = {
  client: { versions: ['1.2'], suites: ['TLS_RSA_WITH_AES_128_GCM_SHA256'], extendedMasterSecret: false },
  server: { versions: ['1.2'], key: 'rsa', extendedMasterSecret: false },
} as const;

const written: Readonly<Record<TlsPresetId, { setup?: object; actions: readonly TlsAction[] }>> = {
  'tls12-rsa': { setup: rsaTransport, actions: [connect, ...times(10), ...exchange, ...closing12] },
  'tls12-ecdhe': { setup: only12, actions: [connect, ...times(11), ...exchange, ...closing12] },
  'tls12-resumed': {
    setup: only12,
    actions: [connect, ...times(11), ...exchange, { kind: 'resume' }, ...times(7), ...exchange],
  },
  tls13: { actions: [connect, ...times(10), ...exchange, ...closing] },
  'tls13-retry': {
    setup: {
      client: { groups: ['x25519', 'secp256r1'], shares: ['x25519'] },
      server: { groups: ['secp256r1'], cookie: true },
    },
    actions: [connect, ...times(12), ...exchange],
  },
  'tls13-resumed': { actions: [connect, ...times(10), ...exchange, { kind: 'resume' }, ...times(8), ...exchange] },
  'browser-hello': {
    setup: { client: { look: 'browser', protocols: ['h2', 'http/1.1'] } },
    actions: [connect, ...times(10)],
  },
  'flipped-byte': {
    actions: [connect, ...times(10), request, { kind: 'flip', record: 10, byte: 20, bit: 3 }, next, next],
  },
  'replayed-record': {
    actions: [connect, ...times(10), request, next, { kind: 'replay', record: 10 }, next, next],
  },
  expired: { setup: { server: { certificate: 'expired' } }, actions: [connect, ...times(8)] },
  'unknown-ca': { setup: { server: { certificate: 'unknown-ca' } }, actions: [connect, ...times(8)] },
  'other-name': { setup: { server: { certificate: 'other-name' } }, actions: [connect, ...times(8)] },
  'stripped-suite': {
    actions: [connect, { kind: 'strip-suite', record: 0, suite: 'TLS_AES_128_GCM_SHA256' }, ...times(9)],
  },
  downgrade: { actions: [connect, { kind: 'lower-version', record: 0, to: '1.2' }, ...times(6)] },
  'swapped-random': {
    setup: rsaTransport,
    actions: [{ kind: 'swap-value', side: 'server', value: 'client_random' }, connect, ...times(8)],
  },
  'no-common-suite': {
    setup: { ...only12, client: { versions: ['1.2'], suites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] } },
    actions: [connect, ...times(2)],
  },
};

export function tlsPreset(id: TlsPresetId): TlsPreset {
  const { setup = {}, actions } = written[id];
  return { id, setup: tlsSetupSchema.parse(setup), actions };
}
