import { bitLength } from '../crypto/big-number';
import type { EcPublicKey } from '../crypto/ecdsa';
import { hashOf } from '../crypto/hash';
import type { RsaPublicKey } from '../crypto/rsa-key';
import { decodeWithin } from '../der/decode';
import { bitString, integer, nullValue, objectIdentifier, sequence } from '../der/encode';
import { DerFault } from '../der/fault';
import type { DerNode } from '../der/node';
import { objectIdentifiers, objectName } from '../der/object-identifiers';
import { expectType, isType, readBitString, readInteger, readObjectIdentifier } from '../der/read';

/** A key of a kind that labs do not sign with: the name of its algorithm or curve, and the key as it stands in the BIT STRING. */
export type OtherKey = { readonly kind: 'other'; readonly algorithm: string; readonly octets: Uint8Array };
export type PublicKey = RsaPublicKey | EcPublicKey | OtherKey;

/** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7, RFC 3279 §2.3.1, RFC 5480 §2). */
export function readPublicKey(node: DerNode, bytes: Uint8Array): PublicKey {
  const [algorithm, key] = expectType(node, 'SEQUENCE').children;
  if (!algorithm || !key) throw new DerFault('missing', node.to);
  const [identifier, parameters] = expectType(algorithm, 'SEQUENCE').children;
  if (!identifier) throw new DerFault('missing', algorithm.to);
  const oid = readObjectIdentifier(identifier, bytes);
  const { octets } = readBitString(key, bytes);
  if (oid === objectIdentifiers.rsaEncryption) return readRsaKey(key, bytes);
  if (oid !== objectIdentifiers['id-ecPublicKey']) return { kind: 'other', algorithm: objectName(oid), octets };
  const curve = isType(parameters, 'OBJECT IDENTIFIER') ? readObjectIdentifier(parameters, bytes) : '';
  const isPlain = octets.length === 65 && octets[0] === 4;
  // A point may also be written short (RFC 5480 §2.2): rare, and no server of ours has it.
  if (curve !== objectIdentifiers.secp256r1 || !isPlain) return { kind: 'other', algorithm: objectName(curve), octets };
  return { kind: 'p256', point: octets };
}

function readRsaKey(key: DerNode, bytes: Uint8Array): RsaPublicKey {
  const [n, e] = expectType(decodeWithin(bytes, key.valueFrom + 1, key.to, 8), 'SEQUENCE').children;
  if (!n || !e) throw new DerFault('missing', key.to);
  const [modulus, exponent] = [readInteger(n, bytes), readInteger(e, bytes)];
  if (modulus <= 0n || exponent <= 0n) throw new DerFault('bad-value', n.valueFrom);
  return { kind: 'rsa', n: modulus, e: exponent };
}

export function encodePublicKey(key: RsaPublicKey | EcPublicKey): Uint8Array<ArrayBuffer> {
  const { rsaEncryption, secp256r1 } = objectIdentifiers;
  if (key.kind === 'p256') {
    const algorithm = sequence(objectIdentifier(objectIdentifiers['id-ecPublicKey']), objectIdentifier(secp256r1));
    return sequence(algorithm, bitString(key.point));
  }
  return sequence(
    sequence(objectIdentifier(rsaEncryption), nullValue()),
    bitString(sequence(integer(key.n), integer(key.e))),
  );
}

/** The key itself as it stands in the BIT STRING. */
function keyOctets(key: RsaPublicKey | EcPublicKey): Uint8Array {
  return key.kind === 'p256' ? key.point : sequence(integer(key.n), integer(key.e));
}

/** The usual name of a key in AKI and SKI: the SHA-1 of its octets (RFC 5280 §4.2.1.2, method 1). Not for security, only to find it. */
export function keyIdentifier(key: RsaPublicKey | EcPublicKey): Uint8Array {
  return hashOf('sha1', keyOctets(key));
}

/** Bits of the modulus or the curve; null where we cannot say. */
export function keyBits(key: PublicKey): number | null {
  if (key.kind === 'rsa') return bitLength(key.n);
  return key.kind === 'p256' ? 256 : null;
}
