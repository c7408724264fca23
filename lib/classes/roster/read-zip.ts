import { crc32, inflateRawSync } from 'node:zlib';

/** The most that a packed file may hold: what a school's roster is, several times over, and no bomb. */
const MOST_FILES = 200;
const MOST_BYTES_EACH = 16 * 1024 * 1024;

export type ZipFault = {
  readonly kind: 'refused';
  readonly code: 'not-a-zip' | 'zip-too-much' | 'zip-kind' | 'zip-broken';
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The files of a zip that are `wanted` by their names, folders left away (PKWARE APPNOTE 4.3). Nothing else is unpacked, nothing is written
 * anywhere, and what says that it is larger than it may be is not begun.
 */
export function readZip(zip: Buffer, wanted: ReadonlySet<string>): Map<string, Buffer> | ZipFault {
  const end = endOf(zip);
  if (end === undefined) return { kind: 'refused', code: 'not-a-zip' };
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_FILES) return { kind: 'refused', code: 'zip-too-much' };
  const files = new Map<string, Buffer>();
  try {
    let at = zip.readUInt32LE(end + 16);
    for (let number = 0; number < count; number++) {
      if (zip.readUInt32LE(at) !== ENTRY) return { kind: 'refused', code: 'zip-broken' };
      const [nameLength, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
      const path = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
      const name = path.split('/').at(-1)?.toLowerCase() ?? '';
      if (wanted.has(name) && path.split('/').length <= 3) {
        if (files.has(name)) return { kind: 'refused', code: 'zip-broken' };
        const file = unpack(zip, at);
        if ('kind' in file) return file;
        files.set(name, file);
      }
      at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
  } catch (error) {
    // Offsets that point outside, and data that does not inflate.
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      return { kind: 'refused', code: 'zip-too-much' };
    return { kind: 'refused', code: 'zip-broken' };
  }
  return files;
}

function unpack(zip: Buffer, entry: number): Buffer | ZipFault {
  const flags = zip.readUInt16LE(entry + 8);
  const method = zip.readUInt16LE(entry + 10);
  const crc = zip.readUInt32LE(entry + 16);
  const packed = zip.readUInt32LE(entry + 20);
  const size = zip.readUInt32LE(entry + 24);
  const local = zip.readUInt32LE(entry + 42);
  // Encrypted, or a way of packing that Excel and school systems do not use.
  if ((flags & 1) === 1 || (method !== 0 && method !== 8)) return { kind: 'refused', code: 'zip-kind' };
  if (size > MOST_BYTES_EACH) return { kind: 'refused', code: 'zip-too-much' };
  if (zip.readUInt32LE(local) !== LOCAL) return { kind: 'refused', code: 'zip-broken' };
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (from + packed > zip.length) return { kind: 'refused', code: 'zip-broken' };
  const data = zip.subarray(from, from + packed);
  // What is stopped at one byte more than was announced was announced wrongly.
  const file = method === 0 ? Buffer.from(data) : inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  return file.length === size && crc32(file) === crc ? file : { kind: 'refused', code: 'zip-broken' };
}

/** The end record stands in the last 64 KiB. */
function endOf(zip: Buffer): number | undefined {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 65_535); at--)
    if (zip.readUInt32LE(at) === END) return at;
  return undefined;
}
