import { gcm } from '@noble/ciphers/aes.js';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

/** Authenticated encryption with associated data (RFC 5116), as TLS uses it: a nonce of 12 bytes, a tag of 16 behind the text. */
export const aeads = ['aes-128-gcm', 'aes-256-gcm', 'chacha20-poly1305'] as const;
export type Aead = (typeof aeads)[number];

export const keyLength = { 'aes-128-gcm': 16, 'aes-256-gcm': 32, 'chacha20-poly1305': 32 } as const satisfies Record<
  Aead,
  number
>;
export const nonceLength = 12;
export const tagLength = 16;

function cipher(aead: Aead, key: Uint8Array, nonce: Uint8Array, associated: Uint8Array) {
  return aead === 'chacha20-poly1305' ? chacha20poly1305(key, nonce, associated) : gcm(key, nonce, associated);
}

/** Encrypted text with its tag: 16 bytes longer than `text`. */
export function seal(
  aead: Aead,
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array,
  text: Uint8Array,
): Uint8Array {
  return cipher(aead, key, nonce, associated).encrypt(text);
}

/** What was sealed; null where a single bit of key, nonce, associated data, text or tag is another. */
export function open(
  aead: Aead,
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | null {
  if (sealed.length < tagLength) return null;
  try {
    return cipher(aead, key, nonce, associated).decrypt(sealed);
  } catch {
    // The one thing noble throws at for a key and a nonce of the right length: the tag does not fit.
    return null;
  }
}
