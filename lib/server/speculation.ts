import type { IncomingMessage, ServerResponse } from 'node:http';

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

export function sendSpeculation(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'application/speculationrules+json',
    'Cache-Control': 'public, max-age=86400',
    'Content-Length': Buffer.byteLength(RULES),
  });
  response.end(request.method === 'HEAD' ? undefined : RULES);
}
