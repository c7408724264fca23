import { rsaNumbers } from './fixture-rsa-numbers';
import { type RsaPrivateKey, rsaPrivateKey } from './rsa-key';

export type RsaKeyName = keyof typeof rsaNumbers;

export const rsaKeyNames = Object.keys(rsaNumbers).filter((name): name is RsaKeyName => name in rsaNumbers);

const keys = new Map<RsaKeyName, RsaPrivateKey>();

/** One of the teaching keys: RSA, 2048 bits unless its name says weak (1024). */
export function fixtureRsaKey(name: RsaKeyName): RsaPrivateKey {
  const known = keys.get(name);
  if (known) return known;
  const { p, q } = rsaNumbers[name];
  const key = rsaPrivateKey(BigInt(`0x${p}`), BigInt(`0x${q}`));
  keys.set(name, key);
  return key;
}
