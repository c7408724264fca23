import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmac } from './digest';
import { hashNames, hashOf } from './hash';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const text = (written: string) => new TextEncoder().encode(written);
const numRuns = process.env.HANDRAIL_FULL ? 5_000 : 100;

describe('a digest', () => {
  it.each([
    ['sha1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['sha384', 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'],
    [
      'sha512',
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    ],
  ] as const)('by %s of “abc” is that of NIST’s example', (hash, digest) => {
    expect(hex(hashOf(hash, text('abc')))).toBe(digest);
  });

  it.each(hashNames)('by %s is OpenSSL’s for every length up to three blocks', (hash) => {
    const bytes = Uint8Array.from({ length: 400 }, (_, at) => (at * 7 + 1) & 0xff);
    const differing = Array.from({ length: 400 }, (_, length) => length).filter(
      (length) =>
        hex(hashOf(hash, bytes.subarray(0, length))) !==
        createHash(hash).update(bytes.subarray(0, length)).digest('hex'),
    );
    expect(differing).toEqual([]);
  });

  it.each(hashNames)('by %s is OpenSSL’s for any bytes', (hash) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1_000 }), (bytes) => {
        expect(hex(hashOf(hash, bytes))).toBe(createHash(hash).update(bytes).digest('hex'));
      }),
      { numRuns },
    );
  });

  it('leaves the bytes it was given as they were, and gives the same again', () => {
    const bytes = text('the same');
    expect(hex(hashOf('sha512', bytes))).toBe(hex(hashOf('sha512', bytes)));
    expect(bytes).toEqual(text('the same'));
  });
});

describe('HMAC', () => {
  it.each(['sha256', 'sha384'] as const)('under %s is OpenSSL’s for any key and any parts', (hash) => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(bytes, fc.array(bytes, { maxLength: 3 }), (key, parts) => {
        const theirs = createHmac(hash, key).update(Buffer.concat(parts)).digest('hex');
        expect(hex(hmac(hash, key, ...parts))).toBe(theirs);
      }),
      { numRuns },
    );
  });
});
