import { concatenated } from '../bytes';
import { openGcm, sealGcm } from './aes-gcm';
import { openChacha, sealChacha } from './chacha20-poly1305';

/** Authenticated encryption with associated data (RFC 5116), as TLS uses it: a nonce of 12 bytes, a tag of 16 behind the text. */
export const aeads = ['aes-128-gcm', 'aes-256-gcm', 'chacha20-poly1305'] as const;
export type Aead = (typeof aeads)[number];

export const keyLength = { 'aes-128-gcm': 16, 'aes-256-gcm': 32, 'chacha20-poly1305': 32 } as const satisfies Record<
  Aead,
  number
>;
export const nonceLength = 12;
export const tagLength = 16;

/** Encrypted text with its tag: 16 bytes longer than `text`. */
export function seal(
  aead: Aead,
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array,
  text: Uint8Array,
): Uint8Array {
  const made = (aead === 'chacha20-poly1305' ? sealChacha : sealGcm)(key, nonce, associated, text);
  return concatenated(made.sealed, made.tag);
}

/** What was sealed; null where a single bit of key, nonce, associated data, text or tag is another. */
export function open(
  aead: Aead,
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | null {
  const text = sealed.length - tagLength;
  if (text < 0) return null;
  const opener = aead === 'chacha20-poly1305' ? openChacha : openGcm;
  return opener(key, nonce, associated, sealed.subarray(0, text), sealed.subarray(text));
}
