import { digestLength } from '../crypto/digest';
import { type EcPublicKey, signEcdsa, verifyEcdsa } from '../crypto/ecdsa';
import type { PrivateKey } from '../crypto/fixture-keys';
import { signPkcs1, signPss, verifyPkcs1, verifyPss } from '../crypto/rsa';
import type { RsaPublicKey } from '../crypto/rsa-key';
import { nameIn, signatureSchemes, type TlsVersion } from './code-points';

/** The schemes the lab computes (RFC 8446 §4.2.3); the first is a server's preference for its sort of key. */
export const computedSchemes = [
  'ecdsa_secp256r1_sha256',
  'rsa_pss_rsae_sha256',
  'rsa_pss_rsae_sha384',
  'rsa_pkcs1_sha256',
  'rsa_pkcs1_sha384',
] as const;
export type SignatureScheme = (typeof computedSchemes)[number];

export type PublicKey = RsaPublicKey | EcPublicKey;

export function schemeOf(code: number): SignatureScheme | null {
  const name = nameIn(signatureSchemes, code);
  return computedSchemes.find((scheme) => scheme === name) ?? null;
}

/** Whether a key of that sort signs with this scheme, in this version: TLS 1.3 has no PKCS #1 v1.5 in handshakes. */
export function fits(scheme: SignatureScheme, key: 'rsa' | 'p256', version: TlsVersion): boolean {
  if (version === '1.3' && scheme.startsWith('rsa_pkcs1')) return false;
  return (scheme === 'ecdsa_secp256r1_sha256') === (key === 'p256');
}

const hashOfScheme = (scheme: SignatureScheme) => (scheme.endsWith('sha384') ? 'sha384' : 'sha256');

/** How many bytes of chance a signature takes: PSS salts with as many as its digest has. */
export function saltLength(scheme: SignatureScheme): number {
  return scheme.startsWith('rsa_pss') ? digestLength[hashOfScheme(scheme)] : 0;
}

export function sign(scheme: SignatureScheme, key: PrivateKey, message: Uint8Array, salt: Uint8Array): Uint8Array {
  if (key.kind === 'p256') return signEcdsa(key, message);
  const hash = hashOfScheme(scheme);
  return scheme.startsWith('rsa_pss') ? signPss(key, hash, message, salt) : signPkcs1(key, hash, message);
}

/** False also where the key is of another sort than the scheme asks for. */
export function verify(scheme: SignatureScheme, key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (key.kind === 'p256') return scheme === 'ecdsa_secp256r1_sha256' && verifyEcdsa(key, message, signature);
  if (scheme === 'ecdsa_secp256r1_sha256') return false;
  const hash = hashOfScheme(scheme);
  return scheme.startsWith('rsa_pss')
    ? verifyPss(key, hash, message, signature)
    : verifyPkcs1(key, hash, message, signature);
}
