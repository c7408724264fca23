import { concatenated } from '../bytes';
import { digest } from '../crypto/digest';
import { type AlertName, alertBytes, Fatal } from './alert';
import { draw } from './chance';
import { type ContentType, contentTypes, versions } from './code-points';
import type { Endpoint, Note, Said, Swappable } from './endpoint';
import type { AlertWhy } from './fatal-why';
import type { HandshakeMessage } from './message';
import { protect } from './protection';
import { writeRecord } from './record';
import type { Value, ValueName } from './value';
import { writeMessage } from './write-message';

export function note(endpoint: Endpoint, fact: Note): void {
  endpoint.notes.push(fact);
}

/** A value of this connection's chance: `drawn(client, 'client.random', 32)`. */
export function drawn(endpoint: Endpoint, name: string, length: number): Uint8Array {
  const { chance, connection } = endpoint.config;
  return draw(chance, `${connection}${name}`, length);
}

/** Keeps a value for the picture of the key schedule, and gives back its bytes. */
export function keep(endpoint: Endpoint, value: Value): Uint8Array {
  const place = endpoint.values.findIndex(({ name }) => name === value.name);
  if (place === -1) endpoint.values.push(value);
  else endpoint.values[place] = value;
  return value.bytes;
}

export function knownValue(endpoint: Endpoint, name: ValueName): Uint8Array | null {
  return endpoint.values.find((value) => value.name === name)?.bytes ?? null;
}

/** What a side goes on with in the place of a value: another, if somebody swapped it. */
export function unlessSwapped(endpoint: Endpoint, name: Swappable, bytes: Uint8Array): Uint8Array {
  if (!endpoint.swapped.includes(name)) return bytes;
  return draw(endpoint.config.chance, `swapped.${name}`, bytes.length);
}

export function suiteIn(endpoint: Endpoint) {
  if (!endpoint.suite) throw new Fatal('internal_error', 'no-suite');
  return endpoint.suite;
}

/** The transcript's digest so far, under the suite's hash. */
export function transcriptHash(endpoint: Endpoint): Uint8Array {
  return digest(suiteIn(endpoint).hash, endpoint.transcript);
}

export function addToTranscript(endpoint: Endpoint, message: Uint8Array): void {
  endpoint.transcript = concatenated(endpoint.transcript, message);
}

/** Says a handshake message: into the transcript and out, at once or with what follows. */
export function say(endpoint: Endpoint, message: HandshakeMessage): Uint8Array {
  const bytes = writeMessage(message);
  sayBytes(endpoint, message.kind, bytes);
  return bytes;
}

export function sayBytes(endpoint: Endpoint, kind: HandshakeMessage['kind'], bytes: Uint8Array): void {
  addToTranscript(endpoint, bytes);
  sendHandshake(endpoint, kind, bytes);
}

/** The same for a message that is no part of the transcript: a ticket or a KeyUpdate after the handshake (RFC 8446 §4.4.1). */
export function sendHandshake(endpoint: Endpoint, kind: HandshakeMessage['kind'], bytes: Uint8Array): void {
  endpoint.pending.push({ kind, bytes });
  note(endpoint, { code: 'sent', said: kind });
  if (endpoint.config.packing === 'apart') flush(endpoint);
}

/** Sends the handshake messages that were waiting for company. */
export function flush(endpoint: Endpoint): void {
  if (endpoint.pending.length === 0) return;
  const said = endpoint.pending;
  endpoint.pending = [];
  send(endpoint, 'handshake', concatenated(...said.map(({ bytes }) => bytes)), said);
}

/** Text of one content type in as many records as it takes; `said` is told with the first. */
export function send(endpoint: Endpoint, type: ContentType, text: Uint8Array, said: readonly Said[]): void {
  const most = endpoint.config.largestFragment;
  for (let at = 0; at < text.length || at === 0; at += most) {
    sendRecord(endpoint, type, text.subarray(at, at + most), at === 0 ? said : []);
  }
}

function sendRecord(endpoint: Endpoint, type: ContentType, text: Uint8Array, said: readonly Said[]): void {
  const { write } = endpoint;
  // RFC 8446 §D.4: ChangeCipherSpec of 1.3 is for old boxes to see.
  if (write && !(type === 'change_cipher_spec' && write.version === '1.3')) {
    const { version, aead, epoch, sequence } = write;
    const bytes = protect(write, contentTypes[type], text);
    endpoint.out.push({ bytes, type, text, said, protection: { version, aead, epoch, sequence } });
    return;
  }
  // RFC 8446 §5.1: the first hello may go out as 1.0, which some old boxes need.
  const isFirst = endpoint.side === 'client' && endpoint.phase === 'START';
  const bytes = writeRecord(contentTypes[type], isFirst ? versions.TLS10 : versions.TLS12, text);
  endpoint.out.push({ bytes, type, text, said, protection: null });
}

export function sendChangeCipherSpec(endpoint: Endpoint): void {
  flush(endpoint);
  const bytes = Uint8Array.of(1);
  note(endpoint, { code: 'sent', said: 'change_cipher_spec' });
  send(endpoint, 'change_cipher_spec', bytes, [{ kind: 'change_cipher_spec', bytes }]);
  endpoint.changeCipherSpecSent = true;
}

export function sendAlert(endpoint: Endpoint, alert: AlertName, why: AlertWhy, at?: number): void {
  flush(endpoint);
  const bytes = alertBytes(alert);
  const place = at === undefined ? {} : { at };
  note(endpoint, { code: 'alert-sent', alert, why, ...place });
  send(endpoint, 'alert', bytes, [{ kind: 'alert', bytes }]);
}
