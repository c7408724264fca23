import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mediaFile, sendMedia } from './send-media';

const tag = 'abcdefghijklmnopqrstuv';
let root = '';
let origin = '';
let server: Server;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'handrail-media-'));
  await mkdir(join(root, 'media'));
  await writeFile(join(root, 'media', `${tag}.mp3`), '0123456789');
  server = createServer((request, response) => {
    void sendMedia(root, request.url ?? '', request, response).then((sent) => sent || response.writeHead(404).end());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  server.close();
  await rm(root, { recursive: true });
});

const heart = `/media/${tag}/heart.mp3`;
const ask = async (headers: Record<string, string> = {}, address = heart, method = 'GET') => {
  const answer = await fetch(origin + address, { headers, method });
  return [answer.status, answer.headers.get('content-range'), await answer.text()];
};

test('a sound is sent whole, for ever, with its type and its hash', async () => {
  const answer = await fetch(origin + heart);
  expect(await answer.text()).toBe('0123456789');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'audio/mpeg',
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    etag: `"${tag}"`,
    'x-handrail-public': '1',
  });
});

test('a player gets the part it asks for', async () => {
  expect(await ask({ range: 'bytes=2-4' })).toEqual([206, 'bytes 2-4/10', '234']);
  expect(await ask({ range: 'bytes=7-' })).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await ask({ range: 'bytes=-3' })).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await ask({ range: 'bytes=99-' })).toEqual([416, 'bytes */10', '']);
  expect(await ask({ range: 'bytes=0-1,4-5' })).toEqual([200, null, '0123456789']);
});

test('a part of another version is the whole of this one', async () => {
  expect(await ask({ range: 'bytes=2-4', 'if-range': '"older"' })).toEqual([200, null, '0123456789']);
  expect(await ask({ range: 'bytes=2-4', 'if-range': `"${tag}"` })).toEqual([206, 'bytes 2-4/10', '234']);
});

test('what a browser has already is not sent again, and HEAD sends nothing', async () => {
  expect(await ask({ 'if-none-match': `"${tag}"` })).toEqual([304, null, '']);
  expect(await ask({}, heart, 'HEAD')).toEqual([200, null, '']);
});

test.each([
  '/media/../secret',
  `/media/${tag}/..%2f..%2fsecret`,
  `/media/${tag}/a.exe`,
  '/media/short/a.mp3',
  '/media/',
])('%s names no file', async (address) => {
  expect(mediaFile(address)).toBeUndefined();
  expect((await ask({}, address))[0]).toBe(404);
});
