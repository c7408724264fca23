import { sameBytes } from '../bytes';

/** Multiplied by x in the field of FIPS 197 §4.2. */
const doubled = (byte: number) => ((byte << 1) ^ (byte & 0x80 ? 0x11b : 0)) & 0xff;

/** SubBytes (FIPS 197 §5.1.1): the inverse of each byte, turned and added up. Three is a generator, and its inverse goes the other way round. */
const substituted = new Uint8Array(256);
for (let power = 1, inverse = 1, first = true; first || power !== 1; first = false) {
  power ^= doubled(power);
  // Divided by three: multiplied by 0xf6.
  inverse ^= inverse << 1;
  inverse ^= inverse << 2;
  inverse ^= inverse << 4;
  inverse = (inverse ^ (inverse & 0x80 ? 0x09 : 0)) & 0xff;
  const turned = [1, 2, 3, 4].map((by) => (inverse << by) | (inverse >> (8 - by)));
  substituted[power] = turned.reduce((sum, word) => sum ^ word, inverse ^ 0x63);
}
substituted[0] = 0x63;

/** KeyExpansion (FIPS 197 §5.2): the words of all round keys, byte by byte. */
function expanded(key: Uint8Array): Uint8Array {
  const words = key.length / 4;
  const bytes = new Uint8Array(16 * (words + 7));
  bytes.set(key);
  let constant = 1;
  for (let word = words; word < bytes.length / 4; word += 1) {
    let last = [...bytes.subarray(word * 4 - 4, word * 4)];
    if (word % words === 0) {
      const [a = 0, b = 0, c = 0, d = 0] = last.map((byte) => substituted[byte] ?? 0);
      last = [b ^ constant, c, d, a];
      constant = doubled(constant);
    } else if (words > 6 && word % words === 4) last = last.map((byte) => substituted[byte] ?? 0);
    for (let at = 0; at < 4; at += 1) bytes[word * 4 + at] = (bytes[(word - words) * 4 + at] ?? 0) ^ (last[at] ?? 0);
  }
  return bytes;
}

const shifted = new Uint8Array(16);

/** Cipher (FIPS 197 §5.1), of one block in place. */
function encryptBlock(keys: Uint8Array, block: Uint8Array): void {
  const rounds = keys.length / 16 - 1;
  for (let at = 0; at < 16; at += 1) block[at] = (block[at] ?? 0) ^ (keys[at] ?? 0);
  for (let round = 1; round <= rounds; round += 1) {
    // SubBytes and ShiftRows: row r of a column comes from r columns further on.
    for (let at = 0; at < 16; at += 1) shifted[at] = substituted[block[(at + 4 * (at & 3)) & 15] ?? 0] ?? 0;
    for (let column = 0; column < 16; column += 4) {
      const a = shifted[column] ?? 0;
      const b = shifted[column + 1] ?? 0;
      const c = shifted[column + 2] ?? 0;
      const d = shifted[column + 3] ?? 0;
      // The last round mixes no columns.
      const all = round === rounds ? null : a ^ b ^ c ^ d;
      const key = round * 16 + column;
      block[column] = (all === null ? a : a ^ all ^ doubled(a ^ b)) ^ (keys[key] ?? 0);
      block[column + 1] = (all === null ? b : b ^ all ^ doubled(b ^ c)) ^ (keys[key + 1] ?? 0);
      block[column + 2] = (all === null ? c : c ^ all ^ doubled(c ^ d)) ^ (keys[key + 2] ?? 0);
      block[column + 3] = (all === null ? d : d ^ all ^ doubled(d ^ a)) ^ (keys[key + 3] ?? 0);
    }
  }
}

/** GHASH (NIST SP 800-38D §6.4) over whole blocks: each added, then multiplied by H, bit by bit. */
function ghash(h: Uint8Array, blocks: Uint8Array): Uint8Array {
  const factor = wordsOf(h);
  const sum = new Int32Array(4);
  const view = new DataView(blocks.buffer);
  for (let from = 0; from < blocks.length; from += 16) {
    for (let at = 0; at < 4; at += 1) sum[at] = (sum[at] ?? 0) ^ view.getInt32(from + at * 4);
    let [v0 = 0, v1 = 0, v2 = 0, v3 = 0] = factor;
    let [z0, z1, z2, z3] = [0, 0, 0, 0];
    for (let bit = 0; bit < 128; bit += 1) {
      const taken = -(((sum[bit >> 5] ?? 0) >>> (31 - (bit & 31))) & 1);
      z0 ^= v0 & taken;
      z1 ^= v1 & taken;
      z2 ^= v2 & taken;
      z3 ^= v3 & taken;
      const over = -(v3 & 1);
      v3 = (v3 >>> 1) | (v2 << 31);
      v2 = (v2 >>> 1) | (v1 << 31);
      v1 = (v1 >>> 1) | (v0 << 31);
      v0 = (v0 >>> 1) ^ (over & 0xe1000000);
    }
    sum.set([z0, z1, z2, z3]);
  }
  const bytes = new Uint8Array(16);
  sum.forEach((word, at) => {
    new DataView(bytes.buffer).setInt32(at * 4, word);
  });
  return bytes;
}

const wordsOf = (bytes: Uint8Array) =>
  Array.from({ length: 4 }, (_, at) => new DataView(bytes.buffer).getInt32(at * 4));

/** GCTR (§6.5) from block 2 on, and the tag (§7.1): everything but the order in which the two are done. */
function gcm(key: Uint8Array, nonce: Uint8Array) {
  const keys = expanded(key);
  const counted = (count: number) => {
    const block = new Uint8Array(16);
    block.set(nonce);
    new DataView(block.buffer).setUint32(12, count);
    encryptBlock(keys, block);
    return block;
  };
  const h = new Uint8Array(16);
  encryptBlock(keys, h);
  return {
    laidOver(text: Uint8Array): Uint8Array<ArrayBuffer> {
      const out = text.slice();
      for (let from = 0, count = 2; from < out.length; from += 16, count += 1) {
        const stream = counted(count);
        const most = Math.min(16, out.length - from);
        for (let at = 0; at < most; at += 1) out[from + at] = (out[from + at] ?? 0) ^ (stream[at] ?? 0);
      }
      return out;
    },
    tag(associated: Uint8Array, sealed: Uint8Array): Uint8Array {
      const filled = (length: number) => Math.ceil(length / 16) * 16;
      const blocks = new Uint8Array(filled(associated.length) + filled(sealed.length) + 16);
      blocks.set(associated);
      blocks.set(sealed, filled(associated.length));
      const lengths = new DataView(blocks.buffer, blocks.length - 16);
      lengths.setUint32(4, associated.length * 8);
      lengths.setUint32(12, sealed.length * 8);
      const first = counted(1);
      return ghash(h, blocks).map((byte, at) => byte ^ (first[at] ?? 0));
    },
  };
}

/** AES-128-GCM and AES-256-GCM (NIST SP 800-38D §7.1) with a nonce of 12 bytes. */
export function sealGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array,
  text: Uint8Array,
): { sealed: Uint8Array; tag: Uint8Array } {
  const { laidOver, tag } = gcm(key, nonce);
  const sealed = laidOver(text);
  return { sealed, tag: tag(associated, sealed) };
}

/** §7.2; null where the tag is not the one. */
export function openGcm(
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array,
  sealed: Uint8Array,
  tag: Uint8Array,
): Uint8Array | null {
  const cipher = gcm(key, nonce);
  return sameBytes(cipher.tag(associated, sealed), tag) ? cipher.laidOver(sealed) : null;
}
