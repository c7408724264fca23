import { signEcdsa, verifyEcdsa } from '../crypto/ecdsa';
import type { PrivateKey } from '../crypto/fixture-keys';
import { type HashName, hashLengths } from '../crypto/hash';
import { signPkcs1, verifyPkcs1, verifyPss } from '../crypto/rsa';
import { isUsable } from '../crypto/rsa-key';
import { nullValue, objectIdentifier, sequence } from '../der/encode';
import { DerFault } from '../der/fault';
import type { DerNode } from '../der/node';
import { objectIdentifiers, objectName } from '../der/object-identifiers';
import { expectType, isContext, readObjectIdentifier, readSmall } from '../der/read';
import type { PublicKey } from './public-key';

/** What an AlgorithmIdentifier of a signature says (RFC 5280 §4.1.1.2). */
export type SignatureAlgorithm =
  | { readonly scheme: 'rsa-pkcs1'; readonly hash: HashName; readonly name: string }
  | { readonly scheme: 'ecdsa'; readonly hash: HashName; readonly name: string }
  | { readonly scheme: 'rsa-pss'; readonly hash: HashName; readonly saltLength: number; readonly name: string }
  /** One that we cannot check: MD5, Ed25519, what is not invented yet. */
  | { readonly scheme: 'unknown'; readonly name: string };

const known: readonly { oid: string; scheme: 'rsa-pkcs1' | 'ecdsa'; hash: HashName }[] = [
  { oid: objectIdentifiers.sha1WithRSAEncryption, scheme: 'rsa-pkcs1', hash: 'sha1' },
  { oid: objectIdentifiers.sha256WithRSAEncryption, scheme: 'rsa-pkcs1', hash: 'sha256' },
  { oid: objectIdentifiers.sha384WithRSAEncryption, scheme: 'rsa-pkcs1', hash: 'sha384' },
  { oid: objectIdentifiers.sha512WithRSAEncryption, scheme: 'rsa-pkcs1', hash: 'sha512' },
  { oid: objectIdentifiers['ecdsa-with-SHA1'], scheme: 'ecdsa', hash: 'sha1' },
  { oid: objectIdentifiers['ecdsa-with-SHA256'], scheme: 'ecdsa', hash: 'sha256' },
  { oid: objectIdentifiers['ecdsa-with-SHA384'], scheme: 'ecdsa', hash: 'sha384' },
  { oid: objectIdentifiers['ecdsa-with-SHA512'], scheme: 'ecdsa', hash: 'sha512' },
];

const hashesByObject: Readonly<Record<string, HashName>> = {
  [objectIdentifiers['id-sha1']]: 'sha1',
  [objectIdentifiers['id-sha256']]: 'sha256',
  [objectIdentifiers['id-sha384']]: 'sha384',
  [objectIdentifiers['id-sha512']]: 'sha512',
};

export function readSignatureAlgorithm(node: DerNode, bytes: Uint8Array): SignatureAlgorithm {
  const [identifier, parameters] = expectType(node, 'SEQUENCE').children;
  if (!identifier) throw new DerFault('missing', node.to);
  const oid = readObjectIdentifier(identifier, bytes);
  const found = known.find((one) => one.oid === oid);
  if (found) return { scheme: found.scheme, hash: found.hash, name: objectName(oid) };
  if (oid === objectIdentifiers['id-RSASSA-PSS']) return readPss(parameters, bytes);
  return { scheme: 'unknown', name: objectName(oid) };
}

/** RFC 4055 §3.1: [0] hash, [1] mask generation, [2] length of the salt; the defaults are SHA-1, MGF1 on it, and 20. */
function readPss(parameters: DerNode | undefined, bytes: Uint8Array): SignatureAlgorithm {
  const parts = parameters ? expectType(parameters, 'SEQUENCE').children : [];
  const inside = (number: number) => parts.find((part) => isContext(part, number))?.children[0];
  const hash = hashNamed(inside(0), bytes);
  const mask = inside(1)?.children[1];
  const maskHash = inside(1) ? hashNamed(mask, bytes) : 'sha1';
  const salt = inside(2);
  const name = 'id-RSASSA-PSS';
  if (!hash || hash !== maskHash) return { scheme: 'unknown', name };
  return { scheme: 'rsa-pss', hash, saltLength: salt ? Math.min(readSmall(salt, bytes), 512) : 20, name };
}

function hashNamed(algorithm: DerNode | undefined, bytes: Uint8Array): HashName | undefined {
  if (!algorithm) return 'sha1';
  const [identifier] = expectType(algorithm, 'SEQUENCE').children;
  return identifier && hashesByObject[readObjectIdentifier(identifier, bytes)];
}

/** `unsupported`: neither right nor wrong, we cannot say. */
export type SignatureVerdict = 'right' | 'wrong' | 'unsupported';

export type VerifySignature = (
  algorithm: SignatureAlgorithm,
  key: PublicKey,
  message: Uint8Array,
  signature: Uint8Array,
) => SignatureVerdict;

export const verifySignature: VerifySignature = (algorithm, key, message, signature) => {
  const verdict = (isRight: boolean) => (isRight ? 'right' : 'wrong');
  if (algorithm.scheme === 'unknown' || key.kind === 'other') return 'unsupported';
  // An algorithm of one kind and a key of another: nobody's signature.
  if ((algorithm.scheme === 'ecdsa') !== (key.kind === 'p256')) return 'wrong';
  if (key.kind === 'p256') return verdict(verifyEcdsa(key, message, signature, algorithm.hash));
  if (!isUsable(key)) return 'unsupported';
  if (algorithm.scheme === 'rsa-pss') {
    return verdict(verifyPss(key, algorithm.hash, message, signature, algorithm.saltLength));
  }
  return verdict(verifyPkcs1(key, algorithm.hash, message, signature));
};

/** The AlgorithmIdentifier of what `sign` makes with this key; RSA's has a NULL (RFC 4055 §5), ECDSA's nothing (RFC 5758 §3.2). */
export function encodeSignatureAlgorithm(key: PrivateKey, hash: HashName): Uint8Array<ArrayBuffer> {
  const scheme = key.kind === 'rsa' ? 'rsa-pkcs1' : 'ecdsa';
  const oid = known.find((one) => one.scheme === scheme && one.hash === hash)?.oid;
  if (!oid) throw new RangeError(`no algorithm of ${scheme} with ${hash}`);
  return key.kind === 'rsa' ? sequence(objectIdentifier(oid), nullValue()) : sequence(objectIdentifier(oid));
}

/** ECDSA signs over SHA-256 only; every hash will do for RSA. */
export function sign(key: PrivateKey, hash: HashName, message: Uint8Array): Uint8Array {
  if (key.kind === 'rsa') return signPkcs1(key, hash, message);
  if (hash !== 'sha256') throw new RangeError(`ECDSA here is over SHA-256 (${hashLengths.sha256} octets), not ${hash}`);
  return signEcdsa(key, message);
}
