import { Fatal } from './alert';
import type { ClientEndpoint } from './endpoint';
import { find } from './extension';
import { checkFinished, outOfOrder } from './finish';
import { judgeChain } from './judge-chain';
import {
  deriveApplicationSecrets,
  deriveResumptionSecret,
  protection13,
  resumptionPsk,
  signedContent13,
  updateTrafficSecret,
  verifyData13,
} from './key-schedule-13';
import type { CertificateEntry, HandshakeMessage } from './message';
import { updateKeys } from './send-data';
import { fits, schemeOf, verify } from './signature';
import { addToTranscript, flush, note, say, sendChangeCipherSpec, suiteIn } from './talk';
import { codeOf } from './write-extension';

/** RFC 8446 appendix A.1, from WAIT_EE on. */
export function clientReads13(client: ClientEndpoint, message: HandshakeMessage, bytes: Uint8Array) {
  switch (client.phase) {
    case 'WAIT_EE':
      if (message.kind !== 'encrypted_extensions') outOfOrder();
      return readEncryptedExtensions(client, message.extensions, bytes);
    case 'WAIT_CERT_CR':
      if (message.kind === 'certificate_request') return readCertificateRequest();
      if (message.kind !== 'certificate' || !message.context) outOfOrder();
      return readCertificate(client, message.context, message.entries, bytes);
    case 'WAIT_CV':
      if (message.kind !== 'certificate_verify') outOfOrder();
      return readCertificateVerify(client, message.scheme, message.signature, bytes);
    case 'WAIT_FINISHED':
      if (message.kind !== 'finished') outOfOrder();
      return readFinished(client, message.verifyData, bytes);
    case 'CONNECTED':
      if (message.kind === 'new_session_ticket') return keepTicket(client, message);
      if (message.kind === 'key_update') return readKeyUpdate(client, message.requested);
      return outOfOrder();
    default:
      return outOfOrder();
  }
}

type Extensions = Extract<HandshakeMessage, { kind: 'encrypted_extensions' }>['extensions'];

/** What belongs into a ServerHello, or into no answer at all (RFC 8446 §4.2). */
const neverHere = [41, 43, 44, 51, 13, 11, 22, 23, 35, 0xff01];

function readEncryptedExtensions(client: ClientEndpoint, extensions: Extensions, bytes: Uint8Array): void {
  const offered = (client.clientHello?.extensions ?? []).map(codeOf);
  for (const extension of extensions) {
    if (!offered.includes(codeOf(extension))) throw new Fatal('unsupported_extension', 'extension-not-offered');
    if (neverHere.includes(codeOf(extension))) throw new Fatal('illegal_parameter', 'extension-out-of-place');
  }
  takeProtocol(client, extensions);
  addToTranscript(client, bytes);
  client.phase = client.resumed ? 'WAIT_FINISHED' : 'WAIT_CERT_CR';
}

/** RFC 7301 §3.1: one protocol, and one that was offered. */
export function takeProtocol(client: ClientEndpoint, extensions: Extensions): void {
  const answer = find(extensions, 'application_layer_protocol_negotiation');
  if (!answer) return;
  const [protocol, ...more] = answer.protocols;
  if (protocol === undefined || more.length > 0) throw new Fatal('decode_error', 'protocols');
  if (!client.config.protocols.includes(protocol)) throw new Fatal('illegal_parameter', 'protocol-not-offered');
  client.protocol = protocol;
}

/** Not in the RFC: this client has no certificate of its own, and says so by ending instead of by an empty list. */
function readCertificateRequest(): never {
  throw new Fatal('handshake_failure', 'no-client-certificate');
}

function readCertificate(
  client: ClientEndpoint,
  context: Uint8Array,
  entries: readonly CertificateEntry[],
  bytes: Uint8Array,
): void {
  if (context.length > 0) throw new Fatal('illegal_parameter', 'certificate-context', 4);
  if (entries.length === 0) throw new Fatal('decode_error', 'no-certificate', 5);
  client.chain = entries.map(({ certificate }) => certificate);
  client.serverKey = judgeChain(client);
  addToTranscript(client, bytes);
  client.phase = 'WAIT_CV';
}

function readCertificateVerify(client: ClientEndpoint, code: number, signature: Uint8Array, bytes: Uint8Array): void {
  const scheme = schemeOf(code);
  const key = client.serverKey;
  const wasOffered = scheme !== null && client.config.schemes.includes(scheme);
  if (!key || !wasOffered || !fits(scheme, key.kind, '1.3'))
    throw new Fatal('illegal_parameter', 'scheme-not-offered', 4);
  if (!verify(scheme, key, signedContent13(client), signature)) {
    note(client, { code: 'refused', what: 'signature' });
    throw new Fatal('decrypt_error', 'signature-does-not-verify', 8);
  }
  note(client, { code: 'verified', what: 'signature' });
  addToTranscript(client, bytes);
  client.phase = 'WAIT_FINISHED';
}

function readFinished(client: ClientEndpoint, verifyData: Uint8Array, bytes: Uint8Array): void {
  checkFinished(client, verifyData13(client, 'server'), verifyData);
  addToTranscript(client, bytes);
  deriveApplicationSecrets(client);
  if (client.config.compatibility && !client.changeCipherSpecSent) sendChangeCipherSpec(client);
  say(client, { kind: 'finished', verifyData: verifyData13(client, 'client') });
  flush(client);
  client.read = protection13(client, 'server', 'application');
  client.write = protection13(client, 'client', 'application');
  deriveResumptionSecret(client);
  note(client, { code: 'keys-changed', direction: 'read', epoch: 'application' });
  note(client, { code: 'keys-changed', direction: 'write', epoch: 'application' });
  client.phase = 'CONNECTED';
  note(client, { code: 'connected' });
}

/** RFC 8446 §4.6.1: as many as come, each with a key of its own; one that lives for no time is thrown away. */
function keepTicket(client: ClientEndpoint, message: Extract<HandshakeMessage, { kind: 'new_session_ticket' }>) {
  const { lifetime, ticket, ageAdd = 0, nonce } = message;
  if (!nonce || lifetime === 0) return note(client, { code: 'ignored', why: 'ticket-without-life' });
  const secret = resumptionPsk(client, nonce);
  const session = {
    version: '1.3',
    suite: suiteIn(client).name,
    ticket,
    secret,
    extendedMasterSecret: true,
    issuedAt: client.config.now,
    lifetime: Math.min(lifetime, 604_800),
    ageAdd,
    name: client.config.name,
    protocol: client.protocol,
    chain: client.chain,
  } as const;
  client.sessions = [...client.sessions, session].slice(-mostSessions);
  note(client, { code: 'ticket-kept' });
}

const mostSessions = 8;

function readKeyUpdate(client: ClientEndpoint, requested: boolean): void {
  client.read = updateTrafficSecret(client, 'server');
  note(client, { code: 'keys-changed', direction: 'read', epoch: 'application' });
  if (requested) updateKeys(client, false);
}
