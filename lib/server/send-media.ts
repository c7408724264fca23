import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mediaForm } from '@/lib/media/media-type';
import { PUBLIC_HEADER } from '@/lib/offline/offline-list';

const MEDIA = /^\/media\/([\w-]{22})\/([\w.-]+)$/;

/** The name that a file of `media/` has in the folder of builds: `/media/4nV…/heart.mp3` → `media/4nV….mp3`. */
export function mediaFile(address: string): string | undefined {
  const [, tag, name = ''] = MEDIA.exec(address) ?? [];
  return tag && mediaForm(name) ? `media/${tag}.${name.slice(name.lastIndexOf('.') + 1)}` : undefined;
}

/** A sound or a film, or the part of it that a player asks for. Its address names its bytes, so it may be kept for ever. False when there is none. */
export async function sendMedia(
  root: string,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const file = mediaFile(address);
  const path = join(root, file ?? '');
  const found = file ? await stat(path).catch(() => undefined) : undefined;
  if (!found?.isFile()) return false;
  const etag = `"${MEDIA.exec(address)?.[1] ?? ''}"`;
  const { headers, method } = request;
  response.setHeader('Content-Type', mediaForm(address)?.type ?? 'application/octet-stream');
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', etag);
  response.setHeader(PUBLIC_HEADER, '1');
  if (headers['if-none-match']?.split(',').some((one) => one.trim() === etag || one.trim() === '*')) {
    response.writeHead(304).end();
    return true;
  }
  const { size } = found;
  const isSame = headers['if-range'] === undefined || headers['if-range'] === etag;
  const part = isSame ? partOf(headers.range, size) : 'whole';
  if (part === 'beyond') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return true;
  }
  const [from, to] = part === 'whole' ? [0, size - 1] : part;
  response.writeHead(part === 'whole' ? 200 : 206, {
    'Content-Length': to - from + 1,
    ...(part === 'whole' ? {} : { 'Content-Range': `bytes ${from}-${to}/${size}` }),
  });
  if (method === 'HEAD') response.end();
  // Whoever stops listening in the middle is no fault.
  else await pipeline(createReadStream(path, { start: from, end: to }), response).catch(() => response.destroy());
  return true;
}

/** RFC 9110 §14: one range of bytes. Several at once, and what cannot be read, get the whole file, which the standard allows. */
function partOf(header: string | undefined, size: number): readonly [number, number] | 'whole' | 'beyond' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  const begin = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return begin > end ? 'beyond' : [begin, end];
}
