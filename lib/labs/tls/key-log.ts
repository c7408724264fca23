import type { Endpoint } from './endpoint';
import { hexOf } from './field-reader';
import { knownValue } from './talk';
import { bytesOfHex } from './write';

/** The labels of an NSS key log (draft-ietf-tls-keylogfile): which secret a line holds. */
export const keyLogLabels = [
  'CLIENT_RANDOM',
  'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
  'SERVER_HANDSHAKE_TRAFFIC_SECRET',
  'CLIENT_TRAFFIC_SECRET_0',
  'SERVER_TRAFFIC_SECRET_0',
  'EXPORTER_SECRET',
] as const;
export type KeyLogLabel = (typeof keyLogLabels)[number];

export type KeyLogLine = { label: KeyLogLabel; clientRandom: Uint8Array; secret: Uint8Array };

const all = (bytes: Uint8Array) => hexOf(bytes, bytes.length);

/** One line, by which whoever recorded the traffic can open it: label, client random, secret. */
export function logKey(endpoint: Endpoint, label: KeyLogLabel, secret: Uint8Array): void {
  const random = knownValue(endpoint, 'client_random');
  if (random) endpoint.keyLog = [...endpoint.keyLog, `${label} ${all(random)} ${all(secret)}`];
}

/** Reads a key log; lines that are none are passed over, as Wireshark does. */
export function readKeyLog(text: string): KeyLogLine[] {
  return text.split('\n').flatMap((line) => {
    const [label, random, secret] = line.trim().split(' ');
    const known = keyLogLabels.find((one) => one === label);
    if (!known || !random || !secret || !/^[0-9a-f]{64}$/.test(random) || !/^([0-9a-f]{2})+$/.test(secret)) return [];
    return [{ label: known, clientRandom: bytesOfHex(random), secret: bytesOfHex(secret) }];
  });
}
