import { p256 } from './curves';
import { type HashName, hashOf } from './hash';

// The table of multiples that noble makes before its first signature: with 4 bits at a time instead of 6 it takes half as long to make, and
// signing afterwards takes as long as before. A lab signs three times when it is opened, and not three thousand times.
p256.Point.BASE.precompute(4);

/** A point of P-256, uncompressed: 04, x, y (RFC 5480 §2.2). */
export type EcPublicKey = { readonly kind: 'p256'; readonly point: Uint8Array };
export type EcPrivateKey = EcPublicKey & { readonly d: Uint8Array };

/** ECDSA on P-256 with SHA-256, its nonce from RFC 6979: the same message and key give the same signature. DER, as in RFC 3279 §2.2.3. */
export function signEcdsa(key: EcPrivateKey, message: Uint8Array): Uint8Array {
  // noble's lower half of s is a custom of other systems; neither X.509 nor TLS asks for it, and the RFC's own vectors do not have it.
  return p256.sign(message, key.d, { lowS: false, format: 'der' });
}

/** Whether `signature` (DER) is over `message`; false for bytes that are no signature, and for a point that is not on the curve. */
export function verifyEcdsa(
  key: EcPublicKey,
  message: Uint8Array,
  signature: Uint8Array,
  hash: HashName = 'sha256',
): boolean {
  // The longest DER of two 256-bit numbers.
  if (signature.length > 72 || key.point.length !== 65) return false;
  try {
    return p256.verify(signature, hashOf(hash, message), key.point, { lowS: false, format: 'der', prehash: false });
  } catch {
    // What noble throws at: bytes that are no signature or no point.
    return false;
  }
}
