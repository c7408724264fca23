/** Whole numbers as octets, most significant first (RFC 8017 §4), and arithmetic modulo a number. */

/** OS2IP. */
export function numberOf(bytes: Uint8Array): bigint {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex === '' ? 0n : BigInt(`0x${hex}`);
}

/** I2OSP: `value` in exactly `length` octets. Throws a RangeError if it needs more. */
export function octetsOf(value: bigint, length: number): Uint8Array<ArrayBuffer> {
  const hex = value.toString(16).padStart(length * 2, '0');
  if (value < 0n || hex.length > length * 2) throw new RangeError(`a number that does not fit into ${length} octets`);
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

/** How many bits `value` ≥ 0 has, without leading zeros. */
export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** base^exponent mod modulus, four bits of the exponent at a time. */
export function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 1n) return 0n;
  const powers = [1n];
  const first = base % modulus;
  for (let digit = 1; digit < 16; digit += 1) powers.push(((powers[digit - 1] ?? 1n) * first) % modulus);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    for (let square = 0; square < 4; square += 1) result = (result * result) % modulus;
    const value = Number.parseInt(digit, 16);
    if (value > 0) result = (result * (powers[value] ?? 1n)) % modulus;
  }
  return result;
}

/** The x with value · x ≡ 1 (mod modulus), by Euclid. Throws a RangeError where there is none. */
export function modularInverse(value: bigint, modulus: bigint): bigint {
  let [older, newer] = [modulus, value % modulus];
  let [olderFactor, newerFactor] = [0n, 1n];
  while (newer !== 0n) {
    const quotient = older / newer;
    [older, newer] = [newer, older - quotient * newer];
    [olderFactor, newerFactor] = [newerFactor, olderFactor - quotient * newerFactor];
  }
  if (older !== 1n) throw new RangeError('a number without an inverse');
  return ((olderFactor % modulus) + modulus) % modulus;
}
