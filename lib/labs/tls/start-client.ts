import { concatenated, noBytes } from '../bytes';
import { digestLength } from '../crypto/digest';
import { type EcdhGroup, ecdhPrivateKey, ecdhPublicKey } from '../crypto/ecdh';
import { groups, isGrease, signatureSchemes, versionNumber, versions } from './code-points';
import type { ClientEndpoint } from './endpoint';
import { type Extension, find } from './extension';
import { keepOwnShare } from './key-exchange';
import { computeBinder, deriveEarlySecret } from './key-schedule-13';
import type { ClientHello } from './message';
import type { Session } from './session';
import { signallingSuites, suiteNamed } from './suites';
import { drawn, flush, keep, note, sayBytes } from './talk';
import { codeOf } from './write-extension';
import { writeMessage } from './write-message';

/** RFC 8446 §4.1.2: the client speaks first. */
export function startClient(client: ClientEndpoint): void {
  const { config } = client;
  client.offered = usableSession(client);
  const random = drawn(client, 'client.random', 32);
  keep(client, { name: 'client_random', bytes: random, by: 'drawn', from: [] });
  client.privateKeys = config.shares.map((group) => privateKeyFor(client, group));
  sendHello(client, {
    kind: 'client_hello',
    legacyVersion: versions.TLS12,
    random,
    sessionId: sessionIdFor(client),
    suites: suitesFor(client),
    compressions: [0],
    extensions: extensionsFor(client, null),
  });
  client.phase = 'WAIT_SH';
}

/** The second hello (RFC 8446 §4.1.2): as the first, with the share that was asked for and the cookie that came along. */
export function retryClient(client: ClientEndpoint, group: EcdhGroup | null, cookie: Uint8Array | null): void {
  const first = client.clientHello;
  if (!first) return;
  if (group) client.privateKeys = [privateKeyFor(client, group)];
  sendHello(client, { ...first, extensions: extensionsFor(client, cookie) });
  client.phase = 'WAIT_SH';
}

export function privateKeyFor(client: ClientEndpoint, group: EcdhGroup) {
  return { group, key: ecdhPrivateKey(group, drawn(client, `client.${group}`, 32)) };
}

function speaks13(client: ClientEndpoint): boolean {
  return client.config.versions.includes('1.3');
}

/** A session of a version and suite that this client still offers, not yet too old. */
function usableSession(client: ClientEndpoint): Session | null {
  const { resume, versions: spoken, suites, now, name } = client.config;
  if (!resume || !spoken.includes(resume.version) || !suites.includes(resume.suite)) return null;
  return now - resume.issuedAt <= resume.lifetime && resume.name === name ? resume : null;
}

/** 1.3 in the clothes of 1.2 (§D.4), or a sign by which a resumption of 1.2 is known (RFC 5077 §3.4). */
function sessionIdFor(client: ClientEndpoint): Uint8Array {
  const { compatibility, look } = client.config;
  const wanted = (speaks13(client) && compatibility) || client.offered?.version === '1.2' || look.sessionId === true;
  return wanted ? drawn(client, 'client.session-id', 32) : noBytes;
}

function suitesFor(client: ClientEndpoint): number[] {
  const { suites, look, versions: spoken } = client.config;
  const own = suites.map(suiteNamed).filter((suite) => spoken.includes(suite.version));
  return [...(look.suites ?? []), ...own.map((suite) => suite.code)];
}

function extensionsFor(client: ClientEndpoint, cookie: Uint8Array | null): Extension[] {
  const { config } = client;
  const { look } = config;
  const speaks12 = config.versions.includes('1.2');
  const all: Extension[] = [];
  if (config.name !== null) all.push({ type: 'server_name', host: config.name });
  if (speaks12 && config.extendedMasterSecret) all.push({ type: 'extended_master_secret' });
  if (speaks12 || look.order?.includes(0xff01)) all.push({ type: 'renegotiation_info', verifyData: noBytes });
  const ownGroups = config.groups.map((group) => groups[group]);
  all.push({ type: 'supported_groups', groups: look.groupList ?? [...(look.groups ?? []), ...ownGroups] });
  if (speaks12) all.push({ type: 'ec_point_formats', formats: [0] });
  if (config.tickets && (speaks12 || look.order?.includes(35))) {
    const ticket = client.offered?.version === '1.2' ? client.offered.ticket : noBytes;
    all.push({ type: 'session_ticket', ticket });
  }
  if (config.protocols.length > 0) {
    all.push({ type: 'application_layer_protocol_negotiation', protocols: config.protocols });
  }
  const schemes = config.schemes.map((scheme) => signatureSchemes[scheme]);
  all.push({ type: 'signature_algorithms', schemes: look.schemes ?? schemes });
  if (speaks13(client)) {
    const spoken = config.versions.map((version) => versionNumber[version]).sort((a, b) => b - a);
    all.push({ type: 'supported_versions', versions: [...(look.versions ?? []), ...spoken] });
    if (cookie) all.push({ type: 'cookie', cookie });
    // psk_dhe_ke alone: a resumption without a fresh exchange would have no forward secrecy.
    all.push({ type: 'psk_key_exchange_modes', modes: [1] });
    all.push({ type: 'key_share', shares: sharesFor(client) });
  }
  all.push(...(look.extensions ?? []));
  const kept = all.filter(({ type }) => !look.omits?.includes(type));
  return ordered(kept, look.order ?? []);
}

function sharesFor(client: ClientEndpoint) {
  const foreign = (client.retried ? [] : (client.config.look.shares ?? [])).map(({ group, length }) => ({
    group,
    key: isGrease(group) ? new Uint8Array(length) : drawn(client, `client.share-${group}`, length),
  }));
  const own = client.privateKeys.map(({ group, key }) => ({ group: groups[group], key: ecdhPublicKey(group, key) }));
  return [...foreign, ...own];
}

function ordered(extensions: readonly Extension[], order: readonly number[]): Extension[] {
  const place = (extension: Extension) => {
    const at = order.indexOf(codeOf(extension));
    return at === -1 ? order.length : at;
  };
  return [...extensions].sort((a, b) => place(a) - place(b));
}

const messageHeaderLength = 4;

function sendHello(client: ClientEndpoint, hello: ClientHello): void {
  const { offered } = client;
  const psk = offered?.version === '1.3' ? offered : null;
  const extensions = [...hello.extensions];
  const hash = psk ? suiteNamed(psk.suite).hash : null;
  if (psk && hash) {
    // Last of all (RFC 8446 §4.2.11), its binder still empty.
    const identities = [{ identity: psk.ticket, obfuscatedTicketAge: obfuscatedAge(client, psk) }];
    extensions.push({ type: 'pre_shared_key', identities, binders: [new Uint8Array(digestLength[hash])] });
  }
  const message = { ...hello, extensions: client.config.look.padding ? padded(hello, extensions) : extensions };
  client.clientHello = message;
  const [only, ...others] = client.privateKeys;
  if (only && others.length === 0) keepSentShare(client, only.group);
  let bytes = writeMessage(message);
  if (psk && hash) {
    deriveEarlySecret(client, hash, psk.secret);
    const bindersLength = 2 + 1 + digestLength[hash];
    const truncated = bytes.subarray(0, bytes.length - bindersLength);
    const binder = computeBinder(client, hash, truncated);
    bytes = concatenated(truncated, bytes.subarray(truncated.length, truncated.length + 3), binder);
    note(client, { code: 'derived', names: ['early_secret', 'binder_key', 'binder'] });
  }
  sayBytes(client, 'client_hello', bytes);
  flush(client);
}

/** Of the shares in the hello, the one that counts. */
export function keepSentShare(client: ClientEndpoint, group: EcdhGroup): void {
  const own = client.privateKeys.find((one) => one.group === group);
  const { shares = [] } = find(client.clientHello?.extensions ?? [], 'key_share') ?? {};
  const sent = shares.find((share) => share.group === groups[group]);
  if (own && sent) keepOwnShare(client, group, own.key, sent.key);
}

/** RFC 8446 §4.2.11.1: milliseconds since the ticket came, hidden by what the server added. */
function obfuscatedAge(client: ClientEndpoint, session: Session): number {
  return ((client.config.now - session.issuedAt) * 1_000 + session.ageAdd) % 2 ** 32;
}

/** RFC 7685: servers there were that hung on hellos of 256 to 511 bytes. */
function padded(hello: ClientHello, extensions: readonly Extension[]): readonly Extension[] {
  const length = writeMessage({ ...hello, extensions }).length - messageHeaderLength;
  if (length + messageHeaderLength <= 255 || length + messageHeaderLength >= 512) return extensions;
  const padding = Math.max(1, 512 - messageHeaderLength - length - messageHeaderLength);
  const last = extensions.at(-1);
  const extra: Extension = { type: 'padding', length: padding };
  return last?.type === 'pre_shared_key' ? [...extensions.slice(0, -1), extra, last] : [...extensions, extra];
}

/** Whether the hello signalled that it knows of safe renegotiation (RFC 5746 §3.6), by extension or by suite. */
export function signalsRenegotiation(hello: ClientHello): boolean {
  return (
    hello.suites.includes(signallingSuites.TLS_EMPTY_RENEGOTIATION_INFO_SCSV) ||
    hello.extensions.some((extension) => extension.type === 'renegotiation_info')
  );
}
