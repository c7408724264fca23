import { concatenated } from '../bytes';
import type { Field, HttpRequest, HttpResponse } from './message';
import { textOctets } from './octets';

/**
 * Writes what it is given, to the letter: nobody adds a Content-Length here or looks whether the message is right. That is for
 * who builds it (`withLength`), so that a wrong message can be written as well.
 */
export function writeRequest({ method, target, version, fields, body }: HttpRequest): Uint8Array<ArrayBuffer> {
  return headAndBody(`${method} ${target} ${version}\r\n${fieldLines(fields)}\r\n`, body);
}

/** See `writeRequest`. The space after the status stays where there is no reason (RFC 9112 §4). */
export function writeResponse({ version, status, reason, fields, body }: HttpResponse): Uint8Array<ArrayBuffer> {
  return headAndBody(`${version} ${status} ${reason}\r\n${fieldLines(fields)}\r\n`, body);
}

const utf8 = new TextEncoder();

/** Laid end to end; a head of ASCII is written where it belongs, without a copy. */
function headAndBody(head: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(head.length + body.length);
  const { read, written } = utf8.encodeInto(head, all);
  if (read !== head.length || written !== head.length) return concatenated(textOctets(head), body);
  all.set(body, head.length);
  return all;
}

function fieldLines(fields: readonly Field[]): string {
  let text = '';
  for (const { name, value } of fields) text += `${name}: ${value}\r\n`;
  return text;
}

/** A body in chunks (RFC 9112 §7.1): `pieces` in their order, empty ones left out (one of size 0 would be the end). */
export function writeChunked(
  pieces: readonly Uint8Array[],
  trailers: readonly Field[] = [],
  extensions: readonly string[] = [],
): Uint8Array<ArrayBuffer> {
  const parts = pieces
    .filter(({ length }) => length > 0)
    .flatMap((piece, number) => [
      textOctets(`${piece.length.toString(16)}${extensions[number] ?? ''}\r\n`),
      piece,
      textOctets('\r\n'),
    ]);
  return concatenated(...parts, textOctets(`0\r\n${fieldLines(trailers)}\r\n`));
}

/** A body cut to pieces of at most `size` octets. */
export function inPieces(body: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(body.length / size) }, (_, number) =>
    body.subarray(number * size, (number + 1) * size),
  );
}

/** The fields with the Content-Length of this body; none where there is no body and none is expected. */
export function withLength(fields: readonly Field[], body: Uint8Array, always = false): readonly Field[] {
  if (body.length === 0 && !always) return fields;
  return [...fields, { name: 'Content-Length', value: String(body.length) }];
}
