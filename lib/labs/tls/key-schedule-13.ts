import { noBytes } from '../bytes';
import { keyLength, nonceLength } from '../crypto/aead';
import { digest, digestLength, hkdfExpandLabel, hkdfExtract, hmac, type TlsHash } from '../crypto/digest';
import { Fatal } from './alert';
import type { Endpoint } from './endpoint';
import { keepSharedSecret } from './key-exchange';
import { logKey } from './key-log';
import type { Epoch, Protection } from './protection';
import { keep, knownValue, note, suiteIn, transcriptHash, unlessSwapped } from './talk';
import type { ValueName } from './value';

function needed(endpoint: Endpoint, name: ValueName): Uint8Array {
  const bytes = knownValue(endpoint, name);
  if (!bytes) throw new Fatal('internal_error', 'value-missing');
  return bytes;
}

/** Derive-Secret (RFC 8446 §7.1), the context being a digest that is already known. */
function deriveSecret(
  endpoint: Endpoint,
  hash: TlsHash,
  name: ValueName,
  from: ValueName,
  label: string,
  context: ValueName | null,
): Uint8Array {
  const digested = context ? needed(endpoint, context) : digest(hash);
  const bytes = hkdfExpandLabel(hash, needed(endpoint, from), label, digested, digestLength[hash]);
  return keep(endpoint, { name, bytes, by: 'hkdf-expand-label', from: context ? [from, context] : [from], label });
}

function keepTranscriptHash(endpoint: Endpoint, name: ValueName): void {
  keep(endpoint, { name, bytes: transcriptHash(endpoint), by: 'transcript-hash', from: [] });
}

/** The top of the tree: out of the pre-shared key, or out of zeros where there is none. */
export function deriveEarlySecret(endpoint: Endpoint, hash: TlsHash, psk: Uint8Array | null): void {
  const zeros = new Uint8Array(digestLength[hash]);
  if (psk) keep(endpoint, { name: 'psk', bytes: psk, by: 'kept', from: [] });
  const bytes = hkdfExtract(hash, zeros, psk ?? zeros);
  keep(endpoint, { name: 'early_secret', bytes, by: 'hkdf-extract', from: psk ? ['psk'] : [] });
}

/** RFC 8446 §4.2.11.2: proves the pre-shared key over the hello as far as the binders. Needs the early secret. */
export function computeBinder(endpoint: Endpoint, hash: TlsHash, truncated: Uint8Array): Uint8Array {
  const length = digestLength[hash];
  const key = deriveSecret(endpoint, hash, 'binder_key', 'early_secret', 'res binder', null);
  const finished = hkdfExpandLabel(hash, key, 'finished', noBytes, length);
  keep(endpoint, {
    name: 'binder_finished_key',
    bytes: finished,
    by: 'hkdf-expand-label',
    from: ['binder_key'],
    label: 'finished',
  });
  const heard = digest(hash, endpoint.transcript, truncated);
  keep(endpoint, { name: 'hash_to_binders', bytes: heard, by: 'transcript-hash', from: [] });
  const bytes = hmac(hash, finished, heard);
  return keep(endpoint, { name: 'binder', bytes, by: 'hmac', from: ['binder_finished_key', 'hash_to_binders'] });
}

/** From the early secret and the shared secret to the keys of the handshake; the transcript ends with ServerHello. */
export function deriveHandshakeSecrets(endpoint: Endpoint, shared: Uint8Array): void {
  const { hash } = suiteIn(endpoint);
  keepSharedSecret(endpoint, 'ecdhe_shared_secret', shared);
  const used = unlessSwapped(endpoint, 'premaster_secret', shared);
  const salt = deriveSecret(endpoint, hash, 'early_derived_secret', 'early_secret', 'derived', null);
  const bytes = hkdfExtract(hash, salt, used);
  keep(endpoint, {
    name: 'handshake_secret',
    bytes,
    by: 'hkdf-extract',
    from: ['early_derived_secret', 'ecdhe_shared_secret'],
  });
  keepTranscriptHash(endpoint, 'hash_to_server_hello');
  for (const side of ['client', 'server'] as const) {
    const name = `${side}_handshake_traffic_secret` as const;
    deriveSecret(endpoint, hash, name, 'handshake_secret', `${side[0]} hs traffic`, 'hash_to_server_hello');
    logKey(endpoint, `${side === 'client' ? 'CLIENT' : 'SERVER'}_HANDSHAKE_TRAFFIC_SECRET`, needed(endpoint, name));
    deriveTrafficKeys(endpoint, hash, side, 'handshake');
    const finished = hkdfExpandLabel(hash, needed(endpoint, name), 'finished', noBytes, digestLength[hash]);
    keep(endpoint, {
      name: `${side}_finished_key`,
      bytes: finished,
      by: 'hkdf-expand-label',
      from: [name],
      label: 'finished',
    });
  }
  const secondSalt = deriveSecret(endpoint, hash, 'handshake_derived_secret', 'handshake_secret', 'derived', null);
  keep(endpoint, {
    name: 'master_secret',
    bytes: hkdfExtract(hash, secondSalt, new Uint8Array(digestLength[hash])),
    by: 'hkdf-extract',
    from: ['handshake_derived_secret'],
  });
  note(endpoint, {
    code: 'derived',
    names: ['handshake_secret', 'client_handshake_traffic_secret', 'server_handshake_traffic_secret'],
  });
}

/** RFC 8446 §7.3. */
function deriveTrafficKeys(
  endpoint: Endpoint,
  hash: TlsHash,
  side: 'client' | 'server',
  epoch: Exclude<Epoch, 'session'>,
) {
  const { aead } = suiteIn(endpoint);
  const from = `${side}_${epoch}_traffic_secret` as const;
  const secret = needed(endpoint, from);
  const parts = [
    ['key', keyLength[aead]],
    ['iv', nonceLength],
  ] as const;
  for (const [label, length] of parts) {
    const bytes = hkdfExpandLabel(hash, secret, label, noBytes, length);
    keep(endpoint, { name: `${side}_${epoch}_${label}`, bytes, by: 'hkdf-expand-label', from: [from], label });
  }
}

/** From the master secret to the keys of the data; the transcript ends with the server's Finished. */
export function deriveApplicationSecrets(endpoint: Endpoint): void {
  const { hash } = suiteIn(endpoint);
  keepTranscriptHash(endpoint, 'hash_to_server_finished');
  for (const side of ['client', 'server'] as const) {
    const name = `${side}_application_traffic_secret` as const;
    deriveSecret(endpoint, hash, name, 'master_secret', `${side[0]} ap traffic`, 'hash_to_server_finished');
    logKey(endpoint, `${side === 'client' ? 'CLIENT' : 'SERVER'}_TRAFFIC_SECRET_0`, needed(endpoint, name));
    deriveTrafficKeys(endpoint, hash, side, 'application');
  }
  deriveSecret(endpoint, hash, 'exporter_master_secret', 'master_secret', 'exp master', 'hash_to_server_finished');
  logKey(endpoint, 'EXPORTER_SECRET', needed(endpoint, 'exporter_master_secret'));
  note(endpoint, {
    code: 'derived',
    names: ['master_secret', 'client_application_traffic_secret', 'server_application_traffic_secret'],
  });
}

/** What tickets grow from; the transcript ends with the client's Finished. */
export function deriveResumptionSecret(endpoint: Endpoint): void {
  const { hash } = suiteIn(endpoint);
  keepTranscriptHash(endpoint, 'hash_to_client_finished');
  deriveSecret(endpoint, hash, 'resumption_master_secret', 'master_secret', 'res master', 'hash_to_client_finished');
}

/** The pre-shared key that goes with one ticket (RFC 8446 §4.6.1). */
export function resumptionPsk(endpoint: Endpoint, nonce: Uint8Array): Uint8Array {
  const { hash } = suiteIn(endpoint);
  const secret = needed(endpoint, 'resumption_master_secret');
  const bytes = hkdfExpandLabel(hash, secret, 'resumption', nonce, digestLength[hash]);
  keep(endpoint, { name: 'ticket_nonce', bytes: nonce, by: endpoint.side === 'server' ? 'drawn' : 'opened', from: [] });
  return keep(endpoint, {
    name: 'resumption_psk',
    bytes,
    by: 'hkdf-expand-label',
    from: ['resumption_master_secret', 'ticket_nonce'],
    label: 'resumption',
  });
}

export function protection13(
  endpoint: Endpoint,
  side: 'client' | 'server',
  epoch: 'handshake' | 'application',
): Protection {
  return {
    version: '1.3',
    aead: suiteIn(endpoint).aead,
    key: needed(endpoint, `${side}_${epoch}_key`),
    iv: needed(endpoint, `${side}_${epoch}_iv`),
    sequence: 0,
    epoch,
  };
}

/** What a side's Finished says: an HMAC over the transcript so far (RFC 8446 §4.4.4). */
export function verifyData13(endpoint: Endpoint, side: 'client' | 'server'): Uint8Array {
  const { hash } = suiteIn(endpoint);
  const heard = `hash_before_${side}_finished` as const;
  keepTranscriptHash(endpoint, heard);
  const bytes = hmac(hash, needed(endpoint, `${side}_finished_key`), needed(endpoint, heard));
  return keep(endpoint, { name: `${side}_verify_data`, bytes, by: 'hmac', from: [`${side}_finished_key`, heard] });
}

/** KeyUpdate (RFC 8446 §7.2): the next secret of one direction, and its keys. */
export function updateTrafficSecret(endpoint: Endpoint, side: 'client' | 'server'): Protection {
  const { hash } = suiteIn(endpoint);
  const name = `${side}_application_traffic_secret` as const;
  const bytes = hkdfExpandLabel(hash, needed(endpoint, name), 'traffic upd', noBytes, digestLength[hash]);
  keep(endpoint, { name, bytes, by: 'hkdf-expand-label', from: [name], label: 'traffic upd' });
  deriveTrafficKeys(endpoint, hash, side, 'application');
  note(endpoint, { code: 'derived', names: [name] });
  return protection13(endpoint, side, 'application');
}

/** What CertificateVerify signs (RFC 8446 §4.4.3): 64 spaces, a sentence, a zero, the transcript's digest. */
export function signedContent13(endpoint: Endpoint): Uint8Array {
  const sentence = new TextEncoder().encode('TLS 1.3, server CertificateVerify\0');
  const content = new Uint8Array(64 + sentence.length + digestLength[suiteIn(endpoint).hash]).fill(0x20);
  content.set(sentence, 64);
  content.set(transcriptHash(endpoint), 64 + sentence.length);
  return content;
}
