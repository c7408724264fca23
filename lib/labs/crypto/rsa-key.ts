import { bitLength, modularInverse, modularPower } from './big-number';

/** RFC 8017 §3.1. */
export type RsaPublicKey = { readonly kind: 'rsa'; readonly n: bigint; readonly e: bigint };

/** RFC 8017 §3.2, the second representation: signing modulo p and q is four times as fast as modulo n. */
export type RsaPrivateKey = RsaPublicKey & {
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
  readonly dP: bigint;
  readonly dQ: bigint;
  readonly qInv: bigint;
};

/** Larger moduli and exponents are refused before anything is computed: checking a stranger's certificate must stay cheap. */
export const mostModulusBits = 4096;
const mostExponentBits = 33;

/** The private key of two primes; 65537 is the exponent of nearly all keys in use. */
export function rsaPrivateKey(p: bigint, q: bigint, e = 65_537n): RsaPrivateKey {
  const phi = (p - 1n) * (q - 1n);
  const d = modularInverse(e, phi);
  return { kind: 'rsa', n: p * q, e, d, p, q, dP: d % (p - 1n), dQ: d % (q - 1n), qInv: modularInverse(q, p) };
}

/** Octets of the modulus, which is what a signature and a ciphertext are long. */
export function modulusLength(key: RsaPublicKey): number {
  return Math.ceil(bitLength(key.n) / 8);
}

/** Whether this is a key anyone could mean: odd, of a size we are willing to compute with. */
export function isUsable({ n, e }: RsaPublicKey): boolean {
  const bits = bitLength(n);
  return (
    bits >= 512 &&
    bits <= mostModulusBits &&
    n % 2n === 1n &&
    e % 2n === 1n &&
    e >= 3n &&
    bitLength(e) <= mostExponentBits
  );
}

/** RSAEP and RSAVP1 (RFC 8017 §5.1.1, §5.2.2): for 0 ≤ value < n. */
export function publicOperation({ n, e }: RsaPublicKey, value: bigint): bigint {
  return modularPower(value, e, n);
}

/** RSADP and RSASP1 (RFC 8017 §5.1.2, §5.2.1) by the Chinese remainder theorem. */
export function privateOperation({ p, q, dP, dQ, qInv }: RsaPrivateKey, value: bigint): bigint {
  const ofP = modularPower(value, dP, p);
  const ofQ = modularPower(value, dQ, q);
  const h = ((((ofP - ofQ) % p) + p) * qInv) % p;
  return ofQ + q * h;
}
