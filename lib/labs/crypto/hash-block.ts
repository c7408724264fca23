/** A message as a digest takes it (FIPS 180-4 §5.1): a bit that is one, zeros, and its length in bits, up to whole blocks. */
export function padded(message: Uint8Array, block: 64 | 128): DataView {
  // The length takes an eighth of a block; what is no array of four gigabytes fits into its last 53 bits.
  const blocks = Math.ceil((message.length + 1 + block / 8) / block);
  const bytes = new Uint8Array(blocks * block);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0);
  return view;
}

/** Words of 32 bits as bytes, the first `length` of them. */
export function bytesOfWords(words: Int32Array, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  words.forEach((word, at) => {
    view.setInt32(at * 4, word);
  });
  return bytes.subarray(0, length);
}
