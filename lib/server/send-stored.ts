import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodingFor } from '@/lib/server/accept';
import type { PageStore, StoredPage, Variant } from '@/lib/server/page-store';

/** Sends a stored file, with the headers of this one answer (`own`, flat); `status` is 404 or 500 when the file is the page that says so. */
export function sendStored(
  store: PageStore,
  stored: StoredPage,
  request: IncomingMessage,
  response: ServerResponse,
  own: readonly string[],
  status = 200,
): void {
  const variant = stored.variants[encodingFor(request.headers['accept-encoding'])];
  if (status === 200 && matches(request.headers['if-none-match'], stored.packed.tag)) {
    response.writeHead(304, [...variant.headers, ...own]).end();
    return;
  }
  const body = store.body(variant.file);
  if (Buffer.isBuffer(body)) {
    send(request, response, status, variant, body, own);
    return;
  }
  body.then(
    (bytes) => send(request, response, status, variant, bytes, own),
    (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
  );
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  variant: Variant,
  body: Buffer,
  own: readonly string[],
): void {
  const headers = [...variant.headers, 'Content-Length', String(body.length), ...own];
  response.writeHead(status, headers);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** RFC 9110 §13.1.2: weak comparison; any packing of the same bytes is the same page. */
function matches(header: string | undefined, tag: string): boolean {
  if (!header) return false;
  return header.split(',').some((one) => {
    const etag = one.trim().replace(/^W\//, '');
    return etag === '*' || etag.startsWith(`"${tag}-`) || etag === `"${tag}"`;
  });
}
