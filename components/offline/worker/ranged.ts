/**
 * The part of a kept file that a player asks for: `bytes=0-99`, `bytes=100-`, `bytes=-50` (RFC 9110 §14). Several parts at once, and what cannot
 * be read, get the whole file, which the standard allows; a part beyond the end gets 416.
 */
export async function ranged(kept: Response, header: string): Promise<Response> {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (from === '' && to === '') return kept;
  const body = await kept.clone().arrayBuffer();
  const size = body.byteLength;
  const begin = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  const headers = new Headers(kept.headers);
  if (begin > end) {
    headers.set('content-range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('content-range', `bytes ${begin}-${end}/${size}`);
  headers.set('content-length', String(end - begin + 1));
  return new Response(body.slice(begin, end + 1), { status: 206, headers });
}
