import { expect, it } from 'vitest';
import { ownRequest } from './own-request';

const base = '/api/labs/http/s/abc';
const own = (text: string) => ownRequest(Buffer.from(text, 'latin1'), base).toString('latin1');

it.each([
  [
    'GET /api/labs/http/s/abc/etag?x=/api/labs/http/s/abc HTTP/1.1\r\n',
    'GET /etag?x=/api/labs/http/s/abc HTTP/1.1\r\n',
  ],
  ['GET /api/labs/http/s/abc HTTP/1.1\r\n', 'GET / HTTP/1.1\r\n'],
  ['GET /api/labs/http/s/abc?a=b HTTP/1.1\r\n', 'GET /?a=b HTTP/1.1\r\n'],
  ['GET http://here/api/labs/http/s/abc/x HTTP/1.1\r\n', 'GET http://here/x HTTP/1.1\r\n'],
  ['GET  /api/labs/http/s/abc/x\n\xff', 'GET  /x\n\xff'],
])('reads %j as a request to a server at its own root', (request, expected) => expect(own(request)).toBe(expected));

it('touches nothing behind the first line', () => {
  const request = 'GET /x HTTP/1.1\r\nReferer: http://here/api/labs/http/s/abc/\r\n\r\n';
  expect(own(request)).toBe(request);
});
