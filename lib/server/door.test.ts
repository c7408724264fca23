import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policies } from '@/lib/server/content-security-policy';
import { openDoor } from '@/lib/server/door';
import type { Learning } from '@/lib/server/hot-calls';
import type { NextBehind } from '@/lib/server/next-behind';
import { tellOverload } from '@/lib/server/overload';
import type { PackedFile } from '@/lib/server/packed-build';
import { PageStore, storedHeaders } from '@/lib/server/page-store';
import { siteOf } from '@/lib/server/site';
import { StaticHits } from '@/lib/server/static-hits';

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Ask = { method?: string; headers?: Record<string, string>; body?: string | Buffer; chunked?: boolean };

const folder = mkdtempSync(join(tmpdir(), 'handrail-door-'));
const page = '<!doctype html><script>theme()</script><p>Hello</p>'.padEnd(2000, '.');
const logged: object[] = [];
let askedNext: string[] = [];
let server: Server;
let port = 0;

function packed(name: string, body: string, over: Partial<PackedFile> = {}): PackedFile {
  writeFileSync(join(folder, name), body);
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(body));
  return {
    type: 'text/html; charset=utf-8',
    tag: `tag-${name}`,
    immutable: false,
    scripts: ['sha256-abc='],
    files: { identity: name, br: `${name}.br` },
    ...over,
  };
}

const next: NextBehind = {
  handle: async (request, response) => {
    askedNext.push(request.url ?? '');
    if (request.url?.startsWith('/en/gone')) {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html');
      response.setHeader('Set-Cookie', 'left=over');
      response.write('<p>empty</p>');
      response.end();
      return;
    }
    if (request.url?.startsWith('/en/full')) {
      tellOverload();
      response.setHeader('Content-Type', 'text/html');
      response.end('<p>what was typed</p>');
      return;
    }
    if (request.url?.startsWith('/api/broken')) {
      response.statusCode = 500;
      response.end();
      return;
    }
    let bytes = 0;
    for await (const chunk of request) bytes += chunk.length;
    const seen = { csp: request.headers['content-security-policy'], host: request.headers['x-forwarded-host'], bytes };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(seen));
  },
  upgrade: async () => undefined,
  close: async () => undefined,
};

const learning: Learning = {
  submitAnswers: async (_cookie, body) => ({ status: 200, body: { results: [body] } }),
  progress: async (cookie) => (cookie ? { status: 200, body: { lessons: {} } } : { status: 204 }),
  place: async () => ({ status: 503, body: { error: { code: 'busy', message: '' } }, retryAfterSeconds: 2 }),
  drafts: async (_cookie, lesson) => ({ status: 200, body: { lesson } }),
  saveDraft: async (_cookie, item, body) => ({ status: 200, body: { item, body } }),
  shareLab: async (_cookie, classId, body) => ({ status: 200, body: { classId, body } }),
  roomStream: async (asked, _request, response) => void response.end(JSON.stringify(asked)),
  isReady: async () => true,
};

beforeAll(async () => {
  const csp = policies({ dev: false, signInOrigins: [] });
  const store = new PageStore(1_000_000, storedHeaders(csp.forScripts));
  store.replace(folder, {
    '/en': packed('en', page),
    '/en/learn/a/b': packed('lesson', page),
    '/en/learn/a/b/beside': packed('beside', `${page}beside`),
    '404 en': packed('404-en', 'not here'),
    '404 zh': packed('404-zh', '不在这里'),
    '/_next/static/x.js': packed('x', 'x()', {
      type: 'text/javascript; charset=utf-8',
      immutable: true,
      scripts: undefined,
    }),
  });
  const log = { info: (data: object) => void logged.push(data), warn: () => {}, error: () => {}, fatal: () => {} };
  const site = siteOf({ PUBLIC_URL: undefined, TRUST_PROXY: false });
  const hits = new StaticHits(log);
  hits.close();
  server = createServer(
    openDoor({
      dev: false,
      store,
      hits,
      site,
      policies: csp,
      learning: Promise.resolve(learning),
      next: Promise.resolve(next),
      keepUp: () => {},
      isRoute: (path) => /^\/(en|zh)\/(sign-up|gone|full)$|^\/api\/(guest|broken)$/.test(path),
      newcomers: { secondsToWait: async (path) => (path === '/en/sign-up' ? 7 : 0) },
      practice: { isAt: () => false, answerThroughNode: async () => undefined },
      log,
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function ask(path: string, { method = 'GET', headers = {}, body, chunked = false }: Ask = {}): Promise<Answer> {
  askedNext = [];
  return new Promise((resolve, reject) => {
    const length = body !== undefined && !chunked ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const sent = httpRequest({ port, path, method, headers: { ...length, ...headers }, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const here = () => ({ origin: `http://localhost:${port}`, 'content-type': 'application/json' });

describe('stored pages', () => {
  it('are sent packed, with their policy, and never reach Next', async () => {
    const answer = await ask('/en', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(answer.body).toString()).toBe(page);
    expect(answer.headers['content-security-policy']).toContain("'sha256-abc='");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['x-handrail-public']).toBe('1');
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.headers['cache-control']).toContain('must-revalidate');
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    expect(askedNext).toEqual([]);
  });

  it('are sent plain to who takes nothing else, and to who takes only a packing there is none of', async () => {
    for (const accepted of ['', 'gzip', 'identity'])
      expect((await ask('/en', { headers: { 'accept-encoding': accepted } })).body.toString()).toBe(page);
  });

  it('are not sent twice to who has them, in whatever packing', async () => {
    const etag = (await ask('/en')).headers.etag ?? '';
    const again = await ask('/en', { headers: { 'if-none-match': `W/"x", ${etag}`, 'accept-encoding': 'br' } });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    expect((await ask('/en', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('answer HEAD with the same headers and no body', async () => {
    const [get, head] = [await ask('/en'), await ask('/en', { method: 'HEAD' })];
    expect(head.body.length).toBe(0);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.headers.etag).toBe(get.headers.etag);
  });

  it('are found whatever unknown query string follows; ?beside shows both languages', async () => {
    expect((await ask('/en/learn/a/b?utm_source=x')).body.toString()).toBe(page);
    expect((await ask('/en/learn/a/b?beside')).body.toString()).toBe(`${page}beside`);
    expect((await ask('/en?beside')).body.toString()).toBe(page);
  });

  it('never change when they are scripts', async () => {
    const { headers } = await ask('/_next/static/x.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-security-policy']).toBeUndefined();
  });
});

describe('unknown addresses', () => {
  it.each([
    ['/en/no/such/page', {}, 'not here'],
    ['/zh/no/such/page', {}, '不在这里'],
    ['/nowhere', { 'accept-language': 'zh-CN' }, '不在这里'],
    ['/nowhere', { cookie: 'handrail.locale=en', 'accept-language': 'zh' }, 'not here'],
    ['//evil.example', {}, 'not here'],
    ['/en/../en', {}, 'not here'],
    ['/en/%2e%2e/en', {}, 'not here'],
    ['/en/404', {}, 'not here'],
    ['/404 en'.replace(' ', '%20'), {}, 'not here'],
  ])('%s gets the page that says so, in its language, with status 404', async (path, headers, body) => {
    const answer = await ask(path, { headers });
    expect([answer.status, answer.body.toString()]).toEqual([404, body]);
    expect(answer.headers['content-security-policy']).toContain('sha256-abc=');
    expect(askedNext).toEqual([]);
  });

  it('are told to programs in JSON', async () => {
    const answer = await ask('/api/no/such/call');
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ error: { code: 'not-found' } });
  });

  it('includes what Next finds missing, and nothing of what it had begun to say', async () => {
    const gone = await ask('/en/gone');
    expect([gone.status, gone.body.toString()]).toEqual([404, 'not here']);
    expect(gone.headers['set-cookie']).toBeUndefined();
    expect(askedNext).toEqual(['/en/gone']);
  });
});

describe('ways in', () => {
  it('lead from / to a language', async () => {
    const answer = await ask('/', { headers: { 'accept-language': 'zh-CN,zh;q=0.9' } });
    expect([answer.status, answer.headers.location]).toEqual([307, '/zh']);
    expect(answer.headers.vary).toContain('Accept-Language');
  });

  it('lead from a trailing slash to the page, never to another host', async () => {
    expect((await ask('/en/?x=1')).status).toBe(308);
    const answer = await ask('/evil.example/');
    expect(answer.headers.location).toBe('/evil.example');
  });

  it('take the absolute form that proxies send', async () => {
    const text = await raw(`GET http://localhost/en HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each(['bad host', 'a/b', '<x>'])('refuse the Host header %s', async (host) => {
    expect(await raw(`GET /en/x HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('keep the sandbox apart: scripts, and nothing of ours', async () => {
    const { headers } = await ask('/sandbox');
    expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts; default-src 'none'/);
    expect(headers['content-security-policy']).not.toContain('allow-same-origin');
    expect(headers['set-cookie']).toBeUndefined();
  });
});

describe('changes', () => {
  it('are carried to whom they are for', async () => {
    const answer = await ask('/api/answers', { method: 'POST', headers: here(), body: '{"answers":[]}' });
    expect(JSON.parse(answer.body.toString())).toEqual({ results: [{ answers: [] }] });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['/api/answers', 'POST', { 'content-type': 'application/json' }, 403],
    ['/en/sign-up', 'POST', { origin: 'https://evil.example' }, 403],
    ['/nowhere', 'DELETE', {}, 403],
  ])('from elsewhere are refused: %s', async (path, method, headers, status) => {
    const answer = await ask(path, { method, headers, body: '{}' });
    expect(answer.status).toBe(status);
    expect(askedNext).toEqual([]);
  });

  it('say what is wrong with them: type, shape, method, rest', async () => {
    const plain = await ask('/api/answers', {
      method: 'POST',
      headers: { ...here(), 'content-type': 'text/plain' },
      body: '{}',
    });
    const broken = await ask('/api/answers', { method: 'POST', headers: here(), body: '{"answers":' });
    const read = await ask('/api/answers');
    const busy = await ask('/api/place', { method: 'PUT', headers: here(), body: '{}' });
    expect([plain.status, broken.status, read.status, busy.status]).toEqual([415, 400, 405, 503]);
    expect(read.headers.allow).toBe('POST');
    expect(busy.headers['retry-after']).toBe('2');
  });

  it('ask for the drafts of a lesson and keep the draft of an item, by the address', async () => {
    const kept = await ask('/api/drafts/path/lesson');
    expect(JSON.parse(kept.body.toString())).toEqual({ lesson: 'path/lesson' });
    const put = await ask('/api/drafts/path/lesson/item', { method: 'PUT', headers: here(), body: '{"at":1}' });
    expect(JSON.parse(put.body.toString())).toEqual({ item: 'path/lesson/item', body: { at: 1 } });
    expect((await ask('/api/drafts/path/lesson/item')).status).toBe(405);
    expect((await ask('/api/drafts/path/lesson/item/more')).status).toBe(404);
  });

  it.each([
    ['/api/answers', false],
    ['/api/answers', true],
    ['/api/guest', false],
    ['/api/guest', true],
  ])('of two MiB are refused: %s, chunked %s', async (path, chunked) => {
    const body = Buffer.alloc(2 * 1024 * 1024, 'x');
    const answer = await ask(path, { method: 'POST', headers: here(), body, chunked }).catch(
      (error: NodeJS.ErrnoException) => error.code,
    );
    // The connection may break while the rest is still being sent; what matters is that nothing got through.
    if (typeof answer === 'object') expect(answer.status).toBe(413);
    else expect(['EPIPE', 'ECONNRESET']).toContain(answer);
  });

  it('of new learners are counted', async () => {
    const answer = await ask('/en/sign-up', {
      method: 'POST',
      headers: { origin: here().origin, accept: 'text/html' },
      body: 'a=b',
    });
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '7']);
    expect(answer.headers['content-type']).toContain('text/plain');
  });
});

describe('what Next answers', () => {
  it('knows who it is and carries a nonce, whatever the visitor says of himself', async () => {
    const headers = {
      ...here(),
      'x-forwarded-host': 'evil.example',
      'content-security-policy': "script-src 'nonce-evil'",
    };
    const answer = await ask('/api/guest', { method: 'POST', headers, body: '{}' });
    const seen = JSON.parse(answer.body.toString());
    expect(seen).toMatchObject({ host: `localhost:${port}`, bytes: 2 });
    expect(seen.csp).toBe(answer.headers['content-security-policy']);
    expect(seen.csp).toMatch(/'nonce-[\w+/]{22}=='/);
    expect(seen.csp).not.toContain('evil');
  });

  it('is never marked as the same for everybody', async () => {
    const answer = await ask('/en/sign-up');
    expect(answer.status).toBe(200);
    expect(answer.headers['x-handrail-public']).toBeUndefined();
  });

  it('refuses a host that no address could have', async () => {
    for (const host of ['localhost:99999', '999.1.1.1', '[::::]', 'a/b'])
      expect((await ask('/en/gone', { headers: { host } })).status).toBe(400);
  });

  it('keeps the page that was filled in when there was no room for it, and says so in its status', async () => {
    const answer = await ask('/en/full', { method: 'POST', headers: here(), body: '{}' });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body.toString()).toBe('<p>what was typed</p>');
  });

  it('is JSON without a stack when a call breaks', async () => {
    const answer = await ask('/api/broken');
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ error: { code: 'failed' } });
  });
});

describe('health and progress', () => {
  it('answers probes, and nothing without a cookie', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    expect((await ask('/api/progress')).status).toBe(204);
    expect((await ask('/api/progress', { headers: { cookie: 'handrail.session=x' } })).status).toBe(200);
  });

  it('carries a request id in and out, and writes no query string down', async () => {
    logged.length = 0;
    const answer = await ask('/en/x?q=secret', { headers: { 'x-request-id': 'trace-12345' } });
    expect(answer.headers['x-request-id']).toBe('trace-12345');
    expect((await ask('/en')).headers['x-request-id']).toMatch(/^[0-9a-f]{8}-/);
    expect(JSON.stringify(logged)).toContain('trace-12345');
    expect(JSON.stringify(logged)).not.toContain('secret');
  });
});

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.on('data', (chunk) => {
      said += chunk.toString('utf8');
    });
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
}
