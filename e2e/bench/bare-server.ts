import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { z } from 'zod';

/**
 * Nothing but node:http sending recorded answers: the most that Node can do on this machine.
 * `node --import tsx e2e/bench/bare-server.ts RECORDING.json` prints its port.
 */
const recorded = z.array(z.object({ path: z.string(), headers: z.array(z.string()), body: z.string() }));
const answers = new Map(
  recorded
    .parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
    .map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body, 'base64') }]),
);

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (!answer) return response.writeHead(404).end();
  return response.writeHead(200, answer.headers).end(answer.body);
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify(server.address())));
