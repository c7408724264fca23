/** The Internet checksum (RFC 1071): the one's complement of the one's complement sum of 16-bit words. */
export function internetChecksum(...parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) sum = wordSum(part, 0, part.length, sum);
  return checksumOf(sum);
}

/** Adds the 16-bit words of `bytes` from `from` to `to` to a sum that may be taken further; an odd last byte gets a zero beside it. */
export function wordSum(bytes: Uint8Array, from: number, to: number, sum = 0): number {
  let total = sum;
  const even = to - ((to - from) & 1);
  for (let at = from; at < even; at += 2) total += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (even < to) total += (bytes[even] ?? 0) << 8;
  return total;
}

/** The checksum for a sum of words: carries come round, and every bit is turned over. */
export function checksumOf(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x1_0000);
  return ~folded & 0xffff;
}
