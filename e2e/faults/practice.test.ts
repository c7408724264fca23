import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forget, freePort, type Product, startProduct } from '@/e2e/fixtures/product';
import { versionOfTask } from '@/e2e/fixtures/task-version';

const item = 'http/http-basics/by-hand';
let product: Product;
beforeAll(async () => {
  product = await startProduct({ port: await freePort(), env: { TRUST_PROXY: 'true' } });
});
afterAll(async () => {
  await product.stop();
  await forget(product.dataDir);
});

/** Someone with a session, at an address of their own as far as the server can tell. */
class Learner {
  #cookie = '';
  constructor(readonly address: string) {}

  static async at(address: string): Promise<Learner> {
    const learner = new Learner(address);
    const reply = await learner.post('/api/guest', {});
    learner.#cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return learner;
  }

  post(path: string, body: object): Promise<Response> {
    return this.ask(path, {
      method: 'POST',
      headers: { origin: product.url, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  ask(path: string, { headers, ...init }: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    return fetch(product.url + path, {
      ...init,
      headers: { ...headers, cookie: this.#cookie, 'x-forwarded-for': this.address },
    });
  }

  /** The address of a practice of one's own. */
  async practice(of = '', anew = false): Promise<string> {
    const reply = await this.post('/api/labs/http', { item: of, anew });
    const { path }: { path: string } = await reply.json();
    return path;
  }

  async log(of = ''): Promise<string[]> {
    const reply = await this.ask(`/api/labs/http?item=${encodeURIComponent(of)}`);
    const { requests }: { requests: { request: string }[] } = await reply.json();
    return requests.map(({ request }) => Buffer.from(request, 'base64').toString('latin1'));
  }
}

/** Writes the pieces one after the other for as long as they are taken; all that came back when the connection is closed. */
function say(pieces: Iterable<string>): { heard: Promise<string>; socket: Socket } {
  const { hostname, port } = new URL(product.url);
  const socket = connect({ host: hostname, port: Number(port) });
  const heard = new Promise<string>((resolve) => {
    let all = '';
    const left = pieces[Symbol.iterator]();
    const next = () => {
      for (let piece = left.next(); !piece.done; piece = left.next())
        if (!socket.write(piece.value, 'latin1')) return void socket.once('drain', next);
    };
    socket
      .setEncoding('latin1')
      .on('connect', next)
      .on('error', () => {});
    socket.on('data', (text: string) => {
      all += text;
    });
    socket.on('close', () => resolve(all));
  });
  return { heard, socket };
}

const statusOf = (heard: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1]);
const statuses = (heard: string) => Array.from(heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm), ([, code]) => Number(code));
const from = (address: string) => `X-Forwarded-For: ${address}\r\n`;
const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: here\r\n${more}\r\n`;

/** Resident memory of the server in MB. */
function memory(): number {
  const status = readFileSync(`/proc/${product.process.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function* endless(piece: string, bytes: number): Iterable<string> {
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
}

test('POST and GET /api/labs/http give a learner their practice and its log, and nobody else’s', async () => {
  const [one, other] = [await Learner.at('10.1.0.1'), await Learner.at('10.1.0.2')];
  const nobody = await fetch(`${product.url}/api/labs/http?item=`);
  expect([nobody.status, nobody.headers.get('cache-control')]).toEqual([401, 'no-store']);
  const path = await one.practice(item);
  expect(path).toMatch(/^\/api\/labs\/http\/s\/[\w-]{24}$/);
  expect(await one.practice(item)).toBe(path);
  expect(await other.practice(item)).not.toBe(path);
  expect((await one.ask(`${path}/notes/1`)).status).toBe(200);
  expect(await one.log(item)).toEqual([expect.stringMatching(/^GET \/notes\/1 HTTP\/1\.1\r\n/)]);
  expect([await other.log(item), await one.log()]).toEqual([[], []]);
  expect(await one.practice(item, true)).not.toBe(path);
  expect((await one.ask(`${path}/notes/1`)).status).toBe(410);
  const refused = async (body: object) => {
    const reply = await one.post('/api/labs/http', body);
    return [reply.status, (await reply.json()).error.code];
  };
  expect(await refused({ item: 'http/http-basics/nothing' })).toEqual([404, 'unknown-item']);
  expect(await refused({ item: 'http/http-basics/five-messages' })).toEqual([409, 'unfit-item']);
  expect(await refused({ item: 7 })).toEqual([400, 'bad-shape']);
  const foreign = await one.ask('/api/labs/http', { method: 'POST', headers: { origin: 'http://elsewhere.example' } });
  expect(foreign.status).toBe(403);
});

test('what others wrote comes back as nothing but text, under the token’s own path, without the cookies of the site', async () => {
  const learner = await Learner.at('10.1.1.1');
  const path = await learner.practice();
  const script = '<script>alert(1)</script>';
  await learner.ask(`${path}/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: script, text: script }),
  });
  const places = ['', '/', '/notes/2', `/echo?${script}`, `/${script}`, '/cookies', `/cookies/set?name=a&value=b`];
  for (const address of [
    ...places.map((place) => path + place),
    `/api/labs/http/echo?${script}`,
    '/api/labs/http/s/no',
  ]) {
    const reply = await learner.ask(address, { headers: { accept: 'text/html' }, redirect: 'manual' });
    const text = await reply.text();
    expect(reply.headers.get('content-type') ?? 'text/plain').toMatch(/^(text\/plain|application\/json)/);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
    expect(text).not.toContain('handrail.');
    for (const cookie of reply.headers.getSetCookie()) expect(cookie).toContain(`Path=${path}`);
  }
  // It asks nobody else, whatever stands in the request line.
  const { heard } = say([get(`http://127.0.0.1:1${path}/etag`, `${from('10.1.1.1')}Connection: close\r\n`)]);
  expect(statusOf(await heard)).toBe(200);
  expect((await learner.log()).join('\n')).not.toContain('handrail.');
});

test('whoever sends too much is refused in bounded memory, and others are served meanwhile', async () => {
  const [abuser, other] = [await Learner.at('10.2.0.1'), await Learner.at('10.2.0.2')];
  const [path, others] = [await abuser.practice(), await other.practice()];
  const head = (more: string) => `POST ${path}/notes HTTP/1.1\r\nHost: here\r\n${from('10.2.0.1')}${more}`;
  const chunks = `${head('Transfer-Encoding: chunked\r\n')}\r\n`;
  const before = memory();
  const large = 40 * 1024 * 1024;
  const attacks = {
    'a header that does not end': say(endless('x'.repeat(65_536), large)).heard.then(() => 0),
    'a header bomb': say([head(''), ...endless('X: y\r\n'.repeat(10_000), large)]).heard.then(statusOf),
    'one header without end': say([head('X: '), ...endless('y'.repeat(65_536), large)]).heard.then(statusOf),
    'a target without end': say([`GET ${path}/`, ...endless('a'.repeat(65_536), large)]).heard.then(statusOf),
    'more content than is taken': say([head('Content-Length: 99999999\r\n\r\n')]).heard.then(statusOf),
    'chunks without end': say([chunks, ...endless('1000\r\n'.padEnd(4_102, 'x').concat('\r\n'), large)]).heard.then(
      statusOf,
    ),
    'extensions without end': say([chunks, '1', ...endless(';a=b'.repeat(10_000), large)]).heard.then(statusOf),
    'many chunks with extensions': say([
      chunks,
      ...endless(`1;${'a'.repeat(200)}\r\nx\r\n`.repeat(100), large),
    ]).heard.then(statusOf),
  };
  let most = 0;
  const served: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const begin = performance.now();
      expect((await other.ask(`${others}/etag`)).status).toBe(200);
      served.push(performance.now() - begin);
      most = Math.max(most, memory());
      await pause(50);
    }
  })();
  const answers = Object.fromEntries(
    await Promise.all(Object.entries(attacks).map(async ([name, answer]) => [name, await answer])),
  );
  isOver = true;
  await watching;
  expect(answers).toEqual({
    'a header that does not end': 0,
    'a header bomb': 431,
    'one header without end': 431,
    'a target without end': 414,
    'more content than is taken': 413,
    'chunks without end': 413,
    'extensions without end': 400,
    'many chunks with extensions': 413,
  });
  expect(most - before).toBeLessThan(150);
  expect(served.length).toBeGreaterThan(0);
});

test('a hundred that send a byte now and then take no more than their share', async () => {
  const [slow, other] = [await Learner.at('10.3.0.1'), await Learner.at('10.3.0.2')];
  const path = await slow.practice();
  const body = `POST ${path}/notes HTTP/1.1\r\nHost: here\r\n${from('10.3.0.1')}Transfer-Encoding: chunked\r\n\r\n`;
  const talks = Array.from({ length: 100 }, () => say([body + '1\r\nx\r\n'.repeat(8_000)]));
  const drip = setInterval(() => {
    for (const { socket } of talks) socket.write('1\r\nx\r\n');
  }, 50);
  const usage = () => Number(readFileSync(`/proc/${product.process.pid}/stat`, 'utf8').split(' ')[13]) * 10;
  // Until each of them has been heard once.
  while (talks.some(({ socket }) => socket.connecting || socket.bytesWritten < 48_000)) await pause(20);
  // All that has come is read once, which takes its time. Read again for every byte it would never come to rest.
  let share = 1;
  for (let window = 0; window < 40 && share > 0.5; window += 1) {
    const [begin, spent] = [performance.now(), usage()];
    for (let count = 0; count < 8; count += 1) {
      expect((await other.ask('/api/labs/http/echo')).status).toBe(200);
      await pause(25);
    }
    share = (usage() - spent) / (performance.now() - begin);
  }
  clearInterval(drip);
  for (const { socket } of talks) socket.destroy();
  await Promise.all(talks.map(({ heard }) => heard));
  expect(share).toBeLessThan(0.5);
});

test('one token, many tokens and one address that floods are told to wait, and only they', async () => {
  const [flooder, other] = [await Learner.at('10.4.0.1'), await Learner.at('10.4.0.2')];
  const [path, others] = [await flooder.practice(), await other.practice()];
  const many = (paths: readonly string[]) =>
    say([...paths.map((one) => get(one, from('10.4.0.1'))), get('/api/labs/http/echo', 'Connection: close\r\n')]).heard;
  const one = statuses(await many(Array.from({ length: 260 }, () => `${path}/etag`)));
  expect(one.filter((status) => status === 200).length).toBeLessThanOrEqual(201);
  expect(one.filter((status) => status === 429).length).toBeGreaterThanOrEqual(60);
  const unknown = Array.from(
    { length: 800 },
    () => `/api/labs/http/s/${randomUUID().replaceAll('-', '').slice(0, 24)}/x`,
  );
  const guesses = statuses(await many(unknown));
  expect(guesses.filter((status) => status === 404).length).toBeLessThan(700);
  expect(guesses.filter((status) => status === 429).length).toBeGreaterThan(100);
  expect((await other.ask(`${others}/etag`)).status).toBe(200);
  expect((await fetch(`${product.url}/en`)).status).toBe(200);
});

test('kill -9 in the middle: every answered request is in the log, in its order, and what is handed in is graded by it', async () => {
  const port = Number(new URL(product.url).port);
  const learners = await Promise.all(Array.from({ length: 8 }, (_, at) => Learner.at(`10.5.0.${at}`)));
  const answered = await Promise.all(
    learners.map(async (learner) => {
      const path = await learner.practice(item);
      const told: string[] = [];
      return { learner, path, told };
    }),
  );
  let isKilled = false;
  const streams = answered.map(async ({ learner, path, told }) => {
    for (let at = 0; !isKilled && at < 150; at += 1) {
      const target = `/etag?${at}`;
      const reply = await learner.ask(path + target).catch(() => null);
      if (reply?.status === 200 && (await reply.text().catch(() => '')) !== '') told.push(target);
    }
  });
  while (answered.some(({ told }) => told.length < 10)) await pause(5);
  await product.kill();
  isKilled = true;
  await Promise.all(streams);
  product = await startProduct({ port, dataDir: product.dataDir, env: { TRUST_PROXY: 'true' } });

  const version = await versionOfTask(item);
  for (const { learner, path, told } of answered) {
    const log = (await learner.log(item)).map((request) => request.split(' ')[1]);
    expect(log.slice(0, told.length)).toEqual(told);
    expect(log.length - told.length).toBeLessThanOrEqual(1);
    for (const method of ['GET', 'HEAD']) expect((await learner.ask(`${path}/notes/1`, { method })).status).toBe(200);
    expect(await learner.log(item)).toHaveLength(log.length + 2);
  }
  const [first] = answered;
  const answer = { id: randomUUID(), item, version, response: { practice: true }, seq: 1 };
  const reply = await first?.learner.post('/api/answers', { answers: [answer] });
  expect(await reply?.json()).toMatchObject({ results: [{ id: answer.id, status: 'scored', earned: 1 }] });
});
