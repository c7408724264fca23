/** How much of each buffer that `appended` made is taken. */
const taken = new WeakMap<ArrayBufferLike, number>();

/**
 * `bytes` with `more` behind it. What grows again and again is not copied each time: the bytes go into room kept behind it, unless
 * someone else has taken that room already (a state from which two different steps were made). Neither argument is ever changed.
 */
export function appended(bytes: Uint8Array, more: Uint8Array): Uint8Array {
  if (more.length === 0) return bytes;
  if (bytes.length === 0) return more;
  const end = bytes.byteOffset + bytes.length;
  const length = bytes.length + more.length;
  if (taken.get(bytes.buffer) === end && end + more.length <= bytes.buffer.byteLength) {
    new Uint8Array(bytes.buffer).set(more, end);
    taken.set(bytes.buffer, end + more.length);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, length);
  }
  const grown = new Uint8Array(Math.max(length * 2, 64));
  grown.set(bytes);
  grown.set(more, bytes.length);
  taken.set(grown.buffer, length);
  return grown.subarray(0, length);
}
