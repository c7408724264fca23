import type { IncomingMessage, ServerResponse } from 'node:http';
import { localeFor } from '@/lib/server/accept';
import type { server } from '@/lib/words/en/server';
import { serverWords } from '@/lib/words/server';

export type RefusalCode = keyof (typeof server)['refusals'];

type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

/** Answers a program. Headers that were set before (security, request id) stay. */
export function sendJson(response: ServerResponse, { status, body, headers }: Reply): void {
  if (response.headersSent) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    ...(text ? { 'Content-Type': 'application/json; charset=utf-8' } : {}),
    ...(status === 204 ? {} : { 'Content-Length': Buffer.byteLength(text) }),
    ...headers,
  });
  response.end(text);
}

/** Refuses: JSON for a program, one sentence in the reader's language for a person whose form came here. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: RefusalCode,
  headers: Readonly<Record<string, string>> = {},
): void {
  const closing = request.complete ? headers : { ...headers, Connection: 'close' };
  const forPerson = request.headers.accept?.includes('text/html') ?? false;
  if (!forPerson) {
    sendJson(response, { status, body: { error: { code, message: serverWords.en.refusals[code] } }, headers: closing });
    return;
  }
  if (response.headersSent) return;
  const locale = localeFor(request.headers.cookie, request.headers['accept-language']);
  const sentence = `${serverWords[locale].refusals[code]}\n`;
  const type = 'text/plain; charset=utf-8';
  response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': type, ...closing }).end(sentence);
}
