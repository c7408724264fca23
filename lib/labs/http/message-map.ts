import type { ByteField } from '../byte-map';
import { octetText } from './octets';
import type { Chunk } from './parse-chunked';
import type { FieldLine } from './parse-fields';
import type { MessagePlaces, Parsed } from './parse-message';
import type { Part, RequestLine, StatusLine } from './parse-start-line';
import type { Line } from './reading';

/**
 * The name of every octet that was read, fields within fields: `http.start-line` holds `http.method` and so on. What comes
 * after the message, or could not be read, is `http.unread`. Only whoever shows bytes pays for this.
 */
export function messageMap(bytes: Uint8Array, parsed: Parsed<unknown, RequestLine | StatusLine>): ByteField[] {
  const { places } = parsed;
  const map: ByteField[] = [];
  const put: Put = (field, from, to, value = octetText(bytes, from, Math.min(to, from + 200))) => {
    if (to > from) map.push({ field, from, to, value });
  };
  if (places.startLine) putStartLine(put, places.from, places.startLine);
  for (const line of places.lines) putFieldLine(put, line, 'field');
  if (places.emptyLine) putLineEnd(put, places.emptyLine, 'http.empty-line');
  putBody(put, places);
  putUnread(put, map, bytes.length);
  return map.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The octets by their lines and nothing else: for a message that somebody has still to make out. */
export function linesMap(bytes: Uint8Array): ByteField[] {
  const map: ByteField[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const to = end === -1 ? bytes.length : end + 1;
    map.push({ field: 'http.line', from, to, value: octetText(bytes, from, Math.min(to, from + 200)) });
    from = to;
  }
  return map;
}

type Put = (field: string, from: number, to: number, value?: string | number) => void;

function putStartLine(put: Put, from: number, { line, parts }: RequestLine | StatusLine) {
  put('http.leading', from, line.from);
  put('http.start-line', line.from, line.end);
  const named: [string, Part][] =
    'method' in parts
      ? [
          ['http.method', parts.method],
          ['http.target', parts.target],
          ['http.version', parts.version],
        ]
      : [
          ['http.version', parts.version],
          ['http.status', parts.status],
          ['http.reason', parts.reason],
        ];
  let at = line.from;
  for (const [field, part] of named) {
    put('http.space', at, part.from);
    put(field, part.from, part.to);
    at = Math.max(at, part.to);
  }
  put('http.space', at, line.to);
  putLineEnd(put, line);
}

function putLineEnd(put: Put, { to, end }: Pick<Line, 'to' | 'end'>, field = 'http.line-end') {
  put(field, to, end, end - to === 1 ? 'LF' : 'CR LF');
}

function putFieldLine(put: Put, line: FieldLine, kind: 'field' | 'trailer') {
  put(`http.${kind}-line`, line.from, line.end);
  put(`http.${kind}-name`, line.from, line.nameTo, line.name);
  put('http.space', line.nameTo, line.colon);
  put('http.colon', line.colon, Math.min(line.to, line.colon + 1));
  put('http.space', line.colon + 1, line.valueFrom);
  put(`http.${kind}-value`, line.valueFrom, line.valueTo, line.value);
  put('http.space', line.valueTo, line.to);
  for (const fold of line.folds ?? []) put('http.obs-fold', fold - 1, fold + 1);
  putLineEnd(put, line);
}

function putBody(put: Put, { content, chunked }: MessagePlaces<unknown>) {
  if (content) put('http.content', content.from, content.to, content.to - content.from);
  if (!chunked) return;
  for (const chunk of chunked.chunks) putChunk(put, chunk);
  for (const line of chunked.trailers) putFieldLine(put, line, 'trailer');
  if (chunked.emptyLine) putLineEnd(put, chunked.emptyLine, 'http.body-end');
}

function putChunk(put: Put, { from, sizeTo, lineTo, dataFrom, dataTo, end, size }: Chunk) {
  put(size === 0 ? 'http.last-chunk' : 'http.chunk', from, end, size);
  put('http.chunk-size', from, sizeTo, size);
  put('http.chunk-extension', sizeTo, lineTo);
  putLineEnd(put, { to: lineTo, end: dataFrom });
  put('http.chunk-data', dataFrom, dataTo, dataTo - dataFrom);
  putLineEnd(put, { to: dataTo, end });
}

/** Whatever has no name so far. */
function putUnread(put: Put, map: readonly ByteField[], length: number) {
  let at = 0;
  for (const { from, to } of [...map].sort((a, b) => a.from - b.from)) {
    put('http.unread', at, from);
    at = Math.max(at, to);
  }
  put('http.unread', at, length);
}
