import { concatenated, noBytes, sameBytes } from '../bytes';
import { type EcdhGroup, ecdhPrivateKey, ecdhPublicKey, ecdhSharedSecret } from '../crypto/ecdh';
import { Fatal } from './alert';
import { messageHash, withSwappedRandom } from './client-server-hello';
import { groups, signatureSchemes, versions } from './code-points';
import type { ServerEndpoint } from './endpoint';
import { type Extension, find } from './extension';
import { checkFinished, outOfOrder } from './finish';
import { keepOwnShare, keepPeerShare } from './key-exchange';
import {
  computeBinder,
  deriveApplicationSecrets,
  deriveEarlySecret,
  deriveHandshakeSecrets,
  deriveResumptionSecret,
  protection13,
  resumptionPsk,
  signedContent13,
  updateTrafficSecret,
  verifyData13,
} from './key-schedule-13';
import { type ClientHello, type HandshakeMessage, retryRandom } from './message';
import { updateKeys } from './send-data';
import { ticketKey } from './server-12';
import { chooseScheme, chooseSuite, commonGroups } from './server-choice';
import { saltLength, sign } from './signature';
import { suiteNamed } from './suites';
import { addToTranscript, drawn, flush, keep, note, say, sendChangeCipherSpec, sendHandshake, suiteIn } from './talk';
import { openTicket, sealTicket, type TicketState } from './ticket';
import { codeOf } from './write-extension';
import { writeMessage } from './write-message';

/** RFC 8446 appendix A.2: negotiate, perhaps ask again, then say everything at once. */
export function serverHello13(server: ServerEndpoint, hello: ClientHello, bytes: Uint8Array) {
  checkComplete(hello);
  const suite = chooseSuite(server, hello, '1.3');
  if (server.phase === 'WAIT_CH2') checkSecondHello(server, hello);
  if (server.suite === null) note(server, { code: 'suite-chosen', suite: suite.name });
  server.suite = suite;
  const group = chooseGroup(server, hello);
  if (group === null) return askAgain(server, hello, bytes);
  server.clientHello = hello;
  server.group = group;
  note(server, { code: 'group-chosen', group });
  const psk = acceptPsk(server, hello, bytes);
  if (!psk) deriveEarlySecret(server, suite.hash, null);
  addToTranscript(server, withSwappedRandom(server, 'client_random', bytes));
  sayServerHello(server, hello, group, psk !== null);
  answer(server, hello);
}

/** RFC 8446 §9.2: without a pre-shared key, all three of these. */
function checkComplete(hello: ClientHello): void {
  const has = (type: Extension['type']) => find(hello.extensions, type) !== undefined;
  const hasGroups = has('supported_groups');
  if (hasGroups !== has('key_share')) throw new Fatal('missing_extension', hasGroups ? 'no-key-share' : 'no-groups');
  if (has('pre_shared_key') && !has('psk_key_exchange_modes')) throw new Fatal('missing_extension', 'no-psk-modes');
  if (!has('pre_shared_key') && !(hasGroups && has('signature_algorithms'))) {
    throw new Fatal('missing_extension', 'no-signature-algorithms');
  }
}

/** The first common group for which the client sent a share; null: another hello is needed (RFC 8446 §4.1.1). */
function chooseGroup(server: ServerEndpoint, hello: ClientHello): EcdhGroup | null {
  const shares = find(hello.extensions, 'key_share')?.shares ?? [];
  const offered = find(hello.extensions, 'supported_groups')?.groups ?? [];
  const seen = new Set(shares.map(({ group }) => group));
  if (seen.size < shares.length || shares.some(({ group }) => !offered.includes(group))) {
    throw new Fatal('illegal_parameter', 'shares');
  }
  const common = commonGroups(server, hello);
  if (common.length === 0) throw new Fatal('handshake_failure', 'no-common-group');
  return common.find((group) => seen.has(groups[group])) ?? null;
}

/** HelloRetryRequest (RFC 8446 §4.1.4). */
function askAgain(server: ServerEndpoint, hello: ClientHello, bytes: Uint8Array): void {
  const [group] = commonGroups(server, hello);
  if (!group || server.retried) throw new Fatal('illegal_parameter', 'no-share-after-retry');
  const { hash, code } = suiteIn(server);
  server.retried = true;
  server.clientHello = hello;
  server.group = group;
  note(server, { code: 'retry-asked', group });
  addToTranscript(server, messageHash(hash, withSwappedRandom(server, 'client_random', bytes)));
  const extensions: Extension[] = [{ type: 'key_share_wanted', group: groups[group] }];
  if (server.config.cookie) extensions.push({ type: 'cookie', cookie: drawn(server, 'server.cookie', 32) });
  extensions.push({ type: 'supported_version_chosen', version: versions.TLS13 });
  const { sessionId } = hello;
  say(server, {
    kind: 'hello_retry_request',
    legacyVersion: versions.TLS12,
    random: retryRandom,
    sessionId,
    suite: code,
    compression: 0,
    extensions,
  });
  flush(server);
  if (sessionId.length > 0) sendChangeCipherSpec(server);
  server.phase = 'WAIT_CH2';
}

/** RFC 8446 §4.1.2: the same hello, but for the share, the cookie, the binders and padding. */
function checkSecondHello(server: ServerEndpoint, hello: ClientHello): void {
  const first = server.clientHello;
  if (!first) return;
  const isSame =
    sameBytes(first.random, hello.random) &&
    sameBytes(first.sessionId, hello.sessionId) &&
    first.suites.join() === hello.suites.join();
  if (!isSame) throw new Fatal('illegal_parameter', 'hello-changed-after-retry');
  if (server.config.cookie) {
    const cookie = find(hello.extensions, 'cookie')?.cookie;
    if (!cookie) throw new Fatal('missing_extension', 'no-cookie');
    if (!sameBytes(cookie, drawn(server, 'server.cookie', 32))) throw new Fatal('illegal_parameter', 'cookie');
  }
  const shares = find(hello.extensions, 'key_share')?.shares ?? [];
  const wanted = server.group ? groups[server.group] : 0;
  if (shares.length !== 1 || shares[0]?.group !== wanted) throw new Fatal('illegal_parameter', 'no-share-after-retry');
}

/** RFC 8446 §4.2.11: a ticket of this server's, under the suite's digest, proved by its binder. */
function acceptPsk(server: ServerEndpoint, hello: ClientHello, bytes: Uint8Array): TicketState | null {
  const offer = find(hello.extensions, 'pre_shared_key');
  if (!offer) return null;
  if (offer.identities.length !== offer.binders.length) throw new Fatal('illegal_parameter', 'binders');
  const modes = find(hello.extensions, 'psk_key_exchange_modes')?.modes ?? [];
  const [first] = offer.identities;
  if (!first || !modes.includes(1) || server.config.tickets === 0) return null;
  const state = openTicket(ticketKey(server), first.identity);
  const { hash } = suiteIn(server);
  const { now, ticketLifetime } = server.config;
  const isUsable =
    state !== null &&
    state.version === '1.3' &&
    suiteNamed(state.suite).hash === hash &&
    now - state.issuedAt <= ticketLifetime &&
    state.name === server.name;
  if (!isUsable) {
    note(server, { code: 'ticket-refused' });
    return null;
  }
  deriveEarlySecret(server, hash, state.secret);
  const length = offer.binders.reduce((sum, binder) => sum + 1 + binder.length, 2);
  const expected = computeBinder(server, hash, bytes.subarray(0, bytes.length - length));
  const isProved = sameBytes(expected, offer.binders[0] ?? noBytes);
  note(server, { code: isProved ? 'verified' : 'refused', what: 'binder' });
  if (!isProved) throw new Fatal('decrypt_error', 'binder-differs', bytes.length - length + 3);
  server.resumed = true;
  note(server, { code: 'resumed' });
  return state;
}

function sayServerHello(server: ServerEndpoint, hello: ClientHello, group: EcdhGroup, isResumed: boolean): void {
  const peer = find(hello.extensions, 'key_share')?.shares.find((share) => share.group === groups[group]);
  server.privateKey = ecdhPrivateKey(group, drawn(server, `server.${group}`, 32));
  const shared = peer ? ecdhSharedSecret(group, server.privateKey, peer.key) : null;
  if (!shared) throw new Fatal('illegal_parameter', 'share-is-no-point');
  const random = drawn(server, 'server.random', 32);
  keep(server, { name: 'server_random', bytes: random, by: 'drawn', from: [] });
  const share = { group: groups[group], key: ecdhPublicKey(group, server.privateKey) };
  keepPeerShare(server, peer?.key ?? noBytes);
  keepOwnShare(server, group, server.privateKey, share.key);
  const extensions: Extension[] = [
    ...(isResumed ? [{ type: 'pre_shared_key_chosen', identity: 0 } as const] : []),
    { type: 'key_share_chosen', share },
    { type: 'supported_version_chosen', version: versions.TLS13 },
  ];
  const before = server.transcript;
  const bytes = say(server, {
    kind: 'server_hello',
    legacyVersion: versions.TLS12,
    random,
    sessionId: hello.sessionId,
    suite: suiteIn(server).code,
    compression: 0,
    extensions,
  });
  flush(server);
  server.transcript = concatenated(before, withSwappedRandom(server, 'server_random', bytes));
  if (hello.sessionId.length > 0 && !server.changeCipherSpecSent) sendChangeCipherSpec(server);
  deriveHandshakeSecrets(server, shared);
  server.write = protection13(server, 'server', 'handshake');
  server.read = protection13(server, 'client', 'handshake');
  server.hasRead = false;
  note(server, { code: 'keys-changed', direction: 'write', epoch: 'handshake' });
}

/** EncryptedExtensions, Certificate, CertificateVerify, Finished; the middle two not where a pre-shared key speaks for the server. */
function answer(server: ServerEndpoint, hello: ClientHello): void {
  say(server, { kind: 'encrypted_extensions', extensions: encryptedExtensions(server, hello) });
  if (!server.resumed) {
    const entries = server.config.chain.map((certificate) => ({ certificate, extensions: [] }));
    say(server, { kind: 'certificate', context: noBytes, entries });
    const scheme = chooseScheme(server, hello, '1.3');
    const salt = drawn(server, 'server.pss-salt', saltLength(scheme));
    const signature = sign(scheme, server.config.key, signedContent13(server), salt);
    say(server, { kind: 'certificate_verify', scheme: signatureSchemes[scheme], signature });
  }
  say(server, { kind: 'finished', verifyData: verifyData13(server, 'server') });
  flush(server);
  deriveApplicationSecrets(server);
  server.write = protection13(server, 'server', 'application');
  note(server, { code: 'keys-changed', direction: 'write', epoch: 'application' });
  server.phase = 'WAIT_FINISHED';
}

function encryptedExtensions(server: ServerEndpoint, hello: ClientHello): Extension[] {
  const offered = hello.extensions.map(codeOf);
  const extensions = (server.config.encryptedExtensions ?? []).filter((one) => offered.includes(codeOf(one)));
  if (server.name !== null) extensions.push({ type: 'server_name', host: null });
  if (server.protocol !== null) {
    extensions.push({ type: 'application_layer_protocol_negotiation', protocols: [server.protocol] });
  }
  return extensions;
}

export function serverReads13(server: ServerEndpoint, message: HandshakeMessage, bytes: Uint8Array) {
  if (server.phase === 'WAIT_FINISHED') {
    if (message.kind !== 'finished') outOfOrder();
    checkFinished(server, verifyData13(server, 'client'), message.verifyData);
    addToTranscript(server, bytes);
    server.read = protection13(server, 'client', 'application');
    deriveResumptionSecret(server);
    note(server, { code: 'keys-changed', direction: 'read', epoch: 'application' });
    server.phase = 'CONNECTED';
    note(server, { code: 'connected' });
    return giveTickets(server);
  }
  if (server.phase !== 'CONNECTED' || message.kind !== 'key_update') outOfOrder();
  server.read = updateTrafficSecret(server, 'client');
  note(server, { code: 'keys-changed', direction: 'read', epoch: 'application' });
  if (message.requested) updateKeys(server, false);
}

/** RFC 8446 §4.6.1: only to a client that could use them. */
function giveTickets(server: ServerEndpoint): void {
  const modes = server.clientHello ? find(server.clientHello.extensions, 'psk_key_exchange_modes')?.modes : undefined;
  if (!modes?.includes(1)) return;
  for (let number = 0; number < server.config.tickets; number += 1) giveTicket(server, number);
  flush(server);
}

function giveTicket(server: ServerEndpoint, number: number): void {
  const nonce = drawn(server, `server.ticket-nonce-${number}`, 8);
  const [a = 0, b = 0, c = 0, d = 0] = drawn(server, `server.ticket-age-add-${number}`, 4);
  const ageAdd = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const secret = resumptionPsk(server, nonce);
  const state: TicketState = {
    version: '1.3',
    suite: suiteIn(server).name,
    secret,
    extendedMasterSecret: true,
    issuedAt: server.config.now,
    ageAdd,
    name: server.name,
    protocol: server.protocol,
  };
  const given = server.config.chance.given?.[`server.ticket-${number}`];
  const ticket = given ?? sealTicket(ticketKey(server), drawn(server, `server.ticket-seal-${number}`, 12), state);
  const lifetime = server.config.ticketLifetime;
  const bytes = writeMessage({
    kind: 'new_session_ticket',
    lifetime,
    ageAdd,
    nonce,
    ticket,
    extensions: server.config.ticketExtensions ?? [],
  });
  sendHandshake(server, 'new_session_ticket', bytes);
  server.ticketsGiven += 1;
  note(server, { code: 'ticket-given' });
}
