import { concatenated } from '../bytes';
import { octetsOf } from './big-number';
import type { EcPrivateKey } from './ecdsa';
import { fixtureNumbers } from './fixture-numbers';
import { type RsaPrivateKey, rsaPrivateKey } from './rsa-key';

export type RsaKeyName = keyof typeof fixtureNumbers.rsa;
export type EcKeyName = keyof typeof fixtureNumbers.p256;
export type PrivateKey = RsaPrivateKey | EcPrivateKey;

export const rsaKeyNames = Object.keys(fixtureNumbers.rsa).filter(
  (name): name is RsaKeyName => name in fixtureNumbers.rsa,
);
export const ecKeyNames = Object.keys(fixtureNumbers.p256).filter(
  (name): name is EcKeyName => name in fixtureNumbers.p256,
);

const rsaKeys = new Map<RsaKeyName, RsaPrivateKey>();

/** One of the teaching keys: RSA, 2048 bits unless its name says weak (1024). */
export function fixtureRsaKey(name: RsaKeyName): RsaPrivateKey {
  const known = rsaKeys.get(name);
  if (known) return known;
  const { p, q } = fixtureNumbers.rsa[name];
  const key = rsaPrivateKey(BigInt(`0x${p}`), BigInt(`0x${q}`));
  rsaKeys.set(name, key);
  return key;
}

/** One of the teaching keys on P-256. */
export function fixtureEcKey(name: EcKeyName): EcPrivateKey {
  const { d, x, y } = fixtureNumbers.p256[name];
  const octets = (hex: string) => octetsOf(BigInt(`0x${hex}`), 32);
  return { kind: 'p256', d: octets(d), point: concatenated(Uint8Array.of(4), octets(x), octets(y)) };
}
