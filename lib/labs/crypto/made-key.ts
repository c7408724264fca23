import { numberOf, octetsOf } from './big-number';
import { p256 } from './curves';
import type { EcPrivateKey } from './ecdsa';
import { hashOf } from './hash';

const order = p256.Point.Fn.ORDER;

/**
 * A key pair on P-256 whose secret number follows from a text: so that what is made with it can be made again. A key for use in the world
 * comes from chance, and from nothing that anybody could write down.
 */
export function madeEcKey(text: string): EcPrivateKey {
  // 512 bits, reduced: no number from 1 to n − 1 is likelier than another (FIPS 186-5 appendix A.2.1).
  const wide = numberOf(hashOf('sha512', new TextEncoder().encode(`teaching key ${text}`)));
  const d = octetsOf((wide % (order - 1n)) + 1n, 32);
  return { kind: 'p256', d, point: p256.getPublicKey(d, false) };
}
