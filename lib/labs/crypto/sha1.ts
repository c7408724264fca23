import { bytesOfWords, padded } from './hash-block';

const W = new Int32Array(80);
const rotated = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/** SHA-1 (FIPS 180-4 §6.1): 20 bytes. Whoever signs with it today can be forged: here it names keys, and is refused elsewhere. */
export function sha1(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = padded(message, 64);
  const H = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  for (let at = 0; at < view.byteLength; at += 64) addBlock(H, view, at);
  return bytesOfWords(H, 20);
}

function addBlock(H: Int32Array, view: DataView, from: number): void {
  for (let t = 0; t < 16; t += 1) W[t] = view.getInt32(from + t * 4);
  for (let t = 16; t < 80; t += 1) {
    W[t] = rotated((W[t - 3] ?? 0) ^ (W[t - 8] ?? 0) ^ (W[t - 14] ?? 0) ^ (W[t - 16] ?? 0), 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = H;
  for (let t = 0; t < 80; t += 1) {
    const next = (rotated(a, 5) + mixed(t, b, c, d) + e + (W[t] ?? 0)) | 0;
    e = d;
    d = c;
    c = rotated(b, 30);
    b = a;
    a = next;
  }
  [a, b, c, d, e].forEach((word, at) => {
    H[at] = (H[at] ?? 0) + word;
  });
}

/** f and K of a round (§4.1.1, §4.2.1). */
function mixed(t: number, b: number, c: number, d: number): number {
  if (t < 20) return ((b & c) ^ (~b & d)) + 0x5a827999;
  if (t < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (t < 60) return ((b & c) ^ (b & d) ^ (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
