import { concatenated, sameBytes } from '../bytes';
import { digest } from '../crypto/digest';
import { ecdhGroups, ecdhSharedSecret } from '../crypto/ecdh';
import { Fatal } from './alert';
import { serverHello12 } from './client-12';
import { groups, nameIn, type TlsVersion, versionNumber, versions } from './code-points';
import type { ClientEndpoint } from './endpoint';
import { type Extension, find } from './extension';
import { keepPeerShare } from './key-exchange';
import { deriveEarlySecret, deriveHandshakeSecrets, protection13 } from './key-schedule-13';
import { downgradeSentinel, downgradeSentinelBelow12, type ServerHello } from './message';
import { keepSentShare, retryClient, signalsRenegotiation } from './start-client';
import { suiteNamed, suiteOf } from './suites';
import { addToTranscript, keep, note, sendChangeCipherSpec, unlessSwapped } from './talk';
import { uint } from './write';
import { codeOf } from './write-extension';

const helloRandomAt = 6;

/** RFC 8446 §4.1.3, §4.1.4 and RFC 5246 §7.4.1.3: what both hellos have in common is checked here. */
export function readServerHello(client: ClientEndpoint, hello: ServerHello, bytes: Uint8Array) {
  const version = chosenVersion(client, hello);
  checkExtensionsWereOffered(client, hello, version);
  if (version === '1.2') checkNoDowngrade(client, hello);
  const suite = suiteOf(hello.suite);
  const offered = client.clientHello?.suites.includes(hello.suite) ?? false;
  if (!suite || !offered || suite.version !== version) throw new Fatal('illegal_parameter', 'suite-not-offered', 39);
  if (hello.compression !== 0) throw new Fatal('illegal_parameter', 'compression', 39);
  if (version === '1.3' && !sameBytes(hello.sessionId, client.clientHello?.sessionId ?? hello.sessionId)) {
    throw new Fatal('illegal_parameter', 'session-id-not-echoed', 38);
  }
  if (client.retried && client.suite && client.suite.code !== suite.code) {
    throw new Fatal('illegal_parameter', 'suite-changed-after-retry', 39);
  }
  if (client.version === null) note(client, { code: 'version-chosen', version });
  client.version = version;
  if (client.suite === null) note(client, { code: 'suite-chosen', suite: suite.name });
  client.suite = suite;
  if (hello.kind === 'hello_retry_request') return retry(client, hello, bytes);
  client.serverHello = hello;
  keep(client, { name: 'server_random', bytes: hello.random, by: 'received', from: [] });
  if (version === '1.2') return serverHello12(client, hello, bytes);
  serverHello13(client, hello, bytes);
}

function chosenVersion(client: ClientEndpoint, hello: ServerHello): TlsVersion {
  const chosen = find(hello.extensions, 'supported_version_chosen');
  if (chosen) {
    // RFC 8446 §4.2.1: only for 1.3 and what comes after it; the old field is not looked at then.
    if (chosen.version !== versions.TLS13) throw new Fatal('illegal_parameter', 'version-in-extension');
    if (!client.config.versions.includes('1.3')) throw new Fatal('unsupported_extension', 'extension-not-offered');
    return '1.3';
  }
  if (hello.kind === 'hello_retry_request') throw new Fatal('missing_extension', 'no-supported-versions');
  if (client.retried || hello.legacyVersion !== versionNumber['1.2'] || !client.config.versions.includes('1.2')) {
    throw new Fatal('protocol_version', 'version-not-offered', 4);
  }
  return '1.2';
}

/** RFC 8446 §4.1.3: a server that can do 1.3 says so in the random it signs, whoever wrote the rest of the hello. */
function checkNoDowngrade(client: ClientEndpoint, hello: ServerHello): void {
  if (!client.config.versions.includes('1.3')) return;
  const end = hello.random.subarray(24);
  if (sameBytes(end, downgradeSentinel) || sameBytes(end, downgradeSentinelBelow12)) {
    throw new Fatal('illegal_parameter', 'downgrade-sentinel', helloRandomAt + 24);
  }
}

const allowed13 = {
  server_hello: ['supported_version_chosen', 'key_share_chosen', 'pre_shared_key_chosen'],
  hello_retry_request: ['supported_version_chosen', 'key_share_wanted', 'cookie'],
} as const;

/** RFC 8446 §4.2: nothing but answers; and of those, in 1.3, only what a ServerHello may hold. */
function checkExtensionsWereOffered(client: ClientEndpoint, hello: ServerHello, version: TlsVersion): void {
  const offered = (client.clientHello?.extensions ?? []).map(codeOf);
  const allowed: readonly Extension['type'][] = allowed13[hello.kind];
  for (const extension of hello.extensions) {
    const code = codeOf(extension);
    const isSignalled =
      extension.type === 'renegotiation_info' && client.clientHello && signalsRenegotiation(client.clientHello);
    if (!offered.includes(code) && !isSignalled && extension.type !== 'cookie') {
      throw new Fatal('unsupported_extension', 'extension-not-offered');
    }
    if (version === '1.3' && !allowed.includes(extension.type)) {
      throw new Fatal('illegal_parameter', 'extension-out-of-place');
    }
  }
}

/** RFC 8446 §4.1.4: once, and only if it changes something. The first hello stays in the transcript as its digest. */
function retry(client: ClientEndpoint, hello: ServerHello, bytes: Uint8Array): void {
  if (client.retried) throw new Fatal('unexpected_message', 'second-retry', 0);
  const wanted = find(hello.extensions, 'key_share_wanted');
  const cookie = find(hello.extensions, 'cookie')?.cookie ?? null;
  if (!wanted && !cookie) throw new Fatal('illegal_parameter', 'retry-changes-nothing');
  const name = wanted ? nameIn(groups, wanted.group) : null;
  const group = ecdhGroups.find((one) => one === name) ?? null;
  const isUseful =
    group && client.config.groups.includes(group) && !client.privateKeys.some((own) => own.group === group);
  if (wanted && !isUseful) throw new Fatal('illegal_parameter', 'group-not-offered');
  client.retried = true;
  client.transcript = concatenated(messageHash(client.suite?.hash ?? 'sha256', client.transcript), bytes);
  // The ticket of a session under another digest cannot be proved any more (§4.1.4).
  if (client.offered?.version === '1.3' && suiteNamed(client.offered.suite).hash !== client.suite?.hash)
    client.offered = null;
  if (client.config.compatibility) sendChangeCipherSpec(client);
  retryClient(client, group, cookie);
}

/** RFC 8446 §4.4.1: message_hash, in the place of the first ClientHello. */
export function messageHash(hash: 'sha256' | 'sha384', clientHello: Uint8Array): Uint8Array {
  const hashed = digest(hash, clientHello);
  return concatenated(Uint8Array.of(254), uint(hashed.length, 3), hashed);
}

function serverHello13(client: ClientEndpoint, hello: ServerHello, bytes: Uint8Array): void {
  const chosen = find(hello.extensions, 'key_share_chosen');
  // psk_dhe_ke is all this client offers: without a share there is no secret to go on with.
  if (!chosen) throw new Fatal('missing_extension', 'no-key-share');
  const name = nameIn(groups, chosen.share.group);
  const own = client.privateKeys.find(({ group }) => group === name);
  if (!own) throw new Fatal('illegal_parameter', 'group-not-offered');
  const shared = ecdhSharedSecret(own.group, own.key, chosen.share.key);
  if (!shared) throw new Fatal('illegal_parameter', 'share-is-no-point');
  client.group = own.group;
  keepSentShare(client, own.group);
  keepPeerShare(client, chosen.share.key);
  note(client, { code: 'group-chosen', group: own.group });
  choosePsk(client, hello);
  addToTranscript(client, swappedRandom(client, bytes));
  deriveHandshakeSecrets(client, shared);
  client.read = protection13(client, 'server', 'handshake');
  client.hasRead = false;
  client.write = protection13(client, 'client', 'handshake');
  note(client, { code: 'keys-changed', direction: 'read', epoch: 'handshake' });
  client.phase = 'WAIT_EE';
}

function choosePsk(client: ClientEndpoint, hello: ServerHello) {
  const { suite, offered } = client;
  if (!suite) return;
  const psk = find(hello.extensions, 'pre_shared_key_chosen');
  if (!psk) return deriveEarlySecret(client, suite.hash, null);
  if (!offered || psk.identity !== 0) throw new Fatal('illegal_parameter', 'psk-not-offered');
  if (suiteNamed(offered.suite).hash !== suite.hash) throw new Fatal('illegal_parameter', 'psk-of-another-hash');
  client.resumed = true;
  client.chain = offered.chain;
  note(client, { code: 'resumed' });
}

/** In 1.3 the randoms reach the keys by way of the transcript: whoever goes on with another has another transcript. */
function swappedRandom(client: ClientEndpoint, bytes: Uint8Array): Uint8Array {
  return withSwappedRandom(client, 'server_random', bytes);
}

export function withSwappedRandom(
  endpoint: Parameters<typeof unlessSwapped>[0],
  name: 'client_random' | 'server_random',
  hello: Uint8Array,
): Uint8Array {
  const random = hello.subarray(helloRandomAt, helloRandomAt + 32);
  const used = unlessSwapped(endpoint, name, random);
  return used === random
    ? hello
    : concatenated(hello.subarray(0, helloRandomAt), used, hello.subarray(helloRandomAt + 32));
}
