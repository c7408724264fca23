import fc from 'fast-check';
import { expect, it } from 'vitest';
import { typedBytes, typedText } from './typed-bytes';

it('ends each line with CR LF, or with LF alone where that is chosen', () => {
  expect(typedBytes('GET / HTTP/1.1\nHost: a\n\n', 'crlf')).toBe('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  expect(typedBytes('GET / HTTP/1.1\nHost: a\n\n', 'lf')).toBe('GET / HTTP/1.1\nHost: a\n\n');
});

it('writes single octets, and leaves an end out', () => {
  expect(typedBytes('a\\r\\n\\x00\\xff\\\\\\t\\q\\\nb', 'crlf')).toBe('a\r\n\x00\xff\\\t\\qb');
});

it('takes up what was sent, to the octet', () => {
  const octets = fc
    .array(fc.constantFrom('\r\n', 'a', '\\', '\t', '\x00', '\xff', '\r', ' ', ':'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(octets, (sent) => {
      expect(typedBytes(typedText(sent), 'crlf')).toBe(sent);
    }),
    { numRuns: 300 },
  );
});
