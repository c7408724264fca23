import { numberOf, octetsOf } from './big-number';
import type { EcPrivateKey } from './ecdsa';
import { hashOf } from './hash';
import { order, timesGenerator, writePoint } from './p256';

/**
 * A key pair on P-256 whose secret number follows from a text: so that what is made with it can be made again. A key for use in the world
 * comes from chance, and from nothing that anybody could write down.
 */
export function madeEcKey(text: string): EcPrivateKey {
  // 512 bits, reduced: no number from 1 to n − 1 is likelier than another (FIPS 186-5 appendix A.2.1).
  const wide = numberOf(hashOf('sha512', new TextEncoder().encode(`teaching key ${text}`)));
  const d = (wide % (order - 1n)) + 1n;
  const point = writePoint(timesGenerator(d));
  if (!point) throw new RangeError('a multiple of the order');
  return { kind: 'p256', d: octetsOf(d, 32), point };
}
