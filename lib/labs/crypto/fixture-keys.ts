import { octetsOf } from './big-number';
import type { EcPrivateKey } from './ecdsa';
import { ecNumbers } from './fixture-numbers';
import { timesGenerator, writePoint } from './p256';
import type { RsaPrivateKey } from './rsa-key';

export type EcKeyName = keyof typeof ecNumbers;
export type PrivateKey = RsaPrivateKey | EcPrivateKey;

export const ecKeyNames = Object.keys(ecNumbers).filter((name): name is EcKeyName => name in ecNumbers);

const keys = new Map<EcKeyName, EcPrivateKey>();

/** One of the teaching keys on P-256. */
export function fixtureEcKey(name: EcKeyName): EcPrivateKey {
  const known = keys.get(name);
  if (known) return known;
  const d = BigInt(`0x${ecNumbers[name]}`);
  const point = writePoint(timesGenerator(d));
  if (!point) throw new RangeError(`no key: ${name}`);
  const key = { kind: 'p256', d: octetsOf(d, 32), point } as const;
  keys.set(name, key);
  return key;
}
