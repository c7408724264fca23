import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange } from '@/lib/practice/exchange';
import { siteOf } from '@/lib/server/site';
import { PracticeDoor } from './practice-door';
import { practiceLimits } from './practice-limits';

const token = 'AbCdEfGhIjKlMnOpQrStUv12';
const base = `/api/labs/http/s/${token}`;
const seen: string[] = [];
const logged: object[] = [];
/** An answer that Node would never write by itself. */
const odd = 'HTTP/1.1 299 Odd\r\nB: 2\r\na:  1\r\nContent-Length: 2\r\n\r\nok';
let now = 0;
let server: Server;
let door: PracticeDoor;
let port = 0;

async function practising(name: string, _base: string, { bytes }: { bytes: Buffer }): Promise<Exchange> {
  if (name !== token) return { kind: 'unknown' };
  seen.push(bytes.toString('latin1'));
  return {
    kind: 'answered',
    answer: { pieces: [{ afterMs: 0, bytes: Buffer.from(odd) }], closes: bytes.includes('/last') },
  };
}

beforeAll(async () => {
  const log = { info: (data: object) => void logged.push(data), warn: () => {}, error: () => {}, fatal: () => {} };
  const site = siteOf({ PUBLIC_URL: undefined, TRUST_PROXY: false });
  door = new PracticeDoor({ site, log, limits: practiceLimits(() => now), practising: Promise.resolve(practising) });
  server = createServer((request, response) => {
    if (door.isAt(request.url ?? '')) return void door.answerThroughNode(request, response);
    let bytes = 0;
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
    });
    request.on('end', () => response.end(`site ${request.method} ${request.url} ${bytes}`));
  });
  door.listenOn(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(() => {
  door.close();
  server.closeAllConnections();
  server.close();
});

/** Sends pieces one after the other, each when the one before has been read, and tells all that comes back until the end. */
function talk(pieces: readonly (string | Buffer)[], until?: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let heard = '';
    const sendNext = (at: number) => {
      const piece = pieces[at];
      if (piece === undefined) return until === undefined ? socket.end() : undefined;
      socket.write(piece, 'latin1', () => setImmediate(sendNext, at + 1));
    };
    socket.setEncoding('latin1').on('connect', () => sendNext(0));
    socket.on('data', (text: string) => {
      heard += text;
      if (until?.test(heard)) socket.end();
    });
    socket.on('error', reject).on('close', () => resolve(heard));
  });
}

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: here\r\n${more}\r\n`;

describe('the practice server at the door', () => {
  it('gets a request to the byte and sends its answer to the byte', async () => {
    seen.length = 0;
    const request = `pROPfind ${base}/last?%zz HTTP/1.1\r\nHost:here\r\nX-odd:\t a  b \r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhi\r\n0\r\nT: 1\r\n\r\n`;
    expect(await talk([request])).toBe(odd);
    expect(seen).toEqual([request]);
  });

  it('takes a request in any number of pieces', async () => {
    seen.length = 0;
    expect(await talk(Array.from(get(`${base}/last`)))).toBe(odd);
    expect(seen).toEqual([get(`${base}/last`)]);
  });

  it('answers one after the other on one connection, and hands it to the site and gets pages', async () => {
    const heard = await talk(
      [get(`${base}/a`) + get(`${base}/b`) + get('/en') + get(`${base}/c`)],
      /a: 1\r\n[\s\S]*ok$/,
    );
    expect(heard.split(odd)).toHaveLength(3);
    expect(heard).toContain('site GET /en 0');
  });

  it('answers over a connection that is Node’s already: status, reason, fields and their order', async () => {
    const heard = await talk([get('/en') + get(`${base}/a`, 'Connection: close\r\n')]);
    expect(heard).toContain('site GET /en 0');
    expect(heard).toContain('HTTP/1.1 299 Odd\r\nB: 2\r\na: 1\r\nContent-Length: 2\r\n');
    expect(heard.endsWith('ok')).toBe(true);
  });

  it('leaves the site what is its own, however slowly it comes', async () => {
    const post = `POST /x HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello`;
    expect(await talk(Array.from(post))).toContain('site POST /x 5');
    expect(await talk([get('/en', 'Connection: close\r\n')])).toContain('site GET /en 0');
  });

  it('hears what has no form, where a token can be found, and closes after a fault', async () => {
    seen.length = 0;
    const broken = `GET  ${base}/a HTTP/1.1\nHost here\n\n`;
    expect(await talk([broken])).toBe(odd);
    expect(seen).toEqual([broken]);
  });

  it('says that it listens before content is sent', async () => {
    const head = `PUT ${base}/last HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n`;
    const socket = connect({ port, host: '127.0.0.1' }).setEncoding('latin1');
    const heard = await new Promise<string>((resolve) => {
      let all = '';
      socket.write(head);
      socket
        .on('close', () => resolve(all))
        .on('data', (text) => {
          all += text;
          if (all.endsWith('Continue\r\n\r\n')) socket.write('hi');
        });
    });
    expect(heard).toBe(`HTTP/1.1 100 Continue\r\n\r\n${odd}`);
  });

  it('shows anyone the request just sent, as text that is nothing but text, without the cookies of the site', async () => {
    const request = get('/api/labs/http/echo?<script>', 'Cookie: a=b; handrail.session=secret\r\n');
    const heard = await talk([request]);
    const [head = '', ...rest] = heard.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(head).toContain("Content-Security-Policy: default-src 'none'; sandbox");
    expect(head).toContain('X-Content-Type-Options: nosniff');
    expect(head).toContain('Content-Type: text/plain; charset=utf-8');
    expect(rest.join('\r\n\r\n')).toBe(request.replace('; handrail.session=secret', ''));
    expect(heard).not.toContain('secret');
  });

  it('sends a HEAD no content, and says where an illegal request is at fault', async () => {
    const head = await talk(['HEAD /api/labs/http/echo HTTP/1.1\r\nHost: here\r\n\r\n']);
    expect(head.endsWith('\r\n\r\n')).toBe(true);
    const refused = await talk(['GET /api/labs/http/echo HTTP/1.1\r\nHost: here\r\nBad Name: 1\r\n\r\n']);
    expect(refused).toMatch(/^HTTP\/1.1 400 Bad Request/);
    expect(refused).toMatch(/at byte 49 \(RFC/);
  });

  it('knows no practice under a token that nobody got', async () => {
    const heard = await talk([get('/api/labs/http/s/unknown1/x', 'Accept-Language: zh-CN\r\n')]);
    expect(heard).toMatch(/^HTTP\/1.1 404 Not Found/);
    expect(Buffer.from(heard, 'latin1').toString()).toContain('没有这个令牌的练习');
  });

  it('writes no token, no query and no cookie into its log', () => {
    const text = JSON.stringify(logged);
    expect(logged.length).toBeGreaterThan(5);
    expect(text).not.toContain(token);
    expect(text).not.toContain('secret');
    expect(text).not.toContain('script');
  });

  it('refuses what is too large: a head with 431, content with 413, without reading on', async () => {
    expect(await talk([get(`${base}/a`, `X: ${'x'.repeat(9_000)}\r\n`)])).toBe(odd);
    const body = `PUT ${base}/a HTTP/1.1\r\nHost: here\r\nContent-Length: 99999999\r\n\r\n`;
    expect(await talk([body])).toBe(odd);
    expect(await talk([get('/api/labs/http/echo', `X: ${'x'.repeat(9_000)}\r\n`)])).toMatch(/^HTTP\/1.1 431/);
    expect(await talk([body.replace(`${base}/a`, '/api/labs/http/echo')])).toMatch(/^HTTP\/1.1 413/);
  });

  it('slows one token down, then one address, and lets them go on after a while', async () => {
    const many = (path: string, count: number) => talk(Array.from({ length: count }, () => get(path)));
    now += 10 * 60_000;
    const first = await many(`${base}/a`, 70);
    expect(first.split(odd)).toHaveLength(61);
    expect(first).toMatch(/429 Too Many Requests[\s\S]*Retry-After: 1\r\n/);
    now += 10 * 60_000;
    const second = await many('/api/labs/http/echo', 605);
    expect(second.match(/HTTP\/1.1 200/g)).toHaveLength(600);
    expect(second.match(/HTTP\/1.1 429/g)).toHaveLength(5);
    expect(await talk([get('/en', 'Connection: close\r\n')])).toContain('site GET /en 0');
    now += 10 * 60_000;
    expect(await many('/api/labs/http/echo', 1)).toMatch(/^HTTP\/1.1 200/);
  });
});
