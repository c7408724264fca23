import type { IncomingMessage } from 'node:http';

/**
 * The bytes of a request that Node has read: on a connection that the browser, or a proxy, uses for the site as well. What Node does not keep
 * (spaces around values, sizes of chunks) is written in the plainest way; a body in chunks is one chunk again.
 */
export async function rebuiltRequest(request: IncomingMessage, mostBody: number): Promise<Buffer | 'broken-off'> {
  const { method = 'GET', url = '/', httpVersion, rawHeaders } = request;
  let head = `${method} ${url} HTTP/${httpVersion}\r\n`;
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) head += `${rawHeaders[at]}: ${rawHeaders[at + 1]}\r\n`;
  const body = await bodyOf(request, mostBody);
  if (body === 'broken-off') return body;
  const isChunked = request.headers['transfer-encoding'] !== undefined;
  return Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), ...(isChunked ? chunked(body, request) : [body])]);
}

/** One byte more than is taken, so that the reader sees that it is too much. */
async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | 'broken-off'> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(piece)) continue;
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > most) break;
    }
  } catch {
    return 'broken-off';
  }
  return Buffer.concat(pieces).subarray(0, most + 1);
}

function chunked(body: Buffer, { rawTrailers }: IncomingMessage): Buffer[] {
  let end = '0\r\n';
  for (let at = 0; at + 1 < rawTrailers.length; at += 2) end += `${rawTrailers[at]}: ${rawTrailers[at + 1]}\r\n`;
  const last = Buffer.from(`${end}\r\n`, 'latin1');
  if (body.length === 0) return [last];
  return [Buffer.from(`${body.length.toString(16)}\r\n`, 'latin1'), body, Buffer.from('\r\n'), last];
}
