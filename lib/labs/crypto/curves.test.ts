import { createECDH, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { x25519 as nobleX25519 } from '@noble/curves/ed25519.js';
import { p256 as nobleP256 } from '@noble/curves/nist.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, octetsOf } from './big-number';
import { ecdhPrivateKey, ecdhPublicKey, ecdhSharedSecret } from './ecdh';
import { verifyEcdsa } from './ecdsa';
import { order, readPoint, sumOf, times, timesGenerator, writePoint } from './p256';
import { x25519, x25519PublicKey } from './x25519';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (made: Uint8Array | null) => made && Buffer.from(made).toString('hex');
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const numRuns = process.env.HANDRAIL_FULL ? 2_000 : 40;

describe('X25519', () => {
  it.each([
    [
      'a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4',
      'e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c',
      'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
    ],
    [
      '4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d',
      'e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493',
      '95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957',
    ],
  ])('of %s and %s is as RFC 7748 §5.2 says', (factor, u, product) => {
    expect(hex(x25519(bytes(factor), bytes(u)))).toBe(product);
  });

  it('of itself again and again is as RFC 7748 §5.2 says', () => {
    let [k, u] = [new Uint8Array(32).fill(9, 0, 1), new Uint8Array(32).fill(9, 0, 1)];
    for (let count = 1; count <= (process.env.HANDRAIL_FULL ? 1_000 : 1); count += 1) {
      const product = x25519(k, u) ?? new Uint8Array(32);
      [k, u] = [product, k];
      if (count === 1) expect(hex(k)).toBe('422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079');
    }
    if (process.env.HANDRAIL_FULL)
      expect(hex(k)).toBe('684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51');
  });

  it('comes from both sides to the secret that OpenSSL comes to', () => {
    fc.assert(
      fc.property(bytes32, bytes32, (own, other) => {
        const [ownPublic, otherPublic] = [x25519PublicKey(own), x25519PublicKey(other)];
        const theirs = diffieHellman({
          privateKey: createPrivateKey({
            key: Buffer.concat([bytes('302e020100300506032b656e04220420'), own]),
            format: 'der',
            type: 'pkcs8',
          }),
          publicKey: createPublicKey({
            key: Buffer.concat([bytes('302a300506032b656e032100'), otherPublic]),
            format: 'der',
            type: 'spki',
          }),
        });
        expect(x25519(own, otherPublic)).toEqual(Uint8Array.from(theirs));
        expect(x25519(other, ownPublic)).toEqual(Uint8Array.from(theirs));
      }),
      { numRuns },
    );
  });

  it('reads any 32 bytes as a point, as noble does, the highest bit and numbers above p included', () => {
    const above = fc.integer({ min: 0xed, max: 0xff }).map((low) => new Uint8Array(32).fill(0xff).fill(low, 0, 1));
    fc.assert(
      fc.property(bytes32, fc.oneof(bytes32, above), (own, u) => {
        let theirs: Uint8Array | null;
        try {
          theirs = nobleX25519.getSharedSecret(own, u);
        } catch {
          theirs = null;
        }
        expect(x25519(own, u)).toEqual(theirs);
      }),
      { numRuns },
    );
  });

  it.each([
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ])('has no secret with %s, a point of small order', (u) => {
    fc.assert(
      fc.property(bytes32, (own) => {
        expect(x25519(own, bytes(u))).toBeNull();
      }),
      { numRuns: 5 },
    );
  });
});

const point = (bytesOfPoint: Uint8Array | null) => {
  const read = readPoint(bytesOfPoint ?? new Uint8Array(0));
  if (!read) throw new Error('no point');
  return read;
};

describe('P-256', () => {
  it('comes to the public key and the secret that OpenSSL comes to', () => {
    fc.assert(
      fc.property(bytes32, bytes32, (one, other) => {
        const [own, peer] = [ecdhPrivateKey('secp256r1', one), ecdhPrivateKey('secp256r1', other)];
        const theirs = createECDH('prime256v1');
        theirs.setPrivateKey(own);
        expect(ecdhPublicKey('secp256r1', own)).toEqual(Uint8Array.from(theirs.getPublicKey()));
        const peerKey = ecdhPublicKey('secp256r1', peer);
        expect(ecdhSharedSecret('secp256r1', own, peerKey)).toEqual(Uint8Array.from(theirs.computeSecret(peerKey)));
      }),
      { numRuns },
    );
  });

  it('adds a point to itself, to its opposite, and to the one at infinity', () => {
    const one = point(writePoint(timesGenerator(1n)));
    expect(writePoint(sumOf(one, one))).toEqual(writePoint(timesGenerator(2n)));
    expect(writePoint(sumOf(one, timesGenerator(order - 1n)))).toBeNull();
    expect(writePoint(sumOf(timesGenerator(0n), one))).toEqual(writePoint(one));
    expect(writePoint(times(one, order))).toBeNull();
    expect(writePoint(times(one, order + 1n))).toEqual(writePoint(one));
  });

  it('has the same multiples by the comb and by four bits at a time', () => {
    const one = point(writePoint(timesGenerator(1n)));
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: order - 1n }), (factor) => {
        expect(writePoint(timesGenerator(factor))).toEqual(writePoint(times(one, factor)));
      }),
      { numRuns },
    );
  });

  it('takes no point that is not on the curve, not in its numbers, or written in another form', () => {
    const good = nobleP256.getPublicKey(octetsOf(7n, 32), false);
    expect(readPoint(good)).not.toBeNull();
    expect(readPoint(good.map((byte, at) => (at === 64 ? byte ^ 1 : byte)))).toBeNull();
    expect(readPoint(nobleP256.getPublicKey(octetsOf(7n, 32), true))).toBeNull();
    const p = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
    // The point with x = 5 exists; its x plus p is the same number, and written too large.
    const five = nobleP256.Point.fromHex(`02${'05'.padStart(64, '0')}`).toBytes(false);
    expect(readPoint(five)).not.toBeNull();
    expect(readPoint(Uint8Array.of(4, ...octetsOf(5n + p, 32), ...five.subarray(33)))).toBeNull();
    expect(numberOf(five.subarray(1, 33))).toBe(5n);
  });
});

describe('ECDSA', () => {
  it('says of any signature what noble says, also where its numbers are at the edge', () => {
    const message = Uint8Array.of(1, 2, 3);
    const secret = octetsOf(1n, 32);
    const key = { kind: 'p256', point: nobleP256.getPublicKey(secret, false) } as const;
    const edge = fc.constantFrom(0n, 1n, 2n, order - 1n, order, order + 1n, 2n ** 256n - 1n);
    const number = fc.oneof(edge, fc.bigInt({ min: 1n, max: order - 1n }));
    const integer = (value: bigint) => {
      const text = value.toString(16);
      const octets = octetsOf(value, Math.ceil((text.length + (text.length % 2 === 0 && text >= '8' ? 1 : 0)) / 2));
      return [2, octets.length, ...octets];
    };
    const good = nobleP256.Signature.fromBytes(nobleP256.sign(message, secret, { lowS: false }));
    fc.assert(
      fc.property(fc.oneof(number, fc.constant(good.r)), fc.oneof(number, fc.constant(good.s)), (r, s) => {
        const body = [...integer(r), ...integer(s)];
        const signature = Uint8Array.of(0x30, body.length, ...body);
        let theirs = false;
        try {
          theirs = nobleP256.verify(signature, message, key.point, { lowS: false, format: 'der' });
        } catch {
          // What noble throws at: numbers that are none of a signature.
        }
        expect(verifyEcdsa(key, message, signature)).toBe(theirs);
      }),
      { numRuns, examples: [[good.r, good.s]] },
    );
    expect(verifyEcdsa(key, message, Uint8Array.of(0x30, 0))).toBe(false);
  });
});
