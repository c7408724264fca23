import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { concatenated } from '../bytes';
import { type Aead, aeads, keyLength, open, seal } from './aead';

const numRuns = process.env.HANDRAIL_FULL ? 3_000 : 60;
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

function openssl(aead: Aead, key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, text: Uint8Array): Uint8Array {
  const cipher =
    aead === 'chacha20-poly1305'
      ? createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
      : createCipheriv(aead, key, nonce);
  cipher.setAAD(associated, { plaintextLength: text.length });
  return Uint8Array.from(concatenated(cipher.update(text), cipher.final(), cipher.getAuthTag()));
}

it.each(aeads)('%s seals what OpenSSL seals and opens it again, whatever the bytes and lengths', (aead) => {
  fc.assert(
    fc.property(
      bytes(keyLength[aead]),
      bytes(12),
      fc.uint8Array({ maxLength: 70 }),
      fc.uint8Array({ maxLength: 300 }),
      (key, nonce, associated, text) => {
        const sealed = openssl(aead, key, nonce, associated, text);
        expect(seal(aead, key, nonce, associated, text)).toEqual(sealed);
        expect(open(aead, key, nonce, associated, sealed)).toEqual(text);
      },
    ),
    { numRuns },
  );
});

it.each(aeads)('%s adds and carries as OpenSSL does where all bits are ones or zeros', (aead) => {
  for (const [key, text] of [0, 255].flatMap((a) => [0, 255].map((b) => [a, b] as const))) {
    const [filled, long] = [new Uint8Array(keyLength[aead]).fill(key), new Uint8Array(1_000).fill(text)];
    const nonce = new Uint8Array(12).fill(text);
    expect(seal(aead, filled, nonce, long.subarray(0, 100), long)).toEqual(
      openssl(aead, filled, nonce, long.subarray(0, 100), long),
    );
  }
});
