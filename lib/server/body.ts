import type { IncomingMessage } from 'node:http';

/** The most that anyone may send in one call. */
export const BODY_BYTES = 1024 * 1024;

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'broken-off' };

/** A roster file and the form around it: `/en/teach/classes/{id}/roster/import`. */
const ROSTER_BYTES = 9 * BODY_BYTES;
const rosterPath = /^\/[a-z]{2}\/teach\/classes\/[\da-f-]{36}\/roster\/import$/;

/** The most that is taken at an address. */
export function mostBytesAt(path: string): number {
  return rosterPath.test(path) ? ROSTER_BYTES : BODY_BYTES;
}

/** Whether the sender already admits that it is too much. */
export function announcesTooMuch(request: IncomingMessage, most = BODY_BYTES): boolean {
  return Number(request.headers['content-length'] ?? 0) > most;
}

/** Reads a JSON body of at most 1 MiB. */
export async function readJson(request: IncomingMessage): Promise<JsonBody> {
  if (announcesTooMuch(request)) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) continue;
      bytes += chunk.length;
      if (bytes > BODY_BYTES) return { kind: 'too-large' };
      chunks.push(chunk);
    }
    return { kind: 'json', value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch (error) {
    return error instanceof SyntaxError ? { kind: 'not-json' } : { kind: 'broken-off' };
  }
}

/**
 * Counts a body that somebody else will read. One that says its length is judged by that; a chunked one is counted as it
 * arrives, at the place where the parser hands it over, since listening for `data` here would take it from the reader.
 */
export function limitBody(request: IncomingMessage, most: number, onTooMuch: () => void): void {
  if (request.headers['transfer-encoding'] === undefined) return;
  let bytes = 0;
  const push = request.push.bind(request);
  request.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk)) bytes += chunk.length;
    if (bytes <= most) return push(chunk, encoding);
    onTooMuch();
    return false;
  };
}
