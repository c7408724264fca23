import { bytesOfWords, padded } from './hash-block';
import { initialWords, roundConstants } from './sha2-constants';

/*
 * SHA-512 and SHA-384 (FIPS 180-4 §6.4, §6.5). Their words have 64 bits, which no number of JavaScript has that is quick: each is two of 32,
 * the upper and the lower half.
 */
export const sha512 = (message: Uint8Array) => digestFrom(initialWords.sha512, message, 64);
export const sha384 = (message: Uint8Array) => digestFrom(initialWords.sha384, message, 48);

function digestFrom(initial: Int32Array, message: Uint8Array, length: 48 | 64): Uint8Array<ArrayBuffer> {
  const view = padded(message, 128);
  const H = initial.slice();
  for (let at = 0; at < view.byteLength; at += 128) addBlock(H, view, at);
  return bytesOfWords(H, length);
}

const upper = new Int32Array(80);
const lower = new Int32Array(80);
/** a to h, and then their lower halves. */
const high = new Int32Array(8);
const low = new Int32Array(8);

/** The upper half of a word that was turned right: by less than 32, and by 32 and more with its halves exchanged. For the lower half too. */
const turned = (half: number, other: number, by: number) => (half >>> by) | (other << (32 - by));

/** What a sum of lower halves carries over. */
const carried = (sum: number) => Math.floor(sum / 2 ** 32);

function addBlock(H: Int32Array, view: DataView, from: number): void {
  for (let t = 0; t < 16; t += 1) {
    upper[t] = view.getInt32(from + t * 8);
    lower[t] = view.getInt32(from + t * 8 + 4);
  }
  for (let t = 16; t < 80; t += 1) extend(t);
  for (let at = 0; at < 8; at += 1) {
    high[at] = H[at * 2] ?? 0;
    low[at] = H[at * 2 + 1] ?? 0;
  }
  for (let t = 0; t < 80; t += 1) round(t);
  for (let at = 0; at < 8; at += 1) {
    const sum = ((H[at * 2 + 1] ?? 0) >>> 0) + ((low[at] ?? 0) >>> 0);
    H[at * 2] = (H[at * 2] ?? 0) + (high[at] ?? 0) + carried(sum);
    H[at * 2 + 1] = sum;
  }
}

function extend(t: number): void {
  const ah = upper[t - 15] ?? 0;
  const al = lower[t - 15] ?? 0;
  const bh = upper[t - 2] ?? 0;
  const bl = lower[t - 2] ?? 0;
  const sigma0h = turned(ah, al, 1) ^ turned(ah, al, 8) ^ (ah >>> 7);
  const sigma0l = turned(al, ah, 1) ^ turned(al, ah, 8) ^ turned(al, ah, 7);
  const sigma1h = turned(bh, bl, 19) ^ turned(bl, bh, 29) ^ (bh >>> 6);
  const sigma1l = turned(bl, bh, 19) ^ turned(bh, bl, 29) ^ turned(bl, bh, 6);
  const sum = (sigma1l >>> 0) + ((lower[t - 7] ?? 0) >>> 0) + (sigma0l >>> 0) + ((lower[t - 16] ?? 0) >>> 0);
  lower[t] = sum;
  upper[t] = sigma1h + (upper[t - 7] ?? 0) + sigma0h + (upper[t - 16] ?? 0) + carried(sum);
}

function round(t: number): void {
  const ah = high[0] ?? 0;
  const al = low[0] ?? 0;
  const eh = high[4] ?? 0;
  const el = low[4] ?? 0;
  const sum1h = turned(eh, el, 14) ^ turned(eh, el, 18) ^ turned(el, eh, 9);
  const sum1l = turned(el, eh, 14) ^ turned(el, eh, 18) ^ turned(eh, el, 9);
  const chosenH = (eh & (high[5] ?? 0)) ^ (~eh & (high[6] ?? 0));
  const chosenL = (el & (low[5] ?? 0)) ^ (~el & (low[6] ?? 0));
  const constantL = (roundConstants.low[t] ?? 0) >>> 0;
  const t1l = ((low[7] ?? 0) >>> 0) + (sum1l >>> 0) + (chosenL >>> 0) + constantL + ((lower[t] ?? 0) >>> 0);
  const t1h = (high[7] ?? 0) + sum1h + chosenH + (roundConstants.high[t] ?? 0) + (upper[t] ?? 0) + carried(t1l);
  const sum0h = turned(ah, al, 28) ^ turned(al, ah, 2) ^ turned(al, ah, 7);
  const sum0l = turned(al, ah, 28) ^ turned(ah, al, 2) ^ turned(ah, al, 7);
  const mostH = majority(ah, high[1] ?? 0, high[2] ?? 0);
  const mostL = majority(al, low[1] ?? 0, low[2] ?? 0);
  high.copyWithin(1, 0, 7);
  low.copyWithin(1, 0, 7);
  // What was d stands at 4 now.
  const e = ((low[4] ?? 0) >>> 0) + (t1l % 2 ** 32);
  low[4] = e;
  high[4] = (high[4] ?? 0) + t1h + carried(e);
  const a = (t1l % 2 ** 32) + (sum0l >>> 0) + (mostL >>> 0);
  low[0] = a;
  high[0] = t1h + sum0h + mostH + carried(a);
}

const majority = (a: number, b: number, c: number) => (a & b) ^ (a & c) ^ (b & c);
