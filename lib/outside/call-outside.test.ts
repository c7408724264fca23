import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { callOutside, OutsideFault, publicOnly } from '@/lib/outside/call-outside';
import { isPublicAddress } from '@/lib/outside/public-address';

const anywhere = { plainHttp: true, privateAddresses: true };
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

const why = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof OutsideFault ? error.why : error),
  );

test('brings status, headers and text of the answer', async () => {
  const url = await serve((request, response) => {
    response.writeHead(201, { 'x-method': request.method ?? '' });
    request.pipe(response);
  });
  const reply = await callOutside({ method: 'POST', url, body: '你好' }, anywhere);
  expect(reply).toMatchObject({ status: 201, body: '你好', headers: { 'x-method': 'POST' } });
});

test('goes only by https unless it is told otherwise', async () => {
  expect(await why(callOutside({ url: 'http://example.org/' }, publicOnly))).toBe('not-https');
  expect(await why(callOutside({ url: 'file:///etc/passwd' }, anywhere))).toBe('not-https');
  expect(await why(callOutside({ url: 'gopher://example.org' }, anywhere))).toBe('not-https');
});

test('does not go to an address of a private network, however it is written', async () => {
  const shut = { plainHttp: true, privateAddresses: false };
  for (const host of [
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '172.31.255.255',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[fd00::1]',
    '[fe80::1]',
    '2130706433',
    '0x7f.1',
    '127.1',
    '0177.0.0.1',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
  ])
    expect([host, await why(callOutside({ url: `http://${host}/` }, shut))]).toEqual([host, 'private']);
});

test('a name is judged by the address it has when one connects', async () => {
  const url = await serve((_, response) => response.end('secret'));
  expect(await why(callOutside({ url }, { plainHttp: true, privateAddresses: false }))).toBe('private');
});

test('an address that holds a password, or is none, is refused', async () => {
  expect(await why(callOutside({ url: 'https://ann:pw@example.org/' }, anywhere))).toBe('address');
  expect(await why(callOutside({ url: 'example' }, anywhere))).toBe('address');
  expect(await why(callOutside({ url: `https://example.org/${'x'.repeat(3_000)}` }, anywhere))).toBe('address');
});

test('a redirect is an answer, not an order', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end());
  expect(await callOutside({ url }, anywhere)).toMatchObject({ status: 302 });
});

test('an answer without end is cut off, and so is one that never comes', async () => {
  const flood = await serve((_, response) => {
    const more = () => response.write('x'.repeat(65_536), () => setImmediate(more));
    more();
  });
  expect(await why(callOutside({ url: flood, maxBytes: 200_000 }, anywhere))).toBe('too-large');
  const silent = await serve(() => {});
  expect(await why(callOutside({ url: silent, seconds: 0.05 }, anywhere))).toBe('too-slow');
  expect(await why(callOutside({ url: 'http://127.0.0.1:1/' }, anywhere))).toBe('unreachable');
});

test('servers of the public internet are public', () => {
  for (const address of ['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  expect(isPublicAddress('example.org')).toBe(false);
});
