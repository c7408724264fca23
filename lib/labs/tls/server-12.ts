import { concatenated, noBytes } from '../bytes';
import { ecdhPrivateKey, ecdhPublicKey, ecdhSharedSecret } from '../crypto/ecdh';
import { decryptPkcs1 } from '../crypto/rsa';
import { Fatal } from './alert';
import { groups, signatureSchemes, versions } from './code-points';
import type { ServerEndpoint } from './endpoint';
import { type Extension, find } from './extension';
import { DecodeFault, FieldReader } from './field-reader';
import { checkFinished, outOfOrder } from './finish';
import { keepOwnShare, keepPeerShare, keepSharedSecret } from './key-exchange';
import { deriveKeyBlock, deriveMasterSecret, verifyData12 } from './key-schedule-12';
import { type ClientHello, downgradeSentinel, type HandshakeMessage } from './message';
import { chooseScheme, chooseSuite, commonGroups } from './server-choice';
import { saltLength, sign } from './signature';
import { signalsRenegotiation } from './start-client';
import { suiteNamed } from './suites';
import { addToTranscript, drawn, flush, keep, note, say, sendChangeCipherSpec, suiteIn } from './talk';
import { openTicket, sealTicket, type TicketState } from './ticket';
import { ecdhParameters } from './write-message';

/** The server's first flight of TLS 1.2: ServerHello, Certificate, ServerKeyExchange (if ECDHE), ServerHelloDone. */
export function serverHello12(server: ServerEndpoint, hello: ClientHello, bytes: Uint8Array) {
  if (server.config.protocols.length === 0) server.protocol = null;
  const session = ticketOf(server, hello);
  const suite = session ? suiteNamed(session.suite) : chooseSuite(server, hello, '1.2');
  server.suite = suite;
  server.clientHello = hello;
  note(server, { code: 'suite-chosen', suite: suite.name });
  const asksForBinding = find(hello.extensions, 'extended_master_secret') !== undefined;
  server.extendedMasterSecret = server.config.extendedMasterSecret && asksForBinding;
  addToTranscript(server, bytes);
  const random = randomFor(server);
  keep(server, { name: 'server_random', bytes: random, by: 'drawn', from: [] });
  say(server, {
    kind: 'server_hello',
    legacyVersion: versions.TLS12,
    random,
    // Echoed: "we go on". Empty: "this session is not to be taken up by its id" (RFC 5246 §7.4.1.3).
    sessionId: session ? hello.sessionId : noBytes,
    suite: suite.code,
    compression: 0,
    extensions: extensionsFor(server, hello),
  });
  if (session) return resume(server, session);
  const entries = server.config.chain.map((certificate) => ({ certificate, extensions: [] }));
  say(server, { kind: 'certificate', entries });
  if (suite.exchange === 'ecdhe') sayServerKeyExchange(server, hello, random);
  say(server, { kind: 'server_hello_done' });
  flush(server);
  server.phase = 'WAIT_CKE';
}

/** RFC 8446 §4.1.3: a server that could do 1.3 leaves a sign in the one field that a man in the middle cannot rewrite unseen. */
function randomFor(server: ServerEndpoint): Uint8Array {
  const random = drawn(server, 'server.random', 32).slice();
  if (server.config.versions.includes('1.3')) random.set(downgradeSentinel, 24);
  return random;
}

function givesTickets(server: ServerEndpoint, hello: ClientHello): boolean {
  return server.config.tickets > 0 && find(hello.extensions, 'session_ticket') !== undefined;
}

function extensionsFor(server: ServerEndpoint, hello: ClientHello): Extension[] {
  const extensions: Extension[] = [];
  if (signalsRenegotiation(hello)) extensions.push({ type: 'renegotiation_info', verifyData: noBytes });
  if (server.name !== null) extensions.push({ type: 'server_name', host: null });
  if (suiteIn(server).exchange === 'ecdhe' && find(hello.extensions, 'ec_point_formats')) {
    extensions.push({ type: 'ec_point_formats', formats: [0] });
  }
  if (givesTickets(server, hello)) extensions.push({ type: 'session_ticket', ticket: noBytes });
  if (server.protocol !== null) {
    extensions.push({ type: 'application_layer_protocol_negotiation', protocols: [server.protocol] });
  }
  if (server.extendedMasterSecret) extensions.push({ type: 'extended_master_secret' });
  return extensions;
}

function sayServerKeyExchange(server: ServerEndpoint, hello: ClientHello, random: Uint8Array): void {
  const [group] = commonGroups(server, hello);
  if (!group) throw new Fatal('handshake_failure', 'no-common-group');
  server.group = group;
  note(server, { code: 'group-chosen', group });
  server.privateKey = ecdhPrivateKey(group, drawn(server, `server.${group}`, 32));
  const point = ecdhPublicKey(group, server.privateKey);
  keepOwnShare(server, group, server.privateKey, point);
  const scheme = chooseScheme(server, hello, '1.2');
  const signed = concatenated(hello.random, random, ecdhParameters(groups[group], point));
  const salt = drawn(server, 'server.pss-salt', saltLength(scheme));
  const signature = sign(scheme, server.config.key, signed, salt);
  say(server, {
    kind: 'server_key_exchange',
    group: groups[group],
    point,
    scheme: signatureSchemes[scheme],
    signature,
  });
}

/** A ticket of this server's own, of a session it may go on with (RFC 5077 §3.4, RFC 7627 §5.3). */
function ticketOf(server: ServerEndpoint, hello: ClientHello): TicketState | null {
  const ticket = find(hello.extensions, 'session_ticket')?.ticket;
  const { config } = server;
  if (!ticket || ticket.length === 0 || config.tickets === 0 || hello.sessionId.length === 0) return null;
  const state = openTicket(ticketKey(server), ticket);
  const suite = state ? suiteNamed(state.suite) : null;
  const isUsable =
    state !== null &&
    state.version === '1.2' &&
    suite !== null &&
    hello.suites.includes(suite.code) &&
    config.suites.includes(suite.name) &&
    config.now - state.issuedAt <= config.ticketLifetime &&
    state.name === server.name;
  if (!isUsable) {
    note(server, { code: 'ticket-refused' });
    return null;
  }
  const asksForBinding = find(hello.extensions, 'extended_master_secret') !== undefined;
  if (state.extendedMasterSecret && !asksForBinding) {
    throw new Fatal('handshake_failure', 'extended-master-secret-changed');
  }
  // RFC 7627 §5.3: bound now, not bound then: the whole handshake instead.
  return state.extendedMasterSecret === (config.extendedMasterSecret && asksForBinding) ? state : null;
}

/** Not one connection's: a server that forgets it cannot read its own tickets. */
export function ticketKey(server: ServerEndpoint): Uint8Array {
  return drawn({ ...server, config: { ...server.config, connection: '' } }, 'server.ticket-key', 16);
}

function resume(server: ServerEndpoint, session: TicketState): void {
  server.resumed = true;
  keep(server, { name: 'master_secret', bytes: session.secret, by: 'kept', from: [] });
  deriveKeyBlock(server);
  note(server, { code: 'resumed' });
  finish(server);
  server.phase = 'WAIT_CCS';
}

export function serverReads12(server: ServerEndpoint, message: HandshakeMessage, bytes: Uint8Array) {
  switch (server.phase) {
    case 'WAIT_CKE':
      if (message.kind !== 'client_key_exchange') outOfOrder();
      addToTranscript(server, bytes);
      deriveMasterSecret(server, premasterFrom(server, message.value));
      deriveKeyBlock(server);
      server.phase = 'WAIT_CCS';
      return;
    case 'WAIT_FINISHED': {
      if (message.kind !== 'finished') outOfOrder();
      checkFinished(server, verifyData12(server, 'client'), message.verifyData);
      addToTranscript(server, bytes);
      if (!server.resumed) finish(server);
      server.phase = 'CONNECTED';
      note(server, { code: 'connected' });
      return;
    }
    default:
      return outOfOrder();
  }
}

/** What is inside ClientKeyExchange: a sealed secret, or a share of the client's. */
function premasterFrom(server: ServerEndpoint, value: Uint8Array): Uint8Array {
  const reader = new FieldReader(value);
  try {
    const isRsa = suiteIn(server).exchange === 'rsa';
    const content = reader.opaque('tls.exchange_keys', isRsa ? 2 : 1);
    reader.finish('tls.exchange_keys');
    return isRsa ? openPremaster(server, content) : sharedPremaster(server, content);
  } catch (fault) {
    if (fault instanceof DecodeFault) throw new Fatal('decode_error', `decode.${fault.why}`, fault.at + 4);
    throw fault;
  }
}

/** RFC 5246 §7.4.7.1: whatever is wrong with it, go on with a made-up secret: an alert here would be Bleichenbacher's oracle. */
function openPremaster(server: ServerEndpoint, sealed: Uint8Array): Uint8Array {
  const { key } = server.config;
  keep(server, { name: 'encrypted_premaster_secret', bytes: sealed, by: 'received', from: [] });
  const opened = key.kind === 'rsa' ? decryptPkcs1(key, sealed) : null;
  const offered = server.clientHello?.legacyVersion ?? versions.TLS12;
  const isRight = opened?.length === 48 && opened[0] === offered >>> 8 && opened[1] === (offered & 0xff);
  const premaster = isRight ? opened : drawn(server, 'server.made-up-premaster', 48);
  keep(server, { name: 'premaster_secret', bytes: premaster, by: 'decrypted', from: ['encrypted_premaster_secret'] });
  return premaster;
}

function sharedPremaster(server: ServerEndpoint, point: Uint8Array): Uint8Array {
  const { group, privateKey } = server;
  const premaster = group && privateKey ? ecdhSharedSecret(group, privateKey, point) : null;
  if (!premaster) throw new Fatal('illegal_parameter', 'share-is-no-point', 5);
  keepPeerShare(server, point);
  keepSharedSecret(server, 'premaster_secret', premaster);
  return premaster;
}

/** [NewSessionTicket,] ChangeCipherSpec, Finished. */
function finish(server: ServerEndpoint): void {
  const hello = server.clientHello;
  if (hello && givesTickets(server, hello)) giveTicket(server);
  sendChangeCipherSpec(server);
  server.write = server.nextWrite;
  note(server, { code: 'keys-changed', direction: 'write', epoch: 'session' });
  say(server, { kind: 'finished', verifyData: verifyData12(server, 'server') });
  flush(server);
}

function giveTicket(server: ServerEndpoint): void {
  const secret = server.values.find(({ name }) => name === 'master_secret')?.bytes ?? noBytes;
  const ticket = sealTicket(ticketKey(server), drawn(server, 'server.ticket-nonce', 12), {
    version: '1.2',
    suite: suiteIn(server).name,
    secret,
    extendedMasterSecret: server.extendedMasterSecret,
    issuedAt: server.config.now,
    ageAdd: 0,
    name: server.name,
    protocol: server.protocol,
  });
  say(server, { kind: 'new_session_ticket', lifetime: server.config.ticketLifetime, ticket });
  server.ticketsGiven += 1;
  note(server, { code: 'ticket-given' });
}
