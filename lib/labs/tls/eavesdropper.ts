import { concatenated, noBytes } from '../bytes';
import { keyLength } from '../crypto/aead';
import { digest, hkdfExpandLabel, prf } from '../crypto/digest';
import type { PrivateKey } from '../crypto/fixture-keys';
import { decryptPkcs1 } from '../crypto/rsa';
import type { ListenerMeans } from './action';
import { contentTypes, handshakeTypes, type TlsVersion } from './code-points';
import { find } from './extension';
import { type KeyLogLine, readKeyLog } from './key-log';
import { keyRings } from './key-rings';
import type { ClientHello, ServerHello } from './message';
import { type Epoch, innerPlaintext, type Protection, unprotect } from './protection';
import { readMessage } from './read-message';
import { ivLength, readRecordHeader, recordHeaderLength } from './record';
import { identityFor } from './server-certificate';
import { type Side, sides } from './side';
import type { TlsRecord, TlsState } from './state';
import { suiteOf } from './suites';

/** What a listener makes of one record: it was in the clear, was opened, or stays closed. */
export type Overheard = {
  record: number;
  reading: 'clear' | 'opened' | 'closed';
  type: number | null;
  text: Uint8Array | null;
};

/**
 * Somebody who recorded everything that arrived, and has nothing of the two ends but what is given: a key log, or the
 * server's RSA key. All else is taken from the recorded bytes.
 */
export function overhear(state: TlsState, means: ListenerMeans): Overheard[] {
  const arrived = state.records.filter(({ fate }) => fate === 'arrived');
  const key = identityFor(state.setup.server.certificate, keyRings[state.setup.server.key], state.setup.host).key;
  const heard: Overheard[] = [];
  for (let connection = 1; connection <= state.connection; connection += 1) {
    const records = arrived.filter((record) => record.connection === connection);
    heard.push(
      ...overhearOne(records, {
        log: means === 'key-log' ? readKeyLog(state.keyLog.join('\n')) : [],
        rsaKey: means === 'rsa-key' ? key : null,
      }),
    );
  }
  return heard.sort((a, b) => a.record - b.record);
}

type Means = { log: readonly KeyLogLine[]; rsaKey: PrivateKey | null };
type Known = {
  client: ClientHello | null;
  server: ServerHello | null;
  version: TlsVersion | null;
  keyExchange: Uint8Array | null;
  /** Handshake messages in the clear, end to end; by direction the beginning of one that is not whole yet. */
  transcript: Uint8Array;
  partial: Record<Side, Uint8Array>;
  /** By direction: what its records are protected with now, once they are; null: with nothing known. */
  under: Record<Side, { sealed: boolean; protection: Protection | null; epoch: Epoch | null }>;
};

function overhearOne(records: readonly TlsRecord[], means: Means): Overheard[] {
  const known: Known = {
    client: null,
    server: null,
    version: null,
    keyExchange: null,
    transcript: noBytes,
    partial: { client: noBytes, server: noBytes },
    under: {
      client: { sealed: false, protection: null, epoch: null },
      server: { sealed: false, protection: null, epoch: null },
    },
  };
  return records.map((record) => overhearRecord(record, known, means));
}

function overhearRecord(record: TlsRecord, known: Known, means: Means): Overheard {
  const header = readRecordHeader(record.bytes);
  const type = header?.type ?? null;
  const fragment = record.bytes.subarray(recordHeaderLength);
  const under = known.under[record.from];
  const isSealed = under.sealed && !(known.version === '1.3' && type !== contentTypes.application_data);
  if (!isSealed) {
    if (type === contentTypes.handshake) readInTheClear(record.from, fragment, known, means);
    // 1.2: from here on this side speaks under keys.
    if (type === contentTypes.change_cipher_spec && known.version === '1.2') {
      under.sealed = true;
      under.protection = protection12(record.from, known, means);
    }
    return { record: record.id, reading: 'clear', type, text: fragment };
  }
  const opened = under.protection && unprotect(under.protection, record.bytes);
  if (!opened) return { record: record.id, reading: 'closed', type: null, text: null };
  if (known.version === '1.2') return { record: record.id, reading: 'opened', type, text: opened };
  const inner = innerPlaintext(opened);
  if (inner?.type === contentTypes.handshake) changeKeys(record.from, inner.text, known, means);
  return { record: record.id, reading: 'opened', type: inner?.type ?? null, text: inner?.text ?? noBytes };
}

function readInTheClear(side: Side, fragment: Uint8Array, known: Known, means: Means): void {
  let gathered = concatenated(known.partial[side], fragment);
  for (;;) {
    const length = 4 + (((gathered[1] ?? 0) << 16) | ((gathered[2] ?? 0) << 8) | (gathered[3] ?? 0));
    if (gathered.length < 4 || gathered.length < length) break;
    readMessageInTheClear(gathered.slice(0, length), known, means);
    gathered = gathered.slice(length);
  }
  known.partial[side] = gathered;
}

function readMessageInTheClear(bytes: Uint8Array, known: Known, means: Means): void {
  known.transcript = concatenated(known.transcript, bytes);
  const read = readMessage(bytes, { version: known.version });
  if (read.kind !== 'read') return;
  const { message } = read;
  if (message.kind === 'client_hello') known.client = message;
  if (message.kind === 'client_key_exchange') known.keyExchange = message.value;
  if (message.kind !== 'server_hello') return;
  known.server = message;
  known.version = find(message.extensions, 'supported_version_chosen') ? '1.3' : '1.2';
  if (known.version === '1.2') return;
  for (const side of sides) known.under[side] = { sealed: true, ...keys13(side, 'handshake', known, means) };
}

/** Behind its Finished a side of 1.3 goes on under the keys for data. */
function changeKeys(side: Side, text: Uint8Array, known: Known, means: Means): void {
  const holdsFinished = (at: number): boolean => {
    const length = ((text[at + 1] ?? 0) << 16) | ((text[at + 2] ?? 0) << 8) | (text[at + 3] ?? 0);
    return at < text.length && (text[at] === 20 || holdsFinished(at + 4 + length));
  };
  if (known.under[side].epoch === 'handshake' && holdsFinished(0)) {
    known.under[side] = { sealed: true, ...keys13(side, 'application', known, means) };
  }
}

function keys13(side: Side, epoch: 'handshake' | 'application', known: Known, means: Means) {
  const suite = suiteOf(known.server?.suite ?? 0);
  const label = `${side === 'client' ? 'CLIENT' : 'SERVER'}_${epoch === 'handshake' ? 'HANDSHAKE_TRAFFIC_SECRET' : 'TRAFFIC_SECRET_0'}`;
  const secret = secretFor(label, known, means);
  if (!suite || !secret) return { epoch, protection: null };
  const { hash, aead } = suite;
  const key = hkdfExpandLabel(hash, secret, 'key', noBytes, keyLength[aead]);
  const iv = hkdfExpandLabel(hash, secret, 'iv', noBytes, 12);
  return { epoch, protection: { version: '1.3', aead, key, iv, sequence: 0, epoch } satisfies Protection };
}

function secretFor(label: string, known: Known, { log }: Means): Uint8Array | null {
  const random = known.client?.random.join();
  return log.find((line) => line.label === label && line.clientRandom.join() === random)?.secret ?? null;
}

/** RFC 5246 §6.3 once more, out of what was recorded. */
function protection12(side: Side, known: Known, means: Means): Protection | null {
  const { client, server } = known;
  const suite = suiteOf(server?.suite ?? 0);
  if (!client || !server || !suite) return null;
  const master = secretFor('CLIENT_RANDOM', known, means) ?? masterByRsa(known, means);
  if (!master) return null;
  const facts = { version: '1.2', aead: suite.aead } as const;
  const [key, iv] = [keyLength[suite.aead], ivLength(facts)];
  const block = prf(suite.hash, master, 'key expansion', concatenated(server.random, client.random), 2 * key + 2 * iv);
  const place = side === 'client' ? 0 : 1;
  return {
    ...facts,
    key: block.slice(place * key, place * key + key),
    iv: block.slice(2 * key + place * iv, 2 * key + place * iv + iv),
    sequence: 0,
    epoch: 'session',
  };
}

/** The stolen key opens ClientKeyExchange, if there was RSA in it; a share of Diffie and Hellman it does not open. */
function masterByRsa(known: Known, { rsaKey }: Means): Uint8Array | null {
  const { client, server, keyExchange } = known;
  const suite = suiteOf(server?.suite ?? 0);
  if (!client || !server || !keyExchange || suite?.exchange !== 'rsa' || rsaKey?.kind !== 'rsa') return null;
  const premaster = decryptPkcs1(rsaKey, keyExchange.subarray(2));
  if (!premaster) return null;
  if (find(server.extensions, 'extended_master_secret')) {
    return prf(suite.hash, premaster, 'extended master secret', digest(suite.hash, sessionOf(known)), 48);
  }
  return prf(suite.hash, premaster, 'master secret', concatenated(client.random, server.random), 48);
}

/** RFC 7627 §3: the messages as far as ClientKeyExchange; a ticket may follow it in the clear. */
function sessionOf({ transcript }: Known): Uint8Array {
  for (let at = 0; at < transcript.length; ) {
    const next =
      at + 4 + (((transcript[at + 1] ?? 0) << 16) | ((transcript[at + 2] ?? 0) << 8) | (transcript[at + 3] ?? 0));
    if (transcript[at] === handshakeTypes.client_key_exchange) return transcript.subarray(0, next);
    at = next;
  }
  return transcript;
}
