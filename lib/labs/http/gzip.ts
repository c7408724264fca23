import { concatenated } from '../bytes';

const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthExtras = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const farthest = 32_768;

/** Bits, the lowest first in each octet (RFC 1951 §3.1.1). */
class BitWriter {
  readonly octets: number[] = [];
  private held = 0;
  private count = 0;

  put(value: number, bits: number) {
    this.held |= value << this.count;
    this.count += bits;
    while (this.count >= 8) {
      this.octets.push(this.held & 255);
      this.held >>>= 8;
      this.count -= 8;
    }
  }

  /** Huffman codes stand with their highest bit first. */
  putCode(code: number, bits: number) {
    for (let bit = bits - 1; bit >= 0; bit -= 1) this.put((code >> bit) & 1, 1);
  }

  end(): Uint8Array {
    if (this.count > 0) this.put(0, 8 - this.count);
    return Uint8Array.from(this.octets);
  }
}

/** A literal or a length under the fixed codes (RFC 1951 §3.2.6). */
function putSymbol(bits: BitWriter, symbol: number) {
  if (symbol < 144) bits.putCode(0x30 + symbol, 8);
  else if (symbol < 256) bits.putCode(0x190 + symbol - 144, 9);
  else if (symbol < 280) bits.putCode(symbol - 256, 7);
  else bits.putCode(0xc0 + symbol - 280, 8);
}

const indexIn = (bases: readonly number[], value: number) => bases.findLastIndex((base) => base <= value);

function putMatch(bits: BitWriter, length: number, distance: number) {
  const at = indexIn(lengthBases, length);
  putSymbol(bits, 257 + at);
  bits.put(length - (lengthBases[at] ?? 0), lengthExtras[at] ?? 0);
  const code = indexIn(distanceBases, distance);
  bits.putCode(code, 5);
  bits.put(distance - (distanceBases[code] ?? 0), Math.max(0, (code >> 1) - 1));
}

/** One block of fixed codes; what occurred before is said by its distance, the latest occurrence of three octets is tried. */
function deflate(bytes: Uint8Array): Uint8Array {
  const bits = new BitWriter();
  bits.put(1, 1);
  bits.put(1, 2);
  const lastSeen = new Map<number, number>();
  const keyAt = (at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
  let at = 0;
  while (at < bytes.length) {
    const before = at + 2 < bytes.length ? lastSeen.get(keyAt(at)) : undefined;
    let length = 0;
    if (before !== undefined && at - before <= farthest)
      while (length < 258 && at + length < bytes.length && bytes[before + length] === bytes[at + length]) length += 1;
    if (before !== undefined && length >= 3) putMatch(bits, length, at - before);
    else {
      length = 1;
      putSymbol(bits, bytes[at] ?? 0);
    }
    for (const end = at + length; at < end; at += 1) if (at + 2 < bytes.length) lastSeen.set(keyAt(at), at);
  }
  putSymbol(bits, 256);
  return bits.end();
}

/** CRC-32 (RFC 1952 §8). */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffff_ffff;
  for (const octet of bytes) {
    sum ^= octet;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb8_8320 : sum >>> 1;
  }
  return (sum ^ 0xffff_ffff) >>> 0;
}

const littleEndian = (value: number) => Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);

/** A gzip member (RFC 1952) without a name or a time: the same octets for the same content, for ever. */
export function gzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
  return concatenated(head, deflate(bytes), littleEndian(crc32(bytes)), littleEndian(bytes.length));
}
