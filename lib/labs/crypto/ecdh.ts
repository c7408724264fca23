import { numberOf } from './big-number';
import { order, readPoint, times, timesGenerator, writePoint } from './p256';
import { x25519, x25519PublicKey } from './x25519';

/** The groups of the labs under their names in the TLS registry (RFC 8446 §4.2.7). */
export const ecdhGroups = ['x25519', 'secp256r1'] as const;
export type EcdhGroup = (typeof ecdhGroups)[number];

/** What a public key is long: u (RFC 7748), or 04, x, y (RFC 8446 §4.2.8.2). */
export const publicKeyLength = { x25519: 32, secp256r1: 65 } as const satisfies Record<EcdhGroup, number>;

/**
 * A private key out of 32 bytes of chance. Every 32 bytes are one on x25519. On secp256r1 a number of the group's order or more
 * is none: its first bit is taken away, which no order this near to 2^256 can notice.
 */
export function ecdhPrivateKey(group: EcdhGroup, chance: Uint8Array): Uint8Array {
  const key = chance.slice(0, 32);
  const number = numberOf(key);
  if (group === 'secp256r1' && (number === 0n || number >= order)) {
    key[0] = (key[0] ?? 0) & 0x7f;
    key[31] = (key[31] ?? 0) | 1;
  }
  return key;
}

/** 32 bytes on x25519, 65 uncompressed on secp256r1. */
export function ecdhPublicKey(group: EcdhGroup, privateKey: Uint8Array): Uint8Array {
  if (group === 'x25519') return x25519PublicKey(privateKey);
  return writePoint(timesGenerator(numberOf(privateKey))) ?? new Uint8Array(publicKeyLength[group]);
}

/**
 * The shared secret, 32 bytes (x alone on secp256r1); null where the peer's key is no point of the curve, or one of those on
 * x25519 that lead to zero whatever the private key is (RFC 8446 §7.4.2).
 */
export function ecdhSharedSecret(group: EcdhGroup, privateKey: Uint8Array, peerKey: Uint8Array): Uint8Array | null {
  if (peerKey.length !== publicKeyLength[group]) return null;
  if (group === 'x25519') return x25519(privateKey, peerKey);
  const point = readPoint(peerKey);
  return (point && writePoint(times(point, numberOf(privateKey)))?.subarray(1, 33)) ?? null;
}
