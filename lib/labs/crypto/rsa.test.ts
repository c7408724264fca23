import { constants, createPrivateKey, createPublicKey, privateDecrypt, publicEncrypt, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { octetsOf } from './big-number';
import { fixtureRsaKey, rsaKeyNames } from './fixture-rsa-keys';
import { hashNames } from './hash';
import { decryptPkcs1, encryptionPadding, encryptPkcs1, signPkcs1, signPss, verifyPkcs1, verifyPss } from './rsa';
import { modulusLength, type RsaPrivateKey } from './rsa-key';

/** The same key for the judge, OpenSSL in node:crypto. */
function judged(key: RsaPrivateKey) {
  const text = (value: bigint) => {
    const hex = value.toString(16);
    return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
  };
  const { n, e, d, p, q, dP, dQ, qInv } = key;
  const jwk = {
    kty: 'RSA',
    n: text(n),
    e: text(e),
    d: text(d),
    p: text(p),
    q: text(q),
    dp: text(dP),
    dq: text(dQ),
    qi: text(qInv),
  };
  const secret = createPrivateKey({ key: jwk, format: 'jwk' });
  return { secret, open: createPublicKey(secret) };
}

const messages = fc.uint8Array({ maxLength: 300 });
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING };

describe.each(rsaKeyNames)('the key %s', (name) => {
  const key = fixtureRsaKey(name);
  const judge = judged(key);

  it('signs PKCS#1 v1.5 with the very bytes of OpenSSL, for each digest', () => {
    for (const hash of hashNames) {
      const message = new TextEncoder().encode(`${name} ${hash}`);
      const signature = signPkcs1(key, hash, message);
      expect(Buffer.from(signature)).toEqual(sign(hash, message, judge.secret));
      expect(verifyPkcs1(key, hash, message, signature)).toBe(true);
    }
  });

  it('signs PSS with a given salt so that OpenSSL agrees, and agrees with OpenSSL', () => {
    const message = new TextEncoder().encode(name);
    const salt = Uint8Array.from({ length: 32 }, (_, at) => at);
    const signature = signPss(key, 'sha256', message, salt);
    expect(signPss(key, 'sha256', message, salt)).toEqual(signature);
    expect(verify('sha256', message, { key: judge.open, ...pss, saltLength: 32 }, signature)).toBe(true);
    expect(verifyPss(key, 'sha256', message, signature)).toBe(true);
    expect(
      verifyPss(key, 'sha256', message, sign('sha256', message, { key: judge.secret, ...pss, saltLength: 32 })),
    ).toBe(true);
    expect(verifyPss(key, 'sha256', message, signature, 20)).toBe(false);
  });

  it('encrypts what OpenSSL opens, and opens what OpenSSL encrypts', () => {
    const message = Uint8Array.from({ length: 48 }, (_, at) => at);
    const padding = new Uint8Array(encryptionPadding(key, message.length)).fill(7);
    const cipher = encryptPkcs1(key, message, padding);
    expect(decryptPkcs1(key, cipher)).toEqual(message);
    // Node no longer opens PKCS#1 v1.5 itself: take the padding off the bare operation.
    const bare = privateDecrypt({ key: judge.secret, padding: constants.RSA_NO_PADDING }, cipher);
    expect(Uint8Array.from(bare)).toEqual(Uint8Array.from([0, 2, ...padding, 0, ...message]));
    const theirs = publicEncrypt({ key: judge.open, padding: constants.RSA_PKCS1_PADDING }, message);
    expect(decryptPkcs1(key, theirs)).toEqual(message);
  });
});

describe('a signature', () => {
  const key = fixtureRsaKey('server-a');
  const judge = judged(key);

  it('is refused by us and by OpenSSL when any one bit of it or of the message is another', () => {
    const message = new TextEncoder().encode('a message');
    const salt = new Uint8Array(32).fill(3);
    const made = { pkcs1: signPkcs1(key, 'sha256', message), pss: signPss(key, 'sha256', message, salt) };
    fc.assert(
      fc.property(fc.nat({ max: 256 * 8 - 1 }), fc.nat({ max: message.length * 8 - 1 }), (inSignature, inMessage) => {
        const other = flipped(message, inMessage);
        const bent = { pkcs1: flipped(made.pkcs1, inSignature), pss: flipped(made.pss, inSignature) };
        expect(verifyPkcs1(key, 'sha256', message, bent.pkcs1)).toBe(false);
        expect(verifyPkcs1(key, 'sha256', other, made.pkcs1)).toBe(false);
        expect(verifyPss(key, 'sha256', message, bent.pss)).toBe(false);
        expect(verifyPss(key, 'sha256', other, made.pss)).toBe(false);
        expect(verify('sha256', message, judge.open, bent.pkcs1)).toBe(false);
        expect(verify('sha256', message, { key: judge.open, ...pss, saltLength: 32 }, bent.pss)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('of any message and any length of salt agrees with OpenSSL', () => {
    fc.assert(
      fc.property(messages, fc.uint8Array({ maxLength: 64 }), fc.constantFrom(...hashNames), (message, salt, hash) => {
        const signature = signPss(key, hash, message, salt);
        expect(verifyPss(key, hash, message, signature, salt.length)).toBe(true);
        expect(verify(hash, message, { key: judge.open, ...pss, saltLength: salt.length }, signature)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('of a key that is too small for it, too large or even is refused without computing', () => {
    const message = Uint8Array.of(1);
    const signature = new Uint8Array(2_048);
    const tooLarge = { kind: 'rsa', n: 2n ** 16_384n - 1n, e: 65_537n } as const;
    expect(verifyPkcs1(tooLarge, 'sha256', message, signature)).toBe(false);
    expect(verifyPkcs1({ ...key, n: key.n + 1n }, 'sha256', message, signature)).toBe(false);
    expect(verifyPkcs1({ ...key, e: 2n ** 2_047n + 1n }, 'sha256', message, signature.subarray(0, 256))).toBe(false);
    expect(() => signPss(fixtureRsaKey('server-weak'), 'sha512', message, new Uint8Array(64))).toThrow(RangeError);
  });
});

describe('decryption', () => {
  const key = fixtureRsaKey('server-a');
  it('never throws, whatever the bytes, and answers null for wrong padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 255, maxLength: 257 }), (cipher) => {
        decryptPkcs1(key, cipher);
      }),
      { numRuns: 20 },
    );
    expect(decryptPkcs1(key, octetsOf(1n, modulusLength(key)))).toBeNull();
  });

  it('asks for padding without zeros and of the right length', () => {
    expect(() => encryptPkcs1(key, new Uint8Array(48), new Uint8Array(205))).toThrow(RangeError);
    expect(() => encryptPkcs1(key, new Uint8Array(48), new Uint8Array(8).fill(1))).toThrow(RangeError);
  });
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.map((byte, at) => (at === bit >>> 3 ? byte ^ (1 << (bit & 7)) : byte));
}
