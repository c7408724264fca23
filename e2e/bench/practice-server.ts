import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../lib/db/database';
import { pool } from '../../lib/db/pool';
import { readEnv } from '../../lib/env';
import { openPractice } from '../../lib/practice/practice-store';
import { submitExchange } from '../../lib/practice/submit-exchange';
import { newToken } from '../../lib/practice/token';
import { PracticeDoor } from '../../lib/server/practice/practice-door';
import { siteOf } from '../../lib/server/site';

/**
 * The practice server alone, its database and all, without the limits that keep one address from taking it all. Prints its port and the addresses of
 * so many practices. `node --import tsx e2e/bench/practice-server.ts 500`
 */
const count = Number(process.argv[2] ?? 500);
const folder = mkdtempSync(join(tmpdir(), 'handrail-practice-'));
const database = await openDatabase(readEnv({ ...process.env, DATA_DIR: folder }));
const learnerId = randomUUID();
await pool().query('INSERT INTO learner (id) VALUES ($1)', [learnerId]);
const paths: string[] = [];
for (let made = 0; made < count; made += 1) {
  const wanted = { token: newToken(), learnerId, item: `bench/${made}`, version: 'v', seed: made, anew: false };
  const practice = await openPractice(wanted);
  paths.push(`/api/labs/http/s/${practice?.token ?? ''}/etag`);
}
const log = { info: () => {}, warn: () => {}, error: console.error, fatal: console.error };
const limits = { address: () => 0, token: () => 0, begin: () => true, end: () => {} };
const site = siteOf({ PUBLIC_URL: undefined, TRUST_PROXY: false });
const door = new PracticeDoor({ site, log, limits, practising: Promise.resolve(submitExchange) });
const server = createServer((_request, response) => response.writeHead(404).end());
door.listenOn(server);
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ address: server.address(), paths })));
process.once('SIGTERM', async () => {
  door.close();
  server.closeAllConnections();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
