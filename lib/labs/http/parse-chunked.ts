import { isOws, isTokenOctet, isValueOctet, LF, octetText } from './octets';
import { type FieldLine, parseFields } from './parse-fields';
import { complain, type Line, nextLine, passLine, type Reading } from './reading';

/** A chunk with its places: size line [from, dataFrom), data [dataFrom, dataTo), line end after it [dataTo, end). */
export type Chunk = {
  readonly from: number;
  readonly sizeTo: number;
  /** End of the extensions, where the line's own end begins. */
  readonly lineTo: number;
  readonly dataFrom: number;
  readonly dataTo: number;
  readonly end: number;
  readonly size: number;
  /** As written, from the semicolon on. */
  readonly extensions: string;
};

/** A chunked body (RFC 9112 §7.1). The last chunk, of size 0, is among the chunks. */
export type ChunkedBody = {
  readonly chunks: readonly Chunk[];
  readonly trailers: readonly FieldLine[];
  /** After the trailers; null while the body is not complete. */
  readonly emptyLine: Line | null;
};

/** Fields that must not come after the content, because framing, routing or access hangs on them (RFC 9110 §6.5.1). */
const neverTrailers = [
  'content-length',
  'transfer-encoding',
  'host',
  'trailer',
  'content-encoding',
  'content-type',
  'authorization',
  'set-cookie',
  'cache-control',
  'content-range',
  'te',
  'max-forwards',
  'expect',
];

/** Reads chunks, trailers and the empty line as far as they are there. */
export function parseChunked(reading: Reading): ChunkedBody {
  const chunks: Chunk[] = [];
  const begin = reading.at;
  let total = 0;
  for (;;) {
    const chunk = parseChunk(reading, total);
    if (!chunk) return { chunks, trailers: [], emptyLine: null };
    chunks.push(chunk);
    total += chunk.size;
    if (chunk.dataFrom - begin - (total - chunk.size) > reading.limits.chunkFraming) {
      complain(reading, 'chunk-line-too-long', chunk.from, chunk.lineTo);
      return { chunks, trailers: [], emptyLine: null };
    }
    if (chunk.size === 0) break;
    if (chunk.end === chunk.dataTo) return { chunks, trailers: [], emptyLine: null };
  }
  const trailers: FieldLine[] = [];
  const section = parseFields(reading, trailers);
  for (const line of trailers)
    if (neverTrailers.includes(line.name.toLowerCase())) complain(reading, 'trailer-forbidden', line.from, line.nameTo);
  return { chunks, trailers, emptyLine: section?.emptyLine ?? null };
}

/** One chunk; null: cut before its data began, or no size that could be believed. */
function parseChunk(reading: Reading, total: number): Chunk | null {
  const { bytes, limits } = reading;
  const line = nextLine(reading, limits.chunkLine);
  if (typeof line === 'string') {
    if (line === 'long') complain(reading, 'chunk-line-too-long', reading.at, bytes.length);
    return null;
  }
  let sizeTo = line.from;
  while (sizeTo < line.to && hexValue(bytes[sizeTo]) >= 0) sizeTo += 1;
  const size = sizeOf(reading, line.from, sizeTo);
  if (size === null) return null;
  if (size > limits.body - total) {
    complain(reading, 'chunk-too-large', line.from, sizeTo);
    return null;
  }
  checkExtensions(reading, sizeTo, line.to);
  passLine(reading, line);
  const extensions = sizeTo < line.to ? octetText(bytes, sizeTo, line.to) : '';
  const begun = { from: line.from, sizeTo, lineTo: line.to, dataFrom: line.end, size, extensions };
  if (size === 0) return { ...begun, dataTo: line.end, end: line.end };
  const dataTo = Math.min(bytes.length, line.end + size);
  reading.at = dataTo;
  return { ...begun, dataTo, end: dataEnd(reading, dataTo, dataTo === line.end + size) };
}

/** The CRLF after a chunk's data; where there is none, the data ends where the body can no longer be read. */
function dataEnd(reading: Reading, dataTo: number, isWhole: boolean): number {
  const { bytes } = reading;
  if (!isWhole || dataTo === bytes.length) return dataTo;
  const line = nextLine(reading, 2);
  if (line === 'cut' && bytes.length - dataTo === 1 && bytes[dataTo] === 13) return dataTo;
  if (typeof line === 'string' || line.to > line.from) {
    complain(reading, 'chunk-end-missing', dataTo, Math.min(bytes.length, dataTo + 2));
    return dataTo;
  }
  passLine(reading, line);
  return line.end;
}

function hexValue(octet: number | undefined): number {
  if (octet === undefined) return -1;
  if (octet >= 48 && octet <= 57) return octet - 48;
  const lower = octet | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** At most 16 digits are read: more would not fit any number, and zeros in front are counted too. */
function sizeOf(reading: Reading, from: number, to: number): number | null {
  const { bytes } = reading;
  if (to === from || to - from > 16) {
    const end = bytes.indexOf(LF, from);
    complain(reading, 'chunk-size-bad', from, Math.max(from, end === -1 ? bytes.length : end));
    return null;
  }
  let size = 0;
  for (let at = from; at < to; at += 1) size = size * 16 + hexValue(bytes[at]);
  return size;
}

/** `*( BWS ";" BWS name [ BWS "=" BWS value ] )` (RFC 9112 §7.1.1); what they say is nobody's business. */
function checkExtensions(reading: Reading, from: number, to: number) {
  if (from === to) return;
  const { bytes } = reading;
  let at = from;
  const pass = (is: (octet: number | undefined) => boolean) => {
    const begin = at;
    while (at < to && is(bytes[at])) at += 1;
    return at > begin;
  };
  const isToken = (octet: number | undefined) => isTokenOctet[octet ?? 0] === 1;
  while (at < to) {
    pass(isOws);
    if (bytes[at] !== 59) return complain(reading, at === from ? 'chunk-size-bad' : 'chunk-extension-bad', at, to);
    at += 1;
    pass(isOws);
    if (!pass(isToken)) return complain(reading, 'chunk-extension-bad', at, to);
    const afterName = at;
    pass(isOws);
    if (bytes[at] !== 61) {
      at = afterName;
      if (at < to && bytes[at] !== 59 && !isOws(bytes[at])) return complain(reading, 'chunk-extension-bad', at, to);
      continue;
    }
    at += 1;
    pass(isOws);
    const isWhole = bytes[at] === 34 ? passQuoted() : pass(isToken);
    if (!isWhole) return complain(reading, 'chunk-extension-bad', at, to);
  }

  function passQuoted(): boolean {
    at += 1;
    for (; at < to; at += 1) {
      const octet = bytes[at] ?? 0;
      if (octet === 34) {
        at += 1;
        return true;
      }
      if (octet === 92) at += 1;
      if (!isValueOctet[bytes[at] ?? 0]) return false;
    }
    return false;
  }
}
