import type { IncomingMessage, ServerResponse } from 'node:http';

/** The empty page that learner code runs in. It has no origin of its own, no cookies, and may call no one. */
const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sandbox</title></head><body></body></html>';

const POLICY = [
  'sandbox allow-scripts',
  `default-src 'none'`,
  `script-src 'unsafe-inline' 'unsafe-eval' blob:`,
  `style-src 'unsafe-inline'`,
  'img-src data: blob:',
  'worker-src blob:',
  `base-uri 'none'`,
  `form-action 'none'`,
  // Our own lessons frame it, no one else does.
  `frame-ancestors 'self'`,
].join('; ');

export function sendSandbox(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Cache-Control': 'public, max-age=86400',
    'Content-Length': Buffer.byteLength(PAGE),
  });
  response.end(request.method === 'HEAD' ? undefined : PAGE);
}
