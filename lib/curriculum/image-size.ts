export type ImageSize = { readonly width: number; readonly height: number };

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A PNG's own width and height (its IHDR chunk), so that the page keeps its place for it; undefined when it is no PNG. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  if (bytes.length < 24 || signature.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
