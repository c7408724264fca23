import { concatenated, sameBytes } from '../bytes';
import { bitLength, numberOf, octetsOf } from './big-number';
import { type HashName, hashLengths, hashOf } from './hash';
import {
  isUsable,
  modulusLength,
  privateOperation,
  publicOperation,
  type RsaPrivateKey,
  type RsaPublicKey,
} from './rsa-key';

/*
 * RSA (RFC 8017) on BigInt, deterministic: whatever is random there is an argument here, so that a run replays.
 * For teaching only: BigInt takes a time that depends on its numbers, which tells a listener something about the key.
 */

/** DigestInfo up to the digest itself (RFC 8017 §9.2, note 1). */
const digestInfo: Record<HashName, readonly number[]> = {
  sha1: [0x30, 0x21, 0x30, 0x09, 0x06, 0x05, 0x2b, 0x0e, 0x03, 0x02, 0x1a, 0x05, 0x00, 0x04, 0x14],
  sha256: sha2Info(1, 32),
  sha384: sha2Info(2, 48),
  sha512: sha2Info(3, 64),
};

function sha2Info(arc: number, length: number): number[] {
  const oid = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, arc];
  return [0x30, 17 + length, 0x30, 0x0d, ...oid, 0x05, 0x00, 0x04, length];
}

/** RSASSA-PKCS1-v1_5 (§8.2.1). Throws a RangeError if the modulus is too short for the digest. */
export function signPkcs1(key: RsaPrivateKey, hash: HashName, message: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = modulusLength(key);
  return octetsOf(privateOperation(key, numberOf(pkcs1Encoded(hash, message, length))), length);
}

/** RSASSA-PKCS1-v1_5 (§8.2.2): the one encoding there is, compared whole, as the RFC asks. */
export function verifyPkcs1(key: RsaPublicKey, hash: HashName, message: Uint8Array, signature: Uint8Array): boolean {
  const opened = openSignature(key, signature);
  const length = modulusLength(key);
  if (opened === null || length < digestInfo[hash].length + hashLengths[hash] + 11) return false;
  return sameBytes(octetsOf(opened, length), pkcs1Encoded(hash, message, length));
}

/** EMSA-PKCS1-v1_5 (§9.2): 00 01 FF … FF 00, then DigestInfo. */
function pkcs1Encoded(hash: HashName, message: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const info = concatenated(Uint8Array.from(digestInfo[hash]), hashOf(hash, message));
  if (length < info.length + 11) throw new RangeError(`a modulus of ${length} octets is too short for ${hash}`);
  const padding = new Uint8Array(length - info.length - 3).fill(0xff);
  return concatenated(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
}

/** RSASSA-PSS (§8.1.1) with MGF1 on the same hash; `salt` is its chance, usually as long as the digest. Throws a RangeError if it does not fit. */
export function signPss(
  key: RsaPrivateKey,
  hash: HashName,
  message: Uint8Array,
  salt: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const bits = bitLength(key.n) - 1;
  const length = Math.ceil(bits / 8);
  const digest = saltedDigest(hash, message, salt);
  const room = length - digest.length - salt.length - 2;
  if (room < 0) throw new RangeError('a modulus too short for this digest and salt');
  const block = concatenated(new Uint8Array(room), Uint8Array.of(1), salt);
  const masked = xored(block, maskOf(hash, digest, block.length));
  masked[0] = (masked[0] ?? 0) & topMask(bits);
  const encoded = concatenated(masked, digest, Uint8Array.of(0xbc));
  return octetsOf(privateOperation(key, numberOf(encoded)), modulusLength(key));
}

/** RSASSA-PSS (§8.1.2, §9.1.2); the length of the salt in octets is fixed by whoever checks: TLS 1.3 takes that of the digest. */
export function verifyPss(
  key: RsaPublicKey,
  hash: HashName,
  message: Uint8Array,
  signature: Uint8Array,
  saltLength: number = hashLengths[hash],
): boolean {
  const opened = openSignature(key, signature);
  const bits = bitLength(key.n) - 1;
  const length = Math.ceil(bits / 8);
  if (opened === null || bitLength(opened) > bits) return false;
  const encoded = octetsOf(opened, length);
  const room = length - hashLengths[hash] - saltLength - 2;
  if (room < 0 || encoded[length - 1] !== 0xbc) return false;
  const masked = encoded.subarray(0, length - hashLengths[hash] - 1);
  const digest = encoded.subarray(masked.length, length - 1);
  const block = xored(masked, maskOf(hash, digest, masked.length));
  block[0] = (block[0] ?? 0) & topMask(bits);
  if (block.subarray(0, room).some((byte) => byte !== 0) || block[room] !== 1) return false;
  return sameBytes(digest, saltedDigest(hash, message, block.subarray(room + 1)));
}

/** RSAES-PKCS1-v1_5 (§7.2.1); `padding` is its chance: `encryptionPadding` octets, none of them zero. Throws a RangeError otherwise. */
export function encryptPkcs1(key: RsaPublicKey, message: Uint8Array, padding: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = modulusLength(key);
  if (padding.length < 8 || padding.length !== encryptionPadding(key, message.length)) {
    throw new RangeError(
      `expected ${encryptionPadding(key, message.length)} octets of padding, found ${padding.length}`,
    );
  }
  if (padding.includes(0)) throw new RangeError('a zero in the padding would end it');
  const encoded = concatenated(Uint8Array.of(0, 2), padding, Uint8Array.of(0), message);
  return octetsOf(publicOperation(key, numberOf(encoded)), length);
}

/** How many octets of padding a message of `length` octets needs under this key. */
export function encryptionPadding(key: RsaPublicKey, length: number): number {
  return modulusLength(key) - length - 3;
}

/**
 * RSAES-PKCS1-v1_5 (§7.2.2): the message, or null where the padding is wrong. Whoever answers a stranger differently in the two
 * cases has built Bleichenbacher's oracle: TLS goes on with a made-up secret instead (RFC 5246 §7.4.7.1).
 */
export function decryptPkcs1(key: RsaPrivateKey, cipher: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const length = modulusLength(key);
  const value = numberOf(cipher);
  if (cipher.length !== length || value >= key.n) return null;
  const encoded = octetsOf(privateOperation(key, value), length);
  const end = encoded.indexOf(0, 2);
  if (encoded[0] !== 0 || encoded[1] !== 2 || end < 10) return null;
  return encoded.slice(end + 1);
}

function openSignature(key: RsaPublicKey, signature: Uint8Array): bigint | null {
  if (!isUsable(key) || signature.length !== modulusLength(key)) return null;
  const value = numberOf(signature);
  return value < key.n ? publicOperation(key, value) : null;
}

/** H in §9.1.1: the digest of eight zeros, the message's digest and the salt. */
function saltedDigest(hash: HashName, message: Uint8Array, salt: Uint8Array): Uint8Array {
  return hashOf(hash, concatenated(new Uint8Array(8), hashOf(hash, message), salt));
}

/** MGF1 (§B.2.1). */
function maskOf(hash: HashName, seed: Uint8Array, length: number): Uint8Array {
  const mask = new Uint8Array(length);
  for (let counter = 0, at = 0; at < length; counter += 1, at += hashLengths[hash]) {
    const block = hashOf(hash, concatenated(seed, octetsOf(BigInt(counter), 4)));
    mask.set(block.subarray(0, length - at), at);
  }
  return mask;
}

/** The first octet's bits that a number of `bits` bits has. */
function topMask(bits: number): number {
  return 0xff >>> (Math.ceil(bits / 8) * 8 - bits);
}

function xored(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(a, (byte, at) => byte ^ (b[at] ?? 0));
}
