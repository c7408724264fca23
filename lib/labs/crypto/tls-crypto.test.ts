import {
  createCipheriv,
  createECDH,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concatenated } from '../bytes';
import { aeads, keyLength, open, seal } from './aead';
import { hkdfExpand, hkdfExtract, hmac, prf } from './digest';
import { ecdhGroups, ecdhPrivateKey, ecdhPublicKey, ecdhSharedSecret } from './ecdh';

const counting = (length: number, from = 0) => Uint8Array.from({ length }, (_, at) => (at * 7 + from) & 0xff);

describe('authenticated encryption', () => {
  it.each(aeads)('by %s gives the bytes that OpenSSL gives', (aead) => {
    const [key, nonce, associated, text] = [
      counting(keyLength[aead]),
      counting(12, 3),
      counting(13, 5),
      counting(100, 9),
    ];
    const cipher =
      aead === 'chacha20-poly1305'
        ? createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
        : createCipheriv(aead, key, nonce);
    cipher.setAAD(associated, { plaintextLength: text.length });
    const theirs = concatenated(cipher.update(text), cipher.final(), cipher.getAuthTag());
    expect(seal(aead, key, nonce, associated, text)).toEqual(theirs);
    expect(open(aead, key, nonce, associated, theirs)).toEqual(text);
  });

  it.each(aeads)('by %s opens nothing of which one bit is another', (aead) => {
    const [key, nonce, associated, text] = [counting(keyLength[aead]), counting(12), counting(13), counting(20)];
    const sealed = seal(aead, key, nonce, associated, text);
    for (let bit = 0; bit < sealed.length * 8; bit += 5) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(open(aead, key, nonce, associated, changed)).toBeNull();
    }
    expect(open(aead, key, nonce, counting(12), sealed)).toBeNull();
    expect(open(aead, key, nonce, associated, sealed.subarray(0, 15))).toBeNull();
  });
});

describe('key exchange', () => {
  it('on secp256r1 comes to the secret that OpenSSL comes to', () => {
    const theirs = createECDH('prime256v1');
    theirs.generateKeys();
    const key = ecdhPrivateKey('secp256r1', counting(32, 11));
    const secret = ecdhSharedSecret('secp256r1', key, theirs.getPublicKey());
    expect(secret).toEqual(Uint8Array.from(theirs.computeSecret(ecdhPublicKey('secp256r1', key))));
  });

  it('on x25519 comes to the secret that OpenSSL comes to', () => {
    const [ours, other] = [ecdhPrivateKey('x25519', counting(32, 1)), ecdhPrivateKey('x25519', counting(32, 2))];
    const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), other]);
    const spki = Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), ecdhPublicKey('x25519', ours)]);
    const theirs = diffieHellman({
      privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }),
    });
    expect(ecdhSharedSecret('x25519', ours, ecdhPublicKey('x25519', other))).toEqual(Uint8Array.from(theirs));
  });

  it.each(ecdhGroups)('on %s takes no key that is none', (group) => {
    const key = ecdhPrivateKey(group, counting(32, 1));
    expect(ecdhSharedSecret(group, key, new Uint8Array(group === 'x25519' ? 32 : 65))).toBeNull();
    expect(ecdhSharedSecret(group, key, counting(31))).toBeNull();
  });

  it('makes a key of any chance, even where the curve has none for it', () => {
    for (const chance of [new Uint8Array(32), new Uint8Array(32).fill(255)]) {
      expect(ecdhPublicKey('secp256r1', ecdhPrivateKey('secp256r1', chance))).toHaveLength(65);
    }
  });
});

describe('derivation', () => {
  it.each(['sha256', 'sha384'] as const)('by HKDF under %s gives what OpenSSL gives', (hash) => {
    const [ikm, salt, info] = [counting(40), counting(13, 4), counting(9, 8)];
    const theirs = new Uint8Array(hkdfSync(hash, ikm, salt, info, 77));
    expect(hkdfExpand(hash, hkdfExtract(hash, salt, ikm), info, 77)).toEqual(theirs);
  });

  it('by HMAC gives what OpenSSL gives', () => {
    const theirs = createHmac('sha384', counting(20)).update(counting(50)).digest();
    expect(hmac('sha384', counting(20), counting(50))).toEqual(Uint8Array.from(theirs));
  });

  it('by the PRF of TLS 1.2 gives the published vector', () => {
    // P_SHA256, https://mailarchive.ietf.org/arch/msg/tls/fzVCzk-z3FShgGJ6DOXqM1ydxms/
    const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
    const out = prf(
      'sha256',
      bytes('9bbe436ba940f017b17652849a71db35'),
      'test label',
      bytes('a0ba9f936cda311827a6f796ffd5198c'),
      100,
    );
    expect(Buffer.from(out).toString('hex')).toBe(
      'e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66',
    );
  });
});
