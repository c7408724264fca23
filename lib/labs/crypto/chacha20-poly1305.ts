import { sameBytes } from '../bytes';

/** `expa nd 3 2-by te k`. */
const sigma = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;
const input = new Int32Array(16);
const mixed = new Int32Array(16);
const stream = new Uint8Array(64);
const words = new DataView(stream.buffer);

/** RFC 8439 §2.1. */
function quarterRound(at: number, bt: number, ct: number, dt: number): void {
  let a = mixed[at] ?? 0;
  let b = mixed[bt] ?? 0;
  let c = mixed[ct] ?? 0;
  let d = mixed[dt] ?? 0;
  a = (a + b) | 0;
  d = rotated(d ^ a, 16);
  c = (c + d) | 0;
  b = rotated(b ^ c, 12);
  a = (a + b) | 0;
  d = rotated(d ^ a, 8);
  c = (c + d) | 0;
  b = rotated(b ^ c, 7);
  mixed[at] = a;
  mixed[bt] = b;
  mixed[ct] = c;
  mixed[dt] = d;
}

const rotated = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/** ChaCha20 (RFC 8439 §2.4): `text` with the key stream laid over it, from block `counter` on. */
function chacha20(key: Uint8Array, nonce: Uint8Array, counter: number, text: Uint8Array): Uint8Array<ArrayBuffer> {
  const [keyView, nonceView] = [viewOf(key), viewOf(nonce)];
  input.set(sigma);
  for (let at = 0; at < 8; at += 1) input[4 + at] = keyView.getUint32(at * 4, true);
  for (let at = 0; at < 3; at += 1) input[13 + at] = nonceView.getUint32(at * 4, true);
  const out = text.slice();
  for (let from = 0, block = counter; from < out.length; from += 64, block += 1) {
    input[12] = block;
    mixed.set(input);
    for (let round = 0; round < 10; round += 1) doubleRound();
    for (let at = 0; at < 16; at += 1) words.setInt32(at * 4, (mixed[at] ?? 0) + (input[at] ?? 0), true);
    const most = Math.min(64, out.length - from);
    for (let at = 0; at < most; at += 1) out[from + at] = (out[from + at] ?? 0) ^ (stream[at] ?? 0);
  }
  return out;
}

function doubleRound(): void {
  for (let at = 0; at < 4; at += 1) quarterRound(at, at + 4, at + 8, at + 12);
  for (let at = 0; at < 4; at += 1) {
    quarterRound(at, ((at + 1) & 3) + 4, ((at + 2) & 3) + 8, ((at + 3) & 3) + 12);
  }
}

/*
 * Poly1305 (RFC 8439 §2.5) over numbers of six limbs of 22 bits: 36 products of two of them, five of which are taken twenty times, still
 * fit into the 53 bits of a number. 2^132 is 20 modulo 2^130 − 5.
 */
const limbs = 6;
const limb = 2 ** 22;

function limbsOf(number: bigint): number[] {
  return Array.from({ length: limbs }, (_, at) => Number((number >> BigInt(22 * at)) & 0x3fffffn));
}

/** The 22 bits from `bit` on of the bytes at `from`. */
function limbAt(bytes: Uint8Array, from: number, bit: number): number {
  const at = from + (bit >> 3);
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  const word = low | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  return (word >>> (bit & 7)) & 0x3fffff;
}

const product = new Float64Array(limbs);

/** The tag over whole blocks of 16 bytes: all that this construction ever asks for. */
function poly1305(key: Uint8Array, blocks: Uint8Array): Uint8Array {
  const littleEndian = (bytes: Uint8Array) => bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const r = limbsOf(littleEndian(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn);
  const sum = new Float64Array(limbs);
  // Below r itself, twenty times r: what is above 2^132.
  const factors = Float64Array.from([...r.map((part) => 20 * part), ...r]);
  for (let from = 0; from < blocks.length; from += 16) addBlock(sum, factors, blocks, from);
  const whole = sum.reduceRight((all, part) => (all << 22n) + BigInt(part), 0n) % (2n ** 130n - 5n);
  const tag = whole + littleEndian(key.subarray(16, 32));
  return Uint8Array.from({ length: 16 }, (_, at) => Number((tag >> BigInt(8 * at)) & 0xffn));
}

/** sum = (sum + block) · r, the block with a bit above it. */
function addBlock(sum: Float64Array, factors: Float64Array, blocks: Uint8Array, from: number): void {
  for (let at = 0; at < limbs - 1; at += 1) sum[at] = (sum[at] ?? 0) + limbAt(blocks, from, 22 * at);
  // The last limb has 18 bits of the block, and the bit above it.
  sum[5] =
    (sum[5] ?? 0) +
    ((blocks[from + 13] ?? 0) >> 6) +
    (blocks[from + 14] ?? 0) * 4 +
    (blocks[from + 15] ?? 0) * 2 ** 10 +
    2 ** 18;
  for (let at = 0; at < limbs; at += 1) {
    let all = 0;
    for (let other = 0; other < limbs; other += 1) all += (sum[other] ?? 0) * (factors[limbs + at - other] ?? 0);
    product[at] = all;
  }
  let carry = 0;
  for (let at = 0; at < limbs; at += 1) {
    const part = (product[at] ?? 0) + carry;
    carry = Math.floor(part / limb);
    sum[at] = part - carry * limb;
  }
  const first = (sum[0] ?? 0) + 20 * carry;
  carry = Math.floor(first / limb);
  sum[0] = first - carry * limb;
  sum[1] = (sum[1] ?? 0) + carry;
}

/** RFC 8439 §2.8: associated data and ciphertext, each filled up to 16 bytes, and their lengths. */
function tagOf(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Uint8Array {
  const filled = (length: number) => Math.ceil(length / 16) * 16;
  const blocks = new Uint8Array(filled(associated.length) + filled(sealed.length) + 16);
  blocks.set(associated);
  blocks.set(sealed, filled(associated.length));
  const view = viewOf(blocks);
  view.setUint32(blocks.length - 16, associated.length, true);
  view.setUint32(blocks.length - 8, sealed.length, true);
  return poly1305(chacha20(key, nonce, 0, new Uint8Array(32)), blocks);
}

export function sealChacha(
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array,
  text: Uint8Array,
): { sealed: Uint8Array; tag: Uint8Array } {
  const sealed = chacha20(key, nonce, 1, text);
  return { sealed, tag: tagOf(key, nonce, associated, sealed) };
}

/** null where the tag is not the one. */
export function openChacha(
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array,
  sealed: Uint8Array,
  tag: Uint8Array,
): Uint8Array | null {
  return sameBytes(tagOf(key, nonce, associated, sealed), tag) ? chacha20(key, nonce, 1, sealed) : null;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
