import { concatenated } from '../bytes';
import { octetsOf } from './big-number';
import type { EcPrivateKey } from './ecdsa';
import { ecNumbers } from './fixture-numbers';
import type { RsaPrivateKey } from './rsa-key';

export type EcKeyName = keyof typeof ecNumbers;
export type PrivateKey = RsaPrivateKey | EcPrivateKey;

export const ecKeyNames = Object.keys(ecNumbers).filter((name): name is EcKeyName => name in ecNumbers);

/** One of the teaching keys on P-256. */
export function fixtureEcKey(name: EcKeyName): EcPrivateKey {
  const { d, x, y } = ecNumbers[name];
  const octets = (hex: string) => octetsOf(BigInt(`0x${hex}`), 32);
  return { kind: 'p256', d: octets(d), point: concatenated(Uint8Array.of(4), octets(x), octets(y)) };
}
