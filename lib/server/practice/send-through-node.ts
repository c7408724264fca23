import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { concatenated } from '@/lib/labs/bytes';
import { parseResponse } from '@/lib/labs/http/parse-message';
import type { Answer } from '@/lib/practice/exchange';

/** What Node writes by itself; the rest of a head is ours to the letter. */
const nodes = new Set(['connection', 'keep-alive']);

/**
 * Sends an answer over a connection that Node keeps. Status, reason, fields and their order, content and trailers arrive as they were written;
 * the cut of a body into chunks, and what concerns the connection alone, is Node's.
 */
export async function sendThroughNode(
  response: ServerResponse,
  method: string,
  { pieces, closes }: Answer,
): Promise<void> {
  const { message, chunked } = readAnswer(
    pieces.map(({ bytes }) => bytes),
    method,
  );
  const wait = pieces.reduce((sum, { afterMs }) => sum + afterMs, 0);
  if (wait > 0) await sleep(wait, undefined, { ref: false });
  if (response.destroyed) return;
  response.sendDate = false;
  const fields = message.fields.filter(({ name }) => !nodes.has(name.toLowerCase()));
  if (closes) fields.push({ name: 'Connection', value: 'close' });
  response.writeHead(
    message.status,
    message.reason,
    fields.flatMap(({ name, value }) => [name, value]),
  );
  if (chunked) response.addTrailers(message.trailers.map(({ name, value }): [string, string] => [name, value]));
  response.end(message.body.length > 0 ? message.body : undefined);
}

/** The answer itself; what went before it (1xx) Node's own reader has answered. */
function readAnswer(bytes: readonly Uint8Array[], method: string) {
  const all = concatenated(...bytes);
  for (let from = 0; ; ) {
    const { message, end, framing } = parseResponse(all, method, { from, closed: true, limits: { body: all.length } });
    if (!message) throw new Error('the practice server wrote an answer without a status line');
    if (message.status >= 200 || end <= from) return { message, chunked: framing.kind === 'chunked' };
    from = end;
  }
}
