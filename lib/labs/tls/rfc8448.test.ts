import { describe, expect, it } from 'vitest';
import { concatenated, noBytes, sameBytes } from '../bytes';
import { rsaPrivateKey } from '../crypto/rsa-key';
import type { ClientConfig, ServerConfig } from './config';
import { clientConfig, serverConfig } from './default-config';
import { type Endpoint, newClient, newServer } from './endpoint';
import type { Extension } from './extension';
import { hexOf } from './field-reader';
import { receiveRecord } from './receive';
import { closeEndpoint, sendData } from './send-data';
import { startClient } from './start-client';
import { knownValue } from './talk';
import { resumed, retried, rfc8448Server, simple, simpleSecrets } from './test-rfc8448';
import { bytesOfHex } from './write';

const certificate = bytesOfHex(rfc8448Server.certificate);
const key = rsaPrivateKey(BigInt(`0x${rfc8448Server.p}`), BigInt(`0x${rfc8448Server.q}`));
const hex = (bytes: Uint8Array | null | undefined) => hexOf(bytes ?? noBytes, 100_000);

/** Record size limit, which this lab has no use for (RFC 8449). */
const recordSizeLimit: Extension = { type: 'other', code: 28, data: Uint8Array.of(0x40, 0x01) };
const earlyData: Extension = { type: 'other', code: 42, data: noBytes };
const order = [0, 0xff01, 10, 35, 51, 42, 43, 13, 44, 45, 28];
const schemes = [
  ...[0x0403, 0x0503, 0x0603, 0x0203, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0201],
  ...[0x0402, 0x0502, 0x0602, 0x0202],
];
const ffdhe = [0x18, 0x19, 0x100, 0x101, 0x102, 0x103, 0x104];

const traced = {
  versions: ['1.3'],
  suites: ['TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_256_GCM_SHA384'],
  packing: 'together',
  compatibility: false,
  name: 'server',
} as const;

function tracedClient(given: Record<string, string>, groups: readonly number[], differs: Partial<ClientConfig> = {}) {
  const chance = {
    seed: 0,
    given: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, bytesOfHex(value)])),
  };
  // Its own two groups and those of the trace that the lab does not compute, in the trace's order.
  const look = { order, schemes, extensions: [recordSizeLimit], padding: true };
  return newClient(clientConfig({ ...traced, chance, look: { ...look, groupList: groups }, ...differs }));
}

function tracedServer(
  given: Record<string, string>,
  groupList: readonly number[],
  differs: Partial<ServerConfig> = {},
) {
  const chance = {
    seed: 0,
    given: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, bytesOfHex(value)])),
  };
  const encryptedExtensions: Extension[] = [{ type: 'supported_groups', groups: groupList }, recordSizeLimit];
  return newServer(
    serverConfig([certificate], key, {
      ...traced,
      chance,
      encryptedExtensions,
      // The trace's server reads its own tickets by means of its own; ours hands out the same bytes.
      ticketLifetime: 30,
      ticketExtensions: [{ type: 'other', code: 42, data: Uint8Array.of(0, 0, 4, 0) }],
      ...differs,
    }),
  );
}

function take(endpoint: Endpoint): string[] {
  const records = endpoint.out.map(({ bytes }) => hex(bytes));
  endpoint.out = [];
  return records;
}

const deliver = (to: Endpoint, ...records: string[]) => {
  for (const record of records) receiveRecord(to, bytesOfHex(record));
};

const payload = Uint8Array.from({ length: 50 }, (_, index) => index);
const groups3 = [0x1d, 0x17, ...ffdhe];

const simpleClient = () =>
  tracedClient({ 'client.random': simple.clientHello.slice(22, 86), 'client.x25519': simple.clientX25519 }, groups3);
const simpleServer = () =>
  tracedServer(
    {
      'server.random': simple.serverHello.slice(22, 86),
      'server.x25519': simple.serverX25519,
      'server.pss-salt': simple.salt,
      'server.ticket-0': simple.ticket,
      'server.ticket-nonce-0': '0000',
      'server.ticket-age-add-0': simple.ticketAgeAdd,
    },
    groups3,
  );

describe('the simple handshake of RFC 8448 section 3', () => {
  it('has a client that says what the trace says, byte for byte', () => {
    const client = simpleClient();
    startClient(client);
    expect(take(client)).toEqual([simple.clientHello]);
    deliver(client, simple.serverHello, simple.serverFlight);
    expect(client.alertSent).toBeNull();
    expect(take(client)).toEqual([simple.clientFinished]);
    deliver(client, simple.newSessionTicket);
    sendData(client, payload);
    expect(take(client)).toEqual([simple.clientData]);
    deliver(client, simple.serverData);
    expect(client.received).toEqual(payload);
    closeEndpoint(client);
    expect(take(client)).toEqual([simple.clientAlert]);
    deliver(client, simple.serverAlert);
    expect(client.phase).toBe('CLOSED');
  });

  it('has a server that says what the trace says, byte for byte', () => {
    const server = simpleServer();
    deliver(server, simple.clientHello);
    expect(server.alertSent).toBeNull();
    expect(take(server)).toEqual([simple.serverHello, simple.serverFlight]);
    deliver(server, simple.clientFinished);
    expect(take(server)).toEqual([simple.newSessionTicket]);
    deliver(server, simple.clientData);
    expect(server.received).toEqual(payload);
    sendData(server, payload);
    expect(take(server)).toEqual([simple.serverData]);
    deliver(server, simple.clientAlert);
    closeEndpoint(server);
    expect(take(server)).toEqual([simple.serverAlert]);
  });

  it.each(Object.entries(simpleSecrets))('derives its %s', (name, value) => {
    const client = simpleClient();
    startClient(client);
    deliver(client, simple.serverHello, simple.serverFlight, simple.newSessionTicket);
    const found = client.values.find((one) => one.name === name);
    expect(hex(found?.bytes)).toBe(value);
  });

  it.each(['serverHello', 'serverFlight'] as const)('is not taken with one bit of its %s changed', (which) => {
    const changed = bytesOfHex(simple[which]);
    changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1;
    const client = simpleClient();
    startClient(client);
    deliver(client, which === 'serverHello' ? hex(changed) : simple.serverHello);
    deliver(client, which === 'serverFlight' ? hex(changed) : simple.serverFlight);
    expect(client.phase).toBe('FAILED');
  });
});

describe('the resumption of RFC 8448 section 4', () => {
  it('begins with the hello of the trace, its binder computed from the ticket of section 3', () => {
    const first = simpleClient();
    startClient(first);
    deliver(first, simple.serverHello, simple.serverFlight, simple.newSessionTicket);
    const [session] = first.sessions;
    expect(session).toBeDefined();
    const random = resumed.clientHello.slice(22, 86);
    const share = resumed.clientHello.indexOf('001d0020e4ff') + 8;
    // The trace prints the private key of this hello nowhere that we need: the share is given as it is.
    const publicKey = resumed.clientHello.slice(share, share + 64);
    const client = tracedClient({ 'client.random': random, 'client.share-29': publicKey }, groups3, {
      shares: [],
      resume: session ? { ...session, ageAdd: 0xfad6_aacb } : null,
      look: {
        ...{ order, schemes, padding: true, groupList: groups3, shares: [{ group: 29, length: 32 }] },
        extensions: [recordSizeLimit, earlyData],
        omits: ['session_ticket'],
      },
    });
    startClient(client);
    expect(hex(knownValue(client, 'early_secret'))).toBe(resumed.early_secret);
    expect(take(client)).toEqual([resumed.clientHello]);
    expect(hex(knownValue(client, 'binder'))).toBe(resumed.binder);
  });
});

describe('the HelloRetryRequest of RFC 8448 section 5', () => {
  const groups5 = [0x1d, 0x17, 0x18];
  const client5 = () =>
    tracedClient(
      {
        'client.random': retried.firstClientHello.slice(22, 86),
        'client.x25519': retried.clientX25519,
        'client.secp256r1': retried.clientSecp256r1,
      },
      groups5,
      {
        look: {
          order,
          schemes,
          padding: true,
          groupList: groups5,
          extensions: [recordSizeLimit],
          omits: ['session_ticket'],
        },
      },
    );

  it('has a client that says what the trace says, byte for byte', () => {
    const client = client5();
    startClient(client);
    expect(take(client)).toEqual([retried.firstClientHello]);
    deliver(client, retried.helloRetryRequest);
    expect(take(client)).toEqual([retried.secondClientHello]);
    deliver(client, retried.serverHello, retried.serverFlight);
    expect(take(client)).toEqual([retried.clientFinished]);
    expect(client.phase).toBe('CONNECTED');
  });

  it('has a server that says what the trace says, byte for byte', () => {
    const cookieAt = retried.helloRetryRequest.indexOf('002c00740072') + 12;
    const server = tracedServer(
      {
        'server.random': retried.serverHello.slice(22, 86),
        'server.secp256r1': retried.serverSecp256r1,
        'server.cookie': retried.helloRetryRequest.slice(cookieAt, cookieAt + 0x72 * 2),
        'server.pss-salt': retried.salt,
      },
      [0x17, 0x18, 0x1d],
      { groups: ['secp256r1'], cookie: true },
    );
    deliver(server, retried.firstClientHello);
    expect(take(server)).toEqual([retried.helloRetryRequest]);
    deliver(server, retried.secondClientHello);
    expect(take(server)).toEqual([retried.serverHello, retried.serverFlight]);
    deliver(server, retried.clientFinished);
    expect(server.phase).toBe('CONNECTED');
  });
});

it('laid end to end, both sides of the simple trace have the same transcript', () => {
  const client = simpleClient();
  const server = simpleServer();
  startClient(client);
  deliver(server, ...take(client));
  deliver(client, ...take(server));
  deliver(server, ...take(client));
  expect(sameBytes(client.transcript, server.transcript)).toBe(true);
  expect(concatenated(client.transcript).length).toBeGreaterThan(800);
});
