import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatenated, noBytes } from '../bytes';
import { messageMap } from './message-map';
import { textOctets } from './octets';
import { parseRequest, parseResponse } from './parse-message';
import { inPieces, withLength, writeChunked, writeRequest, writeResponse } from './write-message';

const request = (text: string) => parseRequest(textOctets(text));
const codes = (text: string) => request(text).faults.map(({ code }) => code);
const get = 'GET / HTTP/1.1\r\nHost: a.example\r\n';

describe('a request', () => {
  it('is read to its parts, and says where it ends', () => {
    const whole = `${get}Content-Length: 2\r\n\r\nhiGET `;
    const parsed = request(whole);
    expect(parsed.kind).toBe('complete');
    expect(parsed.message?.body).toEqual(textOctets('hi'));
    expect(parsed.end).toBe(whole.length - 'GET '.length);
  });

  it('is incomplete, not wrong, at every cut', () => {
    const whole = `POST /a?b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nT: v\r\n\r\n`;
    for (let length = 0; length < whole.length; length += 1) {
      const parsed = request(whole.slice(0, length));
      expect([length, parsed.kind, parsed.faults]).toEqual([length, 'incomplete', []]);
    }
    expect(request(whole).kind).toBe('complete');
    expect(request(whole).message?.trailers).toMatchObject([{ name: 'T', value: 'v' }]);
  });

  it.each([
    ['GET / HTTP/1.1\nHost: a\r\n\r\n', ['bare-lf']],
    ['GET /\r\n\r\n', ['version-missing']],
    ['GET\r\n\r\n', ['request-line-parts']],
    ['GET  / HTTP/1.1\r\nHost: a\r\n\r\n', ['request-line-spaces']],
    ['G\u0001T / HTTP/1.1\r\nHost: a\r\n\r\n', ['method-bad']],
    ['GET /a b HTTP/1.1\r\nHost: a\r\n\r\n', ['target-octet']],
    ['GET a HTTP/1.1\r\nHost: a\r\n\r\n', ['target-form']],
    ['GET * HTTP/1.1\r\nHost: a\r\n\r\n', ['target-form']],
    ['GET /#x HTTP/1.1\r\nHost: a\r\n\r\n', ['target-fragment']],
    ['GET / HTTP/2.0\r\nHost: a\r\n\r\n', ['version-unsupported']],
    ['GET / http/1.1\r\nHost: a\r\n\r\n', ['version-bad']],
    ['GET / HTTP/1.1\r\n\r\n', ['host-missing']],
    [`${get}Host: b\r\n\r\n`, ['host-repeated']],
    ['GET / HTTP/1.1\r\nHost: a b\r\n\r\n', ['host-bad']],
    [`${get}Name : x\r\n\r\n`, ['space-before-colon']],
    [`${get}Name\r\n\r\n`, ['colon-missing']],
    [`${get}: x\r\n\r\n`, ['name-empty']],
    [`${get}Na(me: x\r\n\r\n`, ['name-octet']],
    [`${get}Name: a\u0000b\r\n\r\n`, ['value-octet']],
    [`${get}Name: a\rb\r\n\r\n`, ['bare-cr']],
    [`${get}Name: a\r\n b\r\n\r\n`, ['obs-fold']],
    ['GET / HTTP/1.1\r\n Host: a\r\n\r\n', ['space-before-first-field']],
    [`${get}Content-Length: x\r\n\r\n`, ['length-bad']],
    [`${get}Content-Length: +1\r\n\r\nx`, ['length-bad']],
    [`${get}Content-Length: 1\r\nContent-Length: 1\r\n\r\nx`, ['length-repeated']],
    [`${get}Content-Length: 1\r\nContent-Length: 2\r\n\r\nx`, ['length-conflict']],
    [`${get}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nx`, ['length-and-coding']],
    [`${get}Transfer-Encoding: gzip\r\n\r\n`, ['coding-not-last']],
    [`${get}Transfer-Encoding: gzip, chunked\r\n\r\n`, ['coding-unknown']],
    [`${get}Transfer-Encoding: cow\r\n\r\n`, ['coding-unknown']],
    [`${get}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n`, ['coding-repeated']],
    ['POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n', ['coding-in-1.0']],
    [`${get}Transfer-Encoding: chunked\r\n\r\nx\r\n`, ['chunk-size-bad']],
    [`${get}Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n`, ['chunk-end-missing']],
    [`${get}Transfer-Encoding: chunked\r\n\r\n1;=\r\na\r\n0\r\n\r\n`, ['chunk-extension-bad']],
    [`${get}Transfer-Encoding: chunked\r\n\r\n0\r\nHost: b\r\n\r\n`, ['trailer-forbidden']],
    [`${get}Transfer-Encoding: chunked\r\n\r\nfffff\r\n`, ['chunk-too-large']],
    [`${get}Content-Length: 99999\r\n\r\n`, ['body-too-large']],
  ])('%j is refused for what is wrong with it', (text, expected) => {
    const parsed = request(text);
    expect(codes(text)).toEqual(expected);
    expect(parsed.kind).toBe('refused');
    expect(parsed.refusal?.rfc).toMatch(/^\d+ §/);
  });
});

describe('a request beyond the limits', () => {
  it.each([
    ['request-line-too-long', `GET /${'a'.repeat(9_000)} HTTP/1.1\r\n\r\n`],
    ['field-too-long', `${get}A: ${'a'.repeat(9_000)}\r\n\r\n`],
    ['fields-too-many', `${get}${'A: b\r\n'.repeat(101)}\r\n`],
    ['head-too-large', `${get}${`A: ${'b'.repeat(6_000)}\r\n`.repeat(3)}\r\n`],
  ])('is refused: %s', (code, text) => {
    expect([request(text).kind, codes(text)]).toEqual(['refused', [code]]);
  });
});

describe('a response', () => {
  it.each([
    ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n', 'none'],
    ['GET', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n', 'none'],
    ['GET', 'HTTP/1.1 204 No Content\r\n\r\n', 'none'],
    ['GET', 'HTTP/1.1 200 OK\r\n\r\nabc', 'until-close'],
    ['CONNECT', 'HTTP/1.1 200 OK\r\n\r\nabc', 'tunnel'],
    ['GET', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 'chunked'],
  ])('to %s: %j is framed as %s', (asked, text, kind) => {
    const parsed = parseResponse(textOctets(text), asked, { closed: true });
    expect([parsed.kind, parsed.framing.kind]).toEqual(['complete', kind]);
  });
});

const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,14}$/);
const value = fc.stringMatching(/^([!-~\u0080-\u00ff]([ -~\u0080-\u00ff]{0,30}[!-~])?)?$/);
const framingNames = ['content-length', 'transfer-encoding', 'host', 'trailer', 'te', 'expect'];
const field = fc
  .record({ name: token, value })
  .filter(({ name }) => !framingNames.includes(name.toLowerCase()) && !/^(content|set|cache|auth|max)/i.test(name));
const fields = fc.array(field, { maxLength: 8 });
const body = fc.uint8Array({ maxLength: 300 });
const plain = (list: readonly { name: string; value: string }[]) => list.map(({ name, value }) => ({ name, value }));

describe('what was written', () => {
  it('is read again as it was, with a length', () => {
    fc.assert(
      fc.property(token, fields, body, (method, more, content) => {
        fc.pre(method !== 'CONNECT');
        const own = withLength([{ name: 'Host', value: 'a.example' }, ...more], content);
        const bytes = writeRequest({
          method,
          target: '/p?q=1',
          version: 'HTTP/1.1',
          fields: own,
          body: content,
          trailers: [],
        });
        const parsed = parseRequest(bytes);
        expect(parsed.kind).toBe('complete');
        expect(parsed.message?.method).toBe(method);
        expect(plain(parsed.message?.fields ?? [])).toEqual(own);
        expect([...(parsed.message?.body ?? [])]).toEqual([...content]);
        expect(parsed.end).toBe(bytes.length);
      }),
    );
  });

  it('is read again as it was, in chunks, with trailers and extensions', () => {
    fc.assert(
      fc.property(fields, fields, body, fc.integer({ min: 1, max: 40 }), (more, trailers, content, size) => {
        const own = [{ name: 'Transfer-Encoding', value: 'chunked' }, ...more];
        const head = writeResponse({
          version: 'HTTP/1.1',
          status: 200,
          reason: 'OK',
          fields: own,
          body: noBytes,
          trailers: [],
        });
        const bytes = concatenated(head, writeChunked(inPieces(content, size), trailers, [';a', ';b="c d"', ' ; e=f']));
        const parsed = parseResponse(bytes);
        expect([parsed.kind, parsed.faults]).toEqual(['complete', []]);
        expect([...(parsed.message?.body ?? [])]).toEqual([...content]);
        expect(plain(parsed.message?.trailers ?? [])).toEqual(trailers);
      }),
    );
  });
});

describe('any bytes', () => {
  const pieces = [
    'GET / HTTP/1.1',
    '\r\n',
    '\n',
    '\r',
    'Host: a',
    ' ',
    ':',
    'Content-Length: 3',
    'Transfer-Encoding: chunked',
    '0',
    '5',
    'abc',
    ';',
    '\u0000',
    '\t',
    'HTTP/1.1 200 OK',
  ];
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => textOctets(parts.join(''))),
  );

  it('are read without a throw, with every octet named and every fault inside them', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (bytes, closed) => {
        for (const parsed of [parseRequest(bytes, { closed }), parseResponse(bytes, 'GET', { closed })]) {
          const map = messageMap(bytes, parsed);
          for (let at = 0; at < bytes.length; at += 1)
            expect(map.some(({ from, to }) => from <= at && at < to)).toBe(true);
          for (const { from, to } of map) expect(0 <= from && from < to && to <= bytes.length).toBe(true);
          for (const { from, to } of parsed.faults) expect(0 <= from && from <= to && to <= bytes.length).toBe(true);
          expect(parsed.kind === 'refused').toBe(parsed.refusal !== null);
        }
      }),
    );
  });
});
