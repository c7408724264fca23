import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { octetsOf } from './big-number';
import { type EcPrivateKey, signEcdsa, verifyEcdsa } from './ecdsa';
import { ecKeyNames, fixtureEcKey } from './fixture-keys';

/** The same key for the judge, OpenSSL in node:crypto. */
function judged({ d, point }: EcPrivateKey) {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', d: text(d), x: text(point.subarray(1, 33)), y: text(point.subarray(33)) };
  const secret = createPrivateKey({ key: jwk, format: 'jwk' });
  return { secret, open: createPublicKey(secret) };
}

it('gives the signature of RFC 6979 §A.2.5 for "sample" with SHA-256', () => {
  const octets = (hex: string) => octetsOf(BigInt(`0x${hex}`), 32);
  const key: EcPrivateKey = {
    kind: 'p256',
    d: octets('C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721'),
    point: Uint8Array.of(
      4,
      ...octets('60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6'),
      ...octets('7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299'),
    ),
  };
  const signature = Buffer.from(signEcdsa(key, new TextEncoder().encode('sample'))).toString('hex');
  expect(signature).toContain('efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716');
  expect(signature).toContain('f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8');
});

describe.each(ecKeyNames)('the key %s', (name) => {
  it('signs what OpenSSL verifies, and verifies what OpenSSL signs', () => {
    const key = fixtureEcKey(name);
    const judge = judged(key);
    const message = new TextEncoder().encode(name);
    expect(verify('sha256', message, judge.open, signEcdsa(key, message))).toBe(true);
    for (const hash of ['sha1', 'sha256', 'sha384', 'sha512'] as const) {
      expect(verifyEcdsa(key, message, sign(hash, message, judge.secret), hash)).toBe(true);
    }
  });
});

it('refuses a signature with one bit changed, as OpenSSL does', () => {
  const key = fixtureEcKey('server-a');
  const judge = judged(key);
  const message = new TextEncoder().encode('a message');
  const signature = signEcdsa(key, message);
  fc.assert(
    fc.property(fc.nat({ max: signature.length * 8 - 1 }), (bit) => {
      const bent = signature.map((byte, at) => (at === bit >>> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(verifyEcdsa(key, message, bent)).toBe(false);
      expect(verify('sha256', message, judge.open, bent)).toBe(false);
    }),
    { numRuns: 40 },
  );
});

it('never throws, whatever the bytes of key and signature', () => {
  const message = Uint8Array.of(1);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 70 }), (signature, point) => {
      expect(verifyEcdsa({ kind: 'p256', point }, message, signature)).toBe(false);
    }),
  );
});
