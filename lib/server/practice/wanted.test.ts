import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wantedBy } from './wanted';

const wanted = (text: string) => wantedBy(Buffer.from(text, 'latin1'));

describe('whom a message is for', () => {
  it.each([
    'GET /api/labs/http/s/abc/etag HTTP/1.1\r\n',
    'GET  /api/labs/http/s/abc',
    '\r\nBREW\t/api/labs/http/s/abc HTTP/1.1',
    'GET http://practice.example/api/labs/http/s/abc HTTP/1.1\r\n',
    'GET /api/labs/http/echo HTTP/1.1\r\n',
    'POST /api/labs/http/echo?a=b HTTP/1.1\r\n',
    'get /api/labs/http/s/',
  ])('is the practice server for %j', (text) => expect(wanted(text)).toBe('practice'));

  it.each([
    'GET / HTTP/1.1\r\n',
    'GET /api/labs/http HTTP/1.1\r\n',
    'POST /api/labs/http/echoes HTTP/1.1\r\n',
    'GET /en?next=/api/labs/http/s/abc HTTP/1.1\r\n',
    'CONNECT example.org:443 HTTP/1.1\r\n',
    'GET http://example.org/ HTTP/1.1\r\n',
    'OPTIONS * HTTP/1.1\r\n',
    `${'x'.repeat(65)}`,
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 ',
  ])('is the site for %j', (text) => expect(wanted(text)).toBe('site'));

  it('is not clear before the address is there, and never says other things as more bytes come', () => {
    const messages = [
      'GET /api/labs/http/s/abc HTTP/1.1\r\n',
      'GET /api/labs/http/echo HTTP/1.1\r\n',
      'GET /en HTTP/1.1\r\n',
    ];
    for (const message of messages) {
      const seen = Array.from(message, (_, at) => wanted(message.slice(0, at + 1))).filter((one) => one !== 'unclear');
      expect(new Set(seen).size).toBe(1);
    }
  });

  it('comes to an end with any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 400, maxLength: 500 }), (bytes) => wantedBy(bytes) !== 'unclear'),
      { numRuns: 300 },
    );
  });
});
