import { concatenated, noBytes } from '../bytes';
import { fixtureNow } from '../certificate/fixture-chain';
import { tcpSetupSchema } from '../tcp/setup';
import { start as startTcp } from '../tcp/start';
import { clientConfig, serverConfig } from '../tls/default-config';
import { newClient, newServer } from '../tls/endpoint';
import { ecKeyRing, identityFor } from '../tls/server-certificate';
import type { Session } from '../tls/session';
import { clientAddress } from './places';
import type { JourneySetup, Site } from './setup';
import type { Connection } from './world';
import { addressOf } from './zones';

/** As browsers do today: window scale, SACK, timestamps, ten segments at first, acknowledgements that wait a little. */
const host = {
  windowScale: 7,
  window: 1_048_576,
  sackPermitted: true,
  timestamps: true,
  congestion: 'new-reno',
  initialWindow: 10,
  ackDelay: 40,
} as const;

/** Linux: at least 200 ms before a retransmission, six of a SYN. TIME-WAIT of a minute. */
const times = { msl: 30_000, initialRto: 1_000, leastRto: 200, retransmissions: 6 } as const;

/** The most text of a record: a browser can read it as soon as the last byte of it has come. */
const largestFragment = 4_096;
const firstPort = 49_152;

/** A connection that has not begun: both ends of TCP, and of TLS where it is secure. */
export function newConnection(
  setup: JourneySetup,
  seed: number,
  at: { id: number; site: Site; secure: boolean; now: number; resume: Session | null },
): Connection {
  const { id, site, secure, now } = at;
  const port = secure ? 443 : 80;
  const tcp = startTcp(
    tcpSetupSchema.parse({
      client: { ...host, address: clientAddress, port: firstPort + id },
      server: { ...host, address: addressOf(setup, site), port },
      network: {
        delay: site.distance ?? setup.network.distance,
        loss: site.reach === 'silent' ? 1 : setup.network.loss,
      },
      times,
    }),
    // Each connection has luck of its own.
    (seed + id * 7_919) % 2 ** 31,
  );
  tcp.now = now;
  return {
    id,
    host: site.host,
    address: addressOf(setup, site),
    port,
    secure,
    tcp,
    tls: secure && site.tls !== 'none' ? tlsEnds(setup, seed, at) : null,
    phase: 'opening',
    startedAt: now,
    openedAt: null,
    securedAt: null,
    resumed: false,
    lastUsedAt: now,
    failure: null,
    unread: { client: noBytes, server: noBytes },
    asked: noBytes,
    records: [],
    messages: [],
    request: null,
    carried: 0,
  };
}

function tlsEnds(
  setup: JourneySetup,
  seed: number,
  { id, site, now, resume }: { id: number; site: Site; now: number; resume: Session | null },
) {
  const identity = identityFor(site.certificate, ecKeyRing, site.host);
  const seconds = Math.floor(now / 1_000);
  const common = {
    chance: { seed },
    connection: `${id}.`,
    packing: 'together',
    largestFragment,
    now: seconds,
  } as const;
  const trust = { trusted: identity.trusted, at: fixtureNow + now, name: site.host, crls: identity.crls };
  return {
    client: newClient(
      clientConfig({
        ...common,
        versions: setup.browser.tls === '1.2' ? ['1.2'] : ['1.3', '1.2'],
        name: site.host,
        trust,
        protocols: ['h2', 'http/1.1'],
        resume,
      }),
    ),
    server: newServer(
      serverConfig(identity.chain, identity.key, {
        ...common,
        versions: site.tls === '1.2' ? ['1.2'] : ['1.3', '1.2'],
        suites,
        protocols: ['http/1.1'],
        tickets: 1,
      }),
    ),
  };
}

/** Servers of today; ChaCha20 first, because in JavaScript it is the quicker one. */
const suites = [
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
] as const;

export function joined(before: Uint8Array, more: Uint8Array): Uint8Array {
  return before.length === 0 ? more : concatenated(before, more);
}
