import { bytesOfWords, padded } from './hash-block';
import { initialWords, roundConstants } from './sha2-constants';

const K = roundConstants.high;
const W = new Int32Array(64);

/** SHA-256 (FIPS 180-4 §6.2): 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = padded(message, 64);
  const H = initialWords.sha256.slice();
  for (let at = 0; at < view.byteLength; at += 64) addBlock(H, view, at);
  return bytesOfWords(H, 32);
}

const rotated = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function addBlock(H: Int32Array, view: DataView, from: number): void {
  for (let t = 0; t < 16; t += 1) W[t] = view.getInt32(from + t * 4);
  for (let t = 16; t < 64; t += 1) {
    const two = W[t - 2] ?? 0;
    const fifteen = W[t - 15] ?? 0;
    const sigma1 = rotated(two, 17) ^ rotated(two, 19) ^ (two >>> 10);
    const sigma0 = rotated(fifteen, 7) ^ rotated(fifteen, 18) ^ (fifteen >>> 3);
    W[t] = sigma1 + (W[t - 7] ?? 0) + sigma0 + (W[t - 16] ?? 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = H;
  for (let t = 0; t < 64; t += 1) {
    const sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const t1 = (h + sum1 + ((e & f) ^ (~e & g)) + (K[t] ?? 0) + (W[t] ?? 0)) | 0;
    const sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const t2 = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    H[at] = (H[at] ?? 0) + word;
  });
}
