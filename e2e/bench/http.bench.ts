import type { Figure } from '../../lib/cli/bench';
import { concatenated } from '../../lib/labs/bytes';
import type { Field } from '../../lib/labs/http/message';
import { textOctets } from '../../lib/labs/http/octets';
import { respond } from '../../lib/labs/http/origin/respond';
import { createStore } from '../../lib/labs/http/origin/store';
import { parseRequest, parseResponse } from '../../lib/labs/http/parse-message';
import { inPieces, withLength, writeChunked, writeRequest, writeResponse } from '../../lib/labs/http/write-message';

const WARM = 5;
const ROUNDS = 9;
const MESSAGES = 10_000;

/** How many messages a second the HTTP engine writes and reads back in Node, and how many requests the practice server answers. */
export async function run(): Promise<Figure[]> {
  return [
    {
      name: 'HTTP messages written and parsed, a browser’s requests and responses with content',
      value: median(messages),
      unit: '/s',
      atLeast: 50_000,
    },
    { name: 'the same with the content in chunks', value: median(chunked), unit: '/s' },
    { name: 'practice server, requests answered as bytes', value: median(answers), unit: '/s' },
  ];
}

function median(rate: () => number): number {
  for (let round = 0; round < WARM; round += 1) rate();
  const rates = Array.from({ length: ROUNDS }, rate).sort((a, b) => a - b);
  return rates[ROUNDS >> 1] ?? 0;
}

const field = (name: string, value: string): Field => ({ name, value });
/** What Chromium sends for a page, and what a server answers. */
const asked = [
  field('Host', 'shop.example'),
  field('Connection', 'keep-alive'),
  field(
    'User-Agent',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  ),
  field('Accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'),
  field('Accept-Encoding', 'gzip, deflate, br, zstd'),
  field('Accept-Language', 'zh-CN,zh;q=0.9,en;q=0.8'),
  field('Cookie', 'session=8Yk2; theme=dark'),
  field('If-None-Match', '"5d8c72a5edda8"'),
];
const answered = [
  field('Date', 'Mon, 23 Nov 2026 12:00:00 GMT'),
  field('Content-Type', 'text/plain; charset=utf-8'),
  field('Cache-Control', 'max-age=60'),
  field('ETag', '"5d8c72a5edda8"'),
  field('Vary', 'Accept-Encoding'),
];
const content = textOctets('It has been raining for days. '.repeat(20));
const none = { body: new Uint8Array(0), trailers: [] };
const line = { version: 'HTTP/1.1', status: 200, reason: 'OK' } as const;

function messages(): number {
  return rateOf(() => {
    const request = writeRequest({
      method: 'GET',
      target: '/basket?page=2',
      version: 'HTTP/1.1',
      fields: asked,
      ...none,
    });
    const response = writeResponse({ ...line, fields: withLength(answered, content), ...none, body: content });
    const isWhole = parseRequest(request).kind === 'complete' && parseResponse(response).kind === 'complete';
    return isWhole ? 2 : 0;
  });
}

function chunked(): number {
  const fields = [...answered, field('Transfer-Encoding', 'chunked')];
  return rateOf(() => {
    const head = writeResponse({ ...line, fields, ...none });
    const parsed = parseResponse(concatenated(head, writeChunked(inPieces(content, 100))));
    return parsed.kind === 'complete' && parsed.message?.body.length === content.length ? 1 : 0;
  });
}

function answers(): number {
  const store = createStore(1, 0);
  const request = writeRequest({ method: 'GET', target: '/cache/60', version: 'HTTP/1.1', fields: asked, ...none });
  return rateOf(() => (respond(store, request, 0).kind === 'answered' ? 1 : 0));
}

/** Messages a second; each turn says how many it made. */
function rateOf(turn: () => number): number {
  const began = performance.now();
  let made = 0;
  for (let count = 0; count < MESSAGES; count += 1) made += turn();
  if (made < MESSAGES) throw new Error('not every message was read');
  return (made * 1_000) / (performance.now() - began);
}
