/** A tar file is a row of these: a header of 512 bytes, then the bytes, filled up to the next 512 (POSIX ustar). */
const BLOCK = 512;

/** Where a header keeps what (IEEE 1003.1, pax "ustar Interchange Format"): offset and length. */
const NAME = [0, 100] as const;
const MODE = [100, 8] as const;
const SIZE = [124, 12] as const;
const MTIME = [136, 12] as const;
const CHECKSUM = [148, 8] as const;
const TYPE = [156, 1] as const;
const MAGIC = [257, 8] as const;

export const HEADER_BYTES = BLOCK;

/** Two empty blocks end a tar file. */
export const END_OF_TAR = Buffer.alloc(2 * BLOCK);

export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > NAME[1]) throw new Error(`a tar entry's name has at most 100 bytes: ${name}`);
  const header = Buffer.alloc(BLOCK);
  const put = ([offset, length]: readonly [number, number], text: string) => header.write(text, offset, length, 'utf8');
  put(NAME, name);
  put(MODE, '0000600\0');
  put(SIZE, size.toString(8).padStart(11, '0'));
  put(MTIME, '00000000000');
  put(TYPE, '0');
  put(MAGIC, 'ustar\x0000');
  put(CHECKSUM, `${checksumOf(header).toString(8).padStart(6, '0')}\0 `);
  return header;
}

/** How many bytes fill the last block of an entry. */
export function paddingAfter(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

export interface TarHeader {
  readonly name: string;
  readonly size: number;
}

/** The entry a header announces; undefined at the end of the tar file. Throws on what is not a header. */
export function readTarHeader(header: Buffer): TarHeader | undefined {
  if (header.every((byte) => byte === 0)) return undefined;
  const text = ([offset, length]: readonly [number, number]) =>
    header.toString('utf8', offset, offset + length).replace(/\0.*$/s, '');
  const size = Number.parseInt(text(SIZE), 8);
  if (Number.parseInt(text(CHECKSUM), 8) !== checksumOf(header) || !(size >= 0))
    throw new Error('a damaged tar header');
  return { name: text(NAME), size };
}

/** The sum of the header's bytes, its own place counted as eight spaces. */
function checksumOf(header: Buffer): number {
  const [offset, length] = CHECKSUM;
  return header.reduce((sum, byte, at) => sum + (at >= offset && at < offset + length ? 0x20 : byte), 0);
}
