/*
 * FIPS 180-4 §4.2 and §5.3: first bits of the fractional parts of roots of the first primes, which nobody can have chosen to their
 * advantage. They are computed, because numbers like these are all that a script cannot be packed of.
 */
const primes = [2];
for (let number = 3; primes.length < 80; number += 2) {
  if (primes.every((prime) => number % prime !== 0)) primes.push(number);
}

/** The first 64 bits behind the point of a square or cube root. */
function fraction(prime: number, root: 2n | 3n): bigint {
  const power = BigInt(prime) << (64n * root);
  let whole = 0n;
  for (let bit = 2n ** 68n; bit > 0n; bit >>= 1n) if ((whole + bit) ** root <= power) whole += bit;
  return BigInt.asUintN(64, whole);
}

const high = (value: bigint) => Number(value >> 32n) | 0;
const low = (value: bigint) => Number(BigInt.asUintN(32, value)) | 0;

const cubes = primes.map((prime) => fraction(prime, 3n));
const squares = primes.slice(0, 16).map((prime) => fraction(prime, 2n));

/** K of SHA-512, its upper and lower halves; the first 64 of the upper ones are that of SHA-256. */
export const roundConstants = { high: Int32Array.from(cubes, high), low: Int32Array.from(cubes, low) } as const;

/** H(0); of SHA-384 and SHA-512 upper and lower halves in turn. */
export const initialWords = {
  sha256: Int32Array.from(squares.slice(0, 8), high),
  sha384: Int32Array.from(squares.slice(8).flatMap((value) => [high(value), low(value)])),
  sha512: Int32Array.from(squares.slice(0, 8).flatMap((value) => [high(value), low(value)])),
} as const;
