import { expect, it } from 'vitest';
import { internetChecksum } from './checksum';

it('is that of the example in RFC 1071 §3', () => {
  const words = Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7);
  expect(internetChecksum(words)).toBe(~0xddf2 & 0xffff);
});

it('pads an odd last byte with zero', () => {
  expect(internetChecksum(Uint8Array.of(0xab))).toBe(internetChecksum(Uint8Array.of(0xab, 0)));
});

it('is zero over anything that carries its own checksum', () => {
  const words = Uint8Array.of(0x12, 0x34, 0, 0, 0x56, 0x78);
  const sum = internetChecksum(words);
  words[2] = sum >>> 8;
  words[3] = sum & 0xff;
  expect(internetChecksum(words)).toBe(0);
});
