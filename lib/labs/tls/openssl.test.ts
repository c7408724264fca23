import { describe, expect, it } from 'vitest';
import { sendData } from './send-data';
import { startClient } from './start-client';
import { suiteNamed, suiteNames } from './suites';
import {
  allCiphers,
  identityOf,
  type Kind,
  opensslName,
  ourClient,
  ourServer,
  theirClient,
  theirServer,
} from './test-fixtures';
import { meet, opensslServer } from './test-openssl-peer';

const text = (value: string) => new TextEncoder().encode(value);
const cases = suiteNames.flatMap((name) => {
  const suite = suiteNamed(name);
  const kinds: Kind[] = suite.key ? [suite.key] : ['rsa', 'p256'];
  return kinds.map((kind) => ({ name, kind, version: suite.version }));
});

describe('with OpenSSL, data goes both ways', () => {
  it.each(cases)('from our client to its server, $name with a $kind certificate', async ({ name, kind, version }) => {
    const client = ourClient(kind, { suites: [name], versions: [version] });
    startClient(client);
    const meeting = meet(client, theirServer(kind, version, opensslName(name)));
    await meeting.settle();
    expect(meeting.errors).toEqual([]);
    expect(client.alertSent).toBeNull();
    expect(client.phase).toBe('CONNECTED');
    expect(client.suite?.name).toBe(name);
    sendData(client, text('GET / HTTP/1.1\r\n\r\n'));
    meeting.push();
    meeting.socket.write('HTTP/1.1 200 OK\r\n\r\n');
    await meeting.settle();
    expect(Buffer.concat(meeting.read).toString()).toBe('GET / HTTP/1.1\r\n\r\n');
    expect(Buffer.from(client.received).toString()).toBe('HTTP/1.1 200 OK\r\n\r\n');
    expect(client.sessions.length).toBeGreaterThan(0);
  });

  it.each(cases)('from its client to our server, $name with a $kind certificate', async ({ name, kind, version }) => {
    const server = ourServer(kind, { suites: [name], versions: [version] });
    const meeting = meet(server, theirClient(kind, version, opensslName(name)));
    await meeting.settle();
    expect(meeting.errors).toEqual([]);
    expect(server.alertSent).toBeNull();
    expect(server.phase).toBe('CONNECTED');
    expect(meeting.socket.authorized || meeting.socket.authorizationError).toBe(true);
    meeting.socket.write('GET / HTTP/1.1\r\n\r\n');
    sendData(server, text('HTTP/1.1 200 OK\r\n\r\n'));
    meeting.push();
    await meeting.settle();
    expect(Buffer.from(server.received).toString()).toBe('GET / HTTP/1.1\r\n\r\n');
    expect(Buffer.concat(meeting.read).toString()).toBe('HTTP/1.1 200 OK\r\n\r\n');
  });
});

describe('with OpenSSL, a session is taken up again', () => {
  it.each(['1.2', '1.3'] as const)('by our client at its server, TLS %s', async (version) => {
    const server = theirServer('rsa', version);
    const first = ourClient('rsa', { versions: [version] });
    startClient(first);
    await meet(first, server).settle();
    const [session] = first.sessions;
    expect(session).toBeDefined();
    const second = ourClient('rsa', { versions: [version], resume: session ?? null, connection: 'second.', now: 3 });
    startClient(second);
    const meeting = meet(second, server);
    await meeting.settle();
    expect(second.alertSent).toBeNull();
    expect([second.phase, second.resumed]).toEqual(['CONNECTED', true]);
    expect(meeting.socket.isSessionReused()).toBe(true);
    sendData(second, text('again'));
    meeting.push();
    await meeting.settle();
    expect(Buffer.concat(meeting.read).toString()).toBe('again');
  });

  it.each(['1.2', '1.3'] as const)('by its client at our server, TLS %s', async (version) => {
    const first = meet(ourServer('p256', { versions: [version] }), theirClient('p256', version));
    await first.settle();
    expect(first.sessions.length).toBeGreaterThan(0);
    const server = ourServer('p256', { versions: [version], connection: 'second.', now: 3 });
    const again = meet(server, theirClient('p256', version, allCiphers, { session: first.sessions[0] }));
    await again.settle();
    expect([server.phase, server.resumed]).toEqual(['CONNECTED', true]);
    expect(again.socket.isSessionReused()).toBe(true);
    again.socket.write('again');
    await again.settle();
    expect(Buffer.from(server.received).toString()).toBe('again');
  });
});

describe('with OpenSSL, a hello is asked for again', () => {
  it('by its server, of our client', async () => {
    const client = ourClient('p256', { versions: ['1.3'], shares: ['secp256r1'] });
    startClient(client);
    const server = opensslServer({ ...identityOf('p256'), ecdhCurve: 'X25519' });
    await meet(client, server).settle();
    expect([client.phase, client.retried, client.group]).toEqual(['CONNECTED', true, 'x25519']);
  });

  it.each([false, true])('by our server, of its client (cookie: %s)', async (cookie) => {
    const server = ourServer('p256', { versions: ['1.3'], groups: ['secp256r1'], cookie });
    const meeting = meet(server, theirClient('p256', '1.3'));
    await meeting.settle();
    expect(meeting.errors).toEqual([]);
    expect([server.phase, server.retried, server.group]).toEqual(['CONNECTED', true, 'secp256r1']);
  });
});
