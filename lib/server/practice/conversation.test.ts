import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Answer, Said } from '@/lib/practice/exchange';
import { Conversation, type ConversationParts } from './conversation';
import { Readers } from './next-message';

const target = '/api/labs/http/s/abc';
const get = `GET ${target}/x HTTP/1.1\r\nHost: here\r\n\r\n`;
const post = `POST ${target}/x HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\n`;
const answerOf = (text: string, closes = false): Answer => ({
  pieces: [{ afterMs: 0, bytes: Buffer.from(text) }],
  closes,
});

function later<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve = (_value: Value) => {};
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

let server: Server;
let parts: ConversationParts;
let readers: Readers;
let heard: Said[];
let conversation: Promise<Conversation>;
let client: Socket;
let said: Promise<string>;

beforeEach(async () => {
  readers = new Readers();
  heard = [];
  parts = {
    readers,
    answer: async (it) => {
      heard.push(it);
      return answerOf(`${it.parsed.refusal?.code ?? 'ok'}.`);
    },
    tooMuch: () => answerOf('too much'),
    failed: (error) => {
      throw error;
    },
  };
  server = createServer({ allowHalfOpen: true });
  conversation = new Promise((resolve) => {
    server.on('connection', (socket) => {
      const made = new Conversation(socket, Buffer.alloc(0), parts);
      resolve(made);
      void made.run(() => socket.end('the site'));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  client = connect({ port: typeof address === 'object' && address ? address.port : 0, host: '127.0.0.1' });
  let all = '';
  client.setEncoding('latin1').on('data', (text: string) => {
    all += text;
  });
  client.on('error', () => {});
  said = once(client, 'close').then(() => all);
});

afterEach(() => {
  client.destroy();
  server.close();
});

it('answers what is not whole in time as cut short, and ends', async () => {
  parts = { ...parts, messageMs: 30 };
  client.write(`${post}12345`);
  expect(await said).toBe('cut-short.');
  expect(heard[0]?.bytes.toString()).toBe(`${post}12345`);
});

it('ends a connection that says nothing, or nothing more', async () => {
  parts = { ...parts, idleMs: 30 };
  client.write(get);
  expect(await said).toBe('ok.');
});

it('answers what has begun when it is closed, and nothing after that', async () => {
  const answer = later<Answer>();
  const begun = later<null>();
  parts = {
    ...parts,
    answer: () => {
      begun.resolve(null);
      return answer.promise;
    },
  };
  client.write(get + get);
  await begun.promise;
  (await conversation).close();
  answer.resolve(answerOf('the one that had begun'));
  expect(await said).toBe('the one that had begun');
});

it('ends at once when it is closed between two messages', async () => {
  client.write(get);
  await once(client, 'data');
  (await conversation).close();
  expect(await said).toBe('ok.');
});

it('reads only so far ahead while it answers', async () => {
  const answer = later<Answer>();
  parts = { ...parts, answer: () => answer.promise };
  const many = Buffer.from(get.repeat(100_000));
  client.write(many);
  await vi.waitFor(() => expect(readers.bytes).toBeGreaterThan(250 * 1024));
  expect(readers.bytes).toBeLessThan(400 * 1024);
  answer.resolve(answerOf('last', true));
  expect(await said).toBe('last');
  expect(readers.bytes).toBe(0);
});

it('refuses what is not whole when all together hold too much, and hears what is', async () => {
  readers.bytes = 65 * 1024 * 1024;
  client.write(get);
  await once(client, 'data');
  client.write(`${post}12345`);
  expect(await said).toBe('ok.too much');
});

it('hands over to the site what is for the site, from its first byte', async () => {
  client.write(`${get}GET /en HTTP/1.1\r\n\r\n`);
  expect(await said).toBe('ok.the site');
});
