import { concatenated, noBytes, sameBytes } from '../bytes';
import { ecdhGroups, ecdhPublicKey, ecdhSharedSecret } from '../crypto/ecdh';
import { encryptionPadding, encryptPkcs1 } from '../crypto/rsa';
import { Fatal } from './alert';
import { drawNonZero } from './chance';
import { takeProtocol } from './client-13';
import { groups, nameIn, versions } from './code-points';
import type { ClientEndpoint } from './endpoint';
import { find } from './extension';
import { checkFinished, outOfOrder } from './finish';
import { judgeChain } from './judge-chain';
import { keepOwnShare, keepPeerShare, keepSharedSecret } from './key-exchange';
import { deriveKeyBlock, deriveMasterSecret, verifyData12 } from './key-schedule-12';
import type { HandshakeMessage, ServerHello } from './message';
import { fits, schemeOf, verify } from './signature';
import { privateKeyFor } from './start-client';
import { addToTranscript, drawn, flush, keep, note, say, sendAlert, sendChangeCipherSpec, suiteIn } from './talk';
import { uint, vector } from './write';
import { ecdhParameters } from './write-message';

/** RFC 5246 §7.4.1.3: a session id of the client's own coming back means the session is taken up again (RFC 5077 §3.4). */
export function serverHello12(client: ClientEndpoint, hello: ServerHello, bytes: Uint8Array) {
  const { offered } = client;
  const sessionId = client.clientHello?.sessionId ?? noBytes;
  const renegotiation = find(hello.extensions, 'renegotiation_info');
  if (renegotiation && renegotiation.verifyData.length > 0) throw new Fatal('handshake_failure', 'renegotiation-info');
  // RFC 5746 §3.4: a server that does not know of it could be led to renegotiate with somebody else's beginning.
  if (!renegotiation) throw new Fatal('handshake_failure', 'no-renegotiation-info');
  client.extendedMasterSecret = find(hello.extensions, 'extended_master_secret') !== undefined;
  client.ticketExpected = find(hello.extensions, 'session_ticket') !== undefined;
  takeProtocol(client, hello.extensions);
  addToTranscript(client, bytes);
  const isEchoed = sessionId.length > 0 && sameBytes(hello.sessionId, sessionId);
  if (!isEchoed) {
    client.phase = 'WAIT_CERT';
    return;
  }
  if (offered?.version !== '1.2') throw new Fatal('illegal_parameter', 'session-not-offered', 38);
  if (offered.suite !== suiteIn(client).name) throw new Fatal('illegal_parameter', 'suite-of-another-session', 71);
  if (offered.extendedMasterSecret !== client.extendedMasterSecret) {
    throw new Fatal('handshake_failure', 'extended-master-secret-changed');
  }
  client.resumed = true;
  client.chain = offered.chain;
  keep(client, { name: 'master_secret', bytes: offered.secret, by: 'kept', from: [] });
  deriveKeyBlock(client);
  note(client, { code: 'resumed' });
  client.phase = client.ticketExpected ? 'WAIT_NST' : 'WAIT_CCS';
}

export function clientReads12(client: ClientEndpoint, message: HandshakeMessage, bytes: Uint8Array) {
  if (message.kind === 'hello_request') return refuseRenegotiation(client);

  switch (client.phase) {
    case 'WAIT_CERT': {
      if (message.kind !== 'certificate') outOfOrder();
      if (message.entries.length === 0) throw new Fatal('decode_error', 'no-certificate', 4);
      client.chain = message.entries.map(({ certificate }) => certificate);
      client.serverKey = judgeChain(client);
      const { key, exchange } = suiteIn(client);
      if (client.serverKey && client.serverKey.kind !== key)
        throw new Fatal('illegal_parameter', 'key-of-another-sort', 7);
      addToTranscript(client, bytes);
      client.phase = exchange === 'ecdhe' ? 'WAIT_SKE' : 'WAIT_SHD';
      return;
    }
    case 'WAIT_SKE':
      if (message.kind !== 'server_key_exchange') outOfOrder();
      return readServerKeyExchange(client, message, bytes);
    case 'WAIT_SHD':
      if (message.kind === 'certificate_request') throw new Fatal('handshake_failure', 'no-client-certificate', 0);
      if (message.kind !== 'server_hello_done') outOfOrder();
      addToTranscript(client, bytes);
      return answer(client);
    case 'WAIT_NST':
      if (message.kind !== 'new_session_ticket') outOfOrder();
      addToTranscript(client, bytes);
      keepTicket(client, message.ticket, message.lifetime);
      client.phase = 'WAIT_CCS';
      return;
    case 'WAIT_FINISHED':
      if (message.kind !== 'finished') outOfOrder();
      return readFinished(client, message.verifyData, bytes);
    default:
      return outOfOrder();
  }
}

/** RFC 5246 §7.2.2: a remark, not an end. */
function refuseRenegotiation(client: ClientEndpoint): void {
  if (client.phase === 'CONNECTED') sendAlert(client, 'no_renegotiation', 'no-renegotiation');
}

type ServerKeyExchange = Extract<HandshakeMessage, { kind: 'server_key_exchange' }>;

/** RFC 8422 §5.4: the share is signed together with both randoms, so that nobody plays an old one again. */
function readServerKeyExchange(client: ClientEndpoint, message: ServerKeyExchange, bytes: Uint8Array): void {
  const name = nameIn(groups, message.group);
  const group = ecdhGroups.find((one) => one === name);
  if (!group || !client.config.groups.includes(group)) throw new Fatal('illegal_parameter', 'group-not-offered', 5);
  const scheme = schemeOf(message.scheme);
  const key = client.serverKey;
  const wasOffered = scheme !== null && client.config.schemes.includes(scheme);
  if (!key || !wasOffered || !fits(scheme, key.kind, '1.2')) throw new Fatal('illegal_parameter', 'scheme-not-offered');
  const { clientHello, serverHello } = client;
  const randoms = concatenated(clientHello?.random ?? noBytes, serverHello?.random ?? noBytes);
  const signed = concatenated(randoms, ecdhParameters(message.group, message.point));
  if (!verify(scheme, key, signed, message.signature)) {
    note(client, { code: 'refused', what: 'signature' });
    throw new Fatal('decrypt_error', 'signature-does-not-verify');
  }
  note(client, { code: 'verified', what: 'signature' });
  note(client, { code: 'group-chosen', group });
  client.group = group;
  client.serverShare = { group, key: message.point };
  keepPeerShare(client, message.point);
  addToTranscript(client, bytes);
  client.phase = 'WAIT_SHD';
}

/** The client's second flight: ClientKeyExchange, ChangeCipherSpec, Finished. */
function answer(client: ClientEndpoint): void {
  const premaster = suiteIn(client).exchange === 'rsa' ? sendByRsa(client) : sendByEcdhe(client);
  deriveMasterSecret(client, premaster);
  deriveKeyBlock(client);
  sendFinished(client);
  client.phase = client.ticketExpected ? 'WAIT_NST' : 'WAIT_CCS';
}

function sendFinished(client: ClientEndpoint): void {
  sendChangeCipherSpec(client);
  client.write = client.nextWrite;
  note(client, { code: 'keys-changed', direction: 'write', epoch: 'session' });
  say(client, { kind: 'finished', verifyData: verifyData12(client, 'client') });
  flush(client);
}

/** RFC 5246 §7.4.7.1: the version that was offered (so that no one lowers it unseen) and 46 bytes of chance. */
function sendByRsa(client: ClientEndpoint): Uint8Array {
  const key = client.serverKey;
  if (key?.kind !== 'rsa') throw new Fatal('illegal_parameter', 'key-of-another-sort');
  const premaster = concatenated(uint(versions.TLS12, 2), drawn(client, 'client.premaster', 46));
  keep(client, { name: 'premaster_secret', bytes: premaster, by: 'drawn', from: [] });
  const length = encryptionPadding(key, premaster.length);
  const padding = drawNonZero(client.config.chance, `${client.config.connection}client.rsa-padding`, length);
  const sealed = encryptPkcs1(key, premaster, padding);
  keep(client, { name: 'encrypted_premaster_secret', bytes: sealed, by: 'rsa-encryption', from: ['premaster_secret'] });
  say(client, { kind: 'client_key_exchange', value: vector(2, sealed) });
  return premaster;
}

/** RFC 8422 §5.7: a share of the client's own; the premaster secret is x of the common point. */
function sendByEcdhe(client: ClientEndpoint): Uint8Array {
  const { serverShare } = client;
  if (!serverShare) throw new Fatal('internal_error', 'no-share');
  const { group, key } = privateKeyFor(client, serverShare.group);
  const premaster = ecdhSharedSecret(group, key, serverShare.key);
  if (!premaster) throw new Fatal('illegal_parameter', 'share-is-no-point');
  const share = ecdhPublicKey(group, key);
  keepOwnShare(client, group, key, share);
  keepSharedSecret(client, 'premaster_secret', premaster);
  say(client, { kind: 'client_key_exchange', value: vector(1, share) });
  return premaster;
}

/** RFC 5077 §3.3: the session itself is known by now. */
function keepTicket(client: ClientEndpoint, ticket: Uint8Array, lifetime: number): void {
  const secret = client.values.find(({ name }) => name === 'master_secret')?.bytes;
  if (!secret || ticket.length === 0) return;
  const session = {
    version: '1.2',
    suite: suiteIn(client).name,
    ticket,
    secret,
    extendedMasterSecret: client.extendedMasterSecret,
    issuedAt: client.config.now,
    // 0 leaves it to the client (RFC 5077 §3.3).
    lifetime: lifetime === 0 ? 7_200 : lifetime,
    ageAdd: 0,
    name: client.config.name,
    protocol: client.protocol,
    chain: client.chain,
  } as const;
  client.sessions = [...client.sessions, session];
  note(client, { code: 'ticket-kept' });
}

function readFinished(client: ClientEndpoint, verifyData: Uint8Array, bytes: Uint8Array): void {
  checkFinished(client, verifyData12(client, 'server'), verifyData);
  addToTranscript(client, bytes);
  if (client.resumed) sendFinished(client);
  client.phase = 'CONNECTED';
  note(client, { code: 'connected' });
}
