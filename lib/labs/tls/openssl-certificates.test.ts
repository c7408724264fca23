import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressOctets } from '../certificate/general-name';
import { keyNamed } from '../certificate/recipe';
import { listsOf, madeOf, recipeOf, start } from '../certificate/state';
import { type TestChain, testChains } from '../certificate/test-chains';
import { hasOpenssl, pem } from '../certificate/test-openssl';
import { clientConfig, serverConfig } from './default-config';
import { newClient, newServer, type ServerEndpoint } from './endpoint';
import { receiveRecord } from './receive';
import { splitRecords } from './record';
import { startClient } from './start-client';

/** Chains to be refused, or asked of a client that has to have a list of the revoked: their servers, and what clients know. */
const refused = testChains.filter(({ reasons }) => reasons.length > 0);

function worldOf({ setup }: TestChain) {
  const state = start(setup, 1);
  const [server] = setup.servers;
  if (!server) throw new Error('a chain has a server');
  const bytesOf = (ids: readonly string[]) => ids.flatMap((id) => madeOf(state, id)?.bytes ?? []);
  const leaf = recipeOf(state, server.presents[0] ?? '');
  if (!leaf) throw new Error('a server presents a certificate');
  return {
    name: server.name,
    at: state.now,
    chain: bytesOf(server.presents),
    key: keyNamed(leaf.key),
    trusted: bytesOf(setup.trusted),
    crls: listsOf(state).map(({ bytes }) => bytes),
  };
}

function serverFor(chain: TestChain): ServerEndpoint {
  const { chain: certificates, key } = worldOf(chain);
  return newServer(serverConfig(certificates, key, { versions: ['1.3'] }));
}

/** What our client says to a server with this chain. */
function ourAlert(chain: TestChain): string {
  const { name, at, trusted, crls } = worldOf(chain);
  const revocation = chain.setup.revocation;
  const client = newClient(
    clientConfig({ name: null, versions: ['1.3'], trust: { trusted, at, name, crls, revocation } }),
  );
  const server = serverFor(chain);
  startClient(client);
  for (let turn = 0; turn < 4; turn += 1) {
    for (const { bytes } of client.out.splice(0)) receiveRecord(server, bytes);
    for (const { bytes } of server.out.splice(0)) receiveRecord(client, bytes);
  }
  return server.alertReceived ?? 'none';
}

/** The same of `openssl s_client`, over a socket of this machine. */
async function theirAlert(chain: TestChain): Promise<string> {
  const { name, at, trusted, crls } = worldOf(chain);
  const folder = mkdtempSync(join(tmpdir(), 'handrail-alert-'));
  const known = join(folder, 'known');
  const pems = [...trusted.map((bytes) => pem('CERTIFICATE', bytes)), ...crls.map((bytes) => pem('X509 CRL', bytes))];
  writeFileSync(known, pems.join(''));
  const server = serverFor(chain);
  let isAccepted = false;
  const listening = createServer((socket) => {
    let rest: Uint8Array = new Uint8Array(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const split = splitRecords(Buffer.concat([rest, data]));
      rest = split.rest;
      for (const record of split.records) receiveRecord(server, Uint8Array.from(record));
      for (const { bytes } of server.out.splice(0)) socket.write(bytes);
      isAccepted ||= server.phase === 'CONNECTED';
      if (isAccepted || server.phase === 'FAILED') socket.end();
    });
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = addressOf(listening.address());
  const { setup, options } = chain;
  const client = spawn(
    'openssl',
    [
      ...['s_client', '-connect', `127.0.0.1:${port}`, '-noservername', '-verify_return_error', '-tls1_3'],
      ...['-x509_strict', '-no-CApath', '-no-CAstore', '-purpose', 'sslserver', '-auth_level', '2'],
      ...['-attime', String(at / 1_000), addressOctets(name) ? '-verify_ip' : '-verify_hostname', name],
      ...(trusted.length > 0 ? ['-CAfile', known] : ['-no-CAfile']),
      ...(crls.length > 0 ? [setup.revocation === 'required' ? '-crl_check_all' : '-crl_check'] : []),
      ...options,
    ],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  );
  await new Promise((resolve) => client.on('exit', resolve));
  await new Promise((resolve) => listening.close(resolve));
  rmSync(folder, { recursive: true });
  // Who is cut off after that complains of something else.
  return isAccepted ? 'none' : (server.alertReceived ?? 'none');
}

function addressOf(address: ReturnType<ReturnType<typeof createServer>['address']>): AddressInfo {
  if (!address || typeof address === 'string') throw new Error('a port was asked for');
  return address;
}

const recordedFile = join(import.meta.dirname, 'recorded', 'openssl-certificate-alerts.txt');

/** A line each: `certificate_expired expired by one second`. */
function readRecord(): Record<string, string> {
  if (!existsSync(recordedFile)) return {};
  const lines = readFileSync(recordedFile, 'utf8').trim().split('\n');
  return Object.fromEntries(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
}

describe('of a certificate that is refused, the alert is the one that OpenSSL sends', () => {
  const recorded = readRecord();

  it.each(refused)('$name', (chain) => {
    const ours = ourAlert(chain);
    expect(ours).toBe(recorded[chain.name]);
    expect(ours).not.toBe('none');
  });

  it.runIf(hasOpenssl)(
    'and the record is what OpenSSL says now',
    async () => {
      const isFull = process.env.HANDRAIL_FULL !== undefined;
      const asked = isFull || !existsSync(recordedFile) ? refused : refused.filter((_, at) => at % 6 === 0);
      const heard: Record<string, string> = {};
      for (const chain of asked) heard[chain.name] = await theirAlert(chain);
      if (asked.length < refused.length) {
        expect(heard).toEqual(Object.fromEntries(asked.map(({ name }) => [name, recorded[name]])));
        return;
      }
      const lines = refused.map(({ name }) => `${heard[name]} ${name}\n`);
      await expect(lines.join('')).toMatchFileSnapshot(recordedFile);
    },
    60_000,
  );

  it('and a chain that is right is refused by neither', async () => {
    const [good] = testChains;
    if (!good) throw new Error('there is a chain');
    expect(ourAlert(good)).toBe('none');
    if (hasOpenssl) expect(await theirAlert(good)).toBe('none');
  });
});
