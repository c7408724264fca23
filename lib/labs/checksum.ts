/** The Internet checksum (RFC 1071): the one's complement of the one's complement sum of 16-bit words. */
export function internetChecksum(...parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) {
    const even = part.length & ~1;
    for (let index = 0; index < even; index += 2) sum += ((part[index] ?? 0) << 8) | (part[index + 1] ?? 0);
    if (even < part.length) sum += (part[even] ?? 0) << 8;
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
