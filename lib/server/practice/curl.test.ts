import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gradePractice, logOf, type Practised, practisedActions } from '@/lib/labs/grade-practice';
import { gradeTask } from '@/lib/labs/grade-task';
import { respondTo } from '@/lib/labs/http/origin/respond';
import { account, createStore, type OriginStore } from '@/lib/labs/http/origin/store';
import { epoch } from '@/lib/labs/http/setup';
import { type PublicTask, taskSchema, toPublicTask } from '@/lib/labs/task';
import type { Practising } from '@/lib/practice/exchange';
import { ownRequest } from '@/lib/practice/own-request';
import { siteOf } from '@/lib/server/site';
import { type CurlExchange, curlExchanges } from './curl-exchanges';
import { PracticeDoor } from './practice-door';

const run = promisify(execFile);
const seed = 7;
/** Tasks that say nothing else have this seed: so account and tags are the ones that the lesson shows. */
const lessonSeed = 1;
const lessonToken = 'lesson-00000000000000000';
const folder = mkdtempSync(join(tmpdir(), 'handrail-curl-'));
const { user, password } = account(seed);
/** By token. The store that PostgreSQL holds otherwise is tested beside it (lib/practice). */
const practices = new Map<string, { store: OriginStore; practised: Practised }>();
let server: Server;
let door: PracticeDoor;
let port = 0;

const practising: Practising = async (token, base, { bytes, parsed }) => {
  const known = practices.get(token) ?? {
    store: createStore(token === lessonToken ? lessonSeed : seed, epoch),
    practised: { openedAt: epoch, requests: [] },
  };
  const at = known.practised.requests.length;
  const answered = respondTo(parsed, known.store, epoch + at, { base });
  if (answered.kind === 'waiting') throw new Error('the door hands over whole messages only');
  const requests = [...known.practised.requests, { at, text: ownRequest(bytes, base).toString('latin1') }];
  practices.set(token, { store: answered.store, practised: { openedAt: epoch, requests } });
  const pieces = [{ afterMs: answered.delay, bytes: answered.response }];
  return { kind: 'answered', answer: { pieces, closes: !answered.keepsAlive } };
};

beforeAll(async () => {
  const log = { info: () => {}, warn: () => {}, error: () => {}, fatal: () => {} };
  const limits = { address: () => 0, token: () => 0, begin: () => true, end: () => {} };
  const site = siteOf({ PUBLIC_URL: undefined, TRUST_PROXY: false });
  door = new PracticeDoor({ site, log, limits, practising: Promise.resolve(practising) });
  server = createServer((_request, response) => response.writeHead(500).end('the site was asked'));
  door.listenOn(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => {
  door.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

let made = 0;

async function play({ runs }: CurlExchange): Promise<{ said: string; token: string }> {
  made += 1;
  const token = `curl-${String(made).padStart(19, '0')}`;
  const base = `/api/labs/http/s/${token}`;
  let said = '';
  for (const args of runs) {
    const bearer = /"access_token": "([^"]+)"/.exec(said)?.[1] ?? '';
    const written = args.map((arg) =>
      arg
        .replace(/^U/, `http://127.0.0.1:${port}${base}`)
        .replace('/ID/', `/${token}/`)
        .replace(/^(TAG|JAR|FILE)$/, join(folder, `${token}-$1`))
        .replace('ACCOUNT', `${user}:${password}`)
        .replace('TOKEN', bearer),
    );
    const { stdout } = await run('curl', ['-s', '-i', '--noproxy', '*', '--max-time', '10', ...written], {
      encoding: 'latin1',
    }).catch((error: { stdout: string }) => error);
    said += Buffer.from(stdout, 'latin1').toString('utf8');
  }
  return { said: said.replaceAll(base, 'U'), token };
}

function taskOf(goal: readonly object[]): PublicTask {
  const texts = { en: 'x', zh: 'x' };
  const common = { id: 'x', title: texts, objective: 'x', minutes: 1, prompt: texts };
  const task = taskSchema.parse({ ...common, lab: 'http', seed, setup: { delay: 1 }, actions: ['send', 'wait'], goal });
  return toPublicTask(task);
}

const hasCurl = spawnSync('curl', ['--version']).error === undefined;

describe.skipIf(!hasCurl)('curl at the practice server', () => {
  it('has at least forty exchanges, each of its own name', () => {
    expect(curlExchanges.length).toBeGreaterThanOrEqual(40);
    expect(new Set(curlExchanges.map(({ name }) => name)).size).toBe(curlExchanges.length);
  });

  it.each(curlExchanges.map((exchange) => [exchange.name, exchange] as const))('%s', async (_name, exchange) => {
    const { said, token } = await play(exchange);
    for (const pattern of exchange.says) expect(said.replaceAll(`/s/${token}`, '/s/x')).toMatch(pattern);
    for (const head of said.match(/HTTP\/1\.1 [2-5][\s\S]*?\r\n\r\n/g) ?? []) {
      expect(head).toContain('X-Content-Type-Options: nosniff');
      expect(head).toContain("Content-Security-Policy: default-src 'none'; sandbox");
      expect(head).not.toMatch(/text\/html|image\/svg|javascript/);
    }
    const practised = practices.get(token)?.practised ?? { openedAt: 0, requests: [] };
    const task = taskOf(exchange.logged.map((match) => ({ kind: 'log-has', match })));
    const byLog = gradePractice(task, practised);
    expect(byLog).toMatchObject({ kind: 'scored', earned: 1 });
    // The same bytes in the lab, and the same grade.
    const inLab = gradeTask(task, practisedActions(practised));
    if (byLog.kind !== 'scored' || inLab.kind !== 'scored') throw new Error(JSON.stringify(inLab));
    expect([inLab.earned, inLab.goals]).toEqual([byLog.earned, byLog.goals]);
    // And neither is given for something else.
    const other = taskOf([{ kind: 'log-has', match: { path: '/never-asked' } }]);
    expect(gradePractice(other, practised)).toMatchObject({ earned: 0 });
    expect(gradeTask(other, practisedActions(practised))).toMatchObject({ earned: 0 });
  });
});

/** What the lesson tells its readers to type, without the line that stands for their own address. */
function shownLines(locale: 'en' | 'zh'): string[] {
  const text = readFileSync(`content/http/06-hands-on/${locale}.mdx`, 'utf8');
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  return blocks.flatMap((block) => block.split('\n')).filter((line) => line.startsWith('curl '));
}

describe.skipIf(!hasCurl)('what the lesson shows', () => {
  it('is the same in both languages and gets the answers of which the lesson speaks', async () => {
    const lines = shownLines('en');
    expect(shownLines('zh')).toEqual(lines);
    const P = `http://127.0.0.1:${port}/api/labs/http/s/${lessonToken}`;
    for (const line of lines) {
      const quiet = line.replace(/^curl/, 'curl -s --noproxy "*" --max-time 10');
      // A chain that is cut off is an error for curl, and wanted.
      await run('sh', ['-c', quiet], { cwd: folder, env: { ...process.env, P } }).catch((error: unknown) => error);
    }
    const practised = practices.get(lessonToken)?.practised ?? { openedAt: 0, requests: [] };
    const log = logOf(lessonSeed, practised).map(({ method, path, status }) => `${method} ${path} ${status}`);
    expect(log).toEqual([
      ...['GET /etag 200', 'GET /etag 200', 'GET /etag 304', 'GET /chunked 200'],
      ...['GET /range 206', 'GET /range 206', 'GET /range 206'],
      ...['GET /negotiate 200', 'GET /negotiate/language 200', 'GET /encoded 200'],
      'GET /redirect/2 301',
      ...['GET /redirect/2 301', 'GET /redirect/1 301', 'GET /redirect/0 200'],
      ...['POST /redirect/1 302', 'GET /redirect/0 200'],
      ...['GET /loop/b 302', 'GET /loop/a 302', 'GET /loop/b 302', 'GET /loop/a 302'],
      ...['GET /cookies/set 200', 'GET /cookies 200', 'GET /cookies/visits 200'],
      ...['GET /basic-auth 200', 'POST /token 200', 'GET /bearer 401'],
    ]);
  });
});
