import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { hashOf } from '../crypto/hash';
import type { PublicKey } from './public-key';
import {
  type SignatureAlgorithm,
  type SignatureVerdict,
  type VerifySignature,
  verifySignature,
} from './signature-algorithm';

/** The other curves with which certificates in use are signed, and how long their signatures are at most, in DER. */
const curves = {
  secp256r1: { curve: p256, most: 72 },
  secp384r1: { curve: p384, most: 104 },
  secp521r1: { curve: p521, most: 139 },
} as const;

/** Checks what labs sign with, and besides ECDSA on P-384 and P-521, with points written short too, and Ed25519 (RFC 8410). */
export const verifyAnySignature: VerifySignature = (algorithm, key, message, signature) => {
  const verdict = verifySignature(algorithm, key, message, signature);
  return verdict === 'unsupported' ? verifyOther(algorithm, key, message, signature) : verdict;
};

function verifyOther(
  algorithm: SignatureAlgorithm,
  key: PublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): SignatureVerdict {
  if (key.kind !== 'other') return 'unsupported';
  const isRight = (check: () => boolean): SignatureVerdict => {
    try {
      return check() ? 'right' : 'wrong';
    } catch {
      // What noble throws at: bytes that are no signature or no point.
      return 'wrong';
    }
  };
  if (algorithm.name === 'id-Ed25519' && key.algorithm === 'id-Ed25519') {
    return isRight(() => ed25519.verify(signature, message, key.octets, { zip215: false }));
  }
  if (algorithm.scheme !== 'ecdsa' || !isCurve(key.algorithm)) return 'unsupported';
  const { curve, most } = curves[key.algorithm];
  if (signature.length > most) return 'wrong';
  const digest = hashOf(algorithm.hash, message);
  return isRight(() => curve.verify(signature, digest, key.octets, { lowS: false, format: 'der', prehash: false }));
}

function isCurve(name: string): name is keyof typeof curves {
  return name in curves;
}
