import type { IncomingMessage, ServerResponse } from 'node:http';
import { securityHeaders } from '@/lib/server/security-headers';

/** Where the rules lie; pages name it in their `Speculation-Rules` header. */
export const SPECULATION = '/speculation.json';

/** Pages that are the same for everybody are fetched when a link to them is about to be followed. */
const RULES = JSON.stringify({
  prefetch: [
    {
      where: { href_matches: ['/:locale/learn/*', '/:locale/paths/*', '/:locale/labs*', '/:locale/glossary'] },
      eagerness: 'moderate',
    },
  ],
});

export function sendSpeculation(request: IncomingMessage, response: ServerResponse, own: readonly string[]): void {
  const type = ['Content-Type', 'application/speculationrules+json', 'Cache-Control', 'public, max-age=86400'];
  const length = ['Content-Length', String(Buffer.byteLength(RULES))];
  response.writeHead(200, [...securityHeaders, ...own, ...type, ...length]);
  response.end(request.method === 'HEAD' ? undefined : RULES);
}
