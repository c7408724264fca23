import { concatenated } from '../bytes';

/** A number in `length` bytes, the highest first. */
export function uint(value: number, length: 1 | 2 | 3 | 4): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = length - 1, left = value; at >= 0; at -= 1, left = Math.floor(left / 256)) bytes[at] = left % 256;
  return bytes;
}

/** A vector (RFC 8446 §3.4): the length of the parts in `lengthBytes`, then the parts. */
export function vector(lengthBytes: 1 | 2 | 3, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = concatenated(...parts);
  return concatenated(uint(body.length, lengthBytes), body);
}

export function uints(values: readonly number[], length: 1 | 2): Uint8Array<ArrayBuffer> {
  return concatenated(...values.map((value) => uint(value, length)));
}

export function text(value: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value);
}

export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  const digits = hex.replace(/\s/g, '');
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  );
}
