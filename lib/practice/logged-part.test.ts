import { describe, expect, it } from 'vitest';
import { parseRequest } from '@/lib/labs/http/parse-message';
import { loggedPart } from './logged-part';

const part = (text: string) => {
  const bytes = Buffer.from(text, 'latin1');
  return loggedPart(bytes, parseRequest(bytes, { closed: true })).toString('latin1');
};
const faultOf = (text: string) => parseRequest(Buffer.from(text, 'latin1'), { closed: true }).refusal?.code;
const head = 'POST /notes HTTP/1.1\r\nHost: here\r\n';
const large = 'x'.repeat(200_000);

describe('what of a request is logged', () => {
  it.each([
    ['what is whole', `${head}Content-Length: 2\r\n\r\nhi`],
    ['what is refused and short', 'GET  / HTTP/1.1\r\n\r\n'],
    ['what is cut short, to its last byte', `${head}Content-Length: 9000\r\n\r\n${large.slice(0, 8_000)}`],
  ])('is all of %s', (_what, text) => expect(part(text)).toBe(text));

  it.each([
    ['a target that is too long', `GET /${large} HTTP/1.1\r\n\r\n`],
    ['a field that is too long', `${head}X: ${large}`],
    ['too many fields', `${head}${'X: y\r\n'.repeat(9_000)}`],
    ['a head that is too large', `${head}${`X: ${large.slice(0, 8_000)}\r\n`.repeat(9)}`],
    ['content that is too large', `${head}Content-Length: 9999999\r\n\r\n${large}`],
    ['a chunk line that is too long', `${head}Transfer-Encoding: chunked\r\n\r\n1${';a=b'.repeat(50_000)}`],
    ['a wrong space', `GET  / HTTP/1.1\r\n${large}`],
  ])('is of %s its beginning, which is refused for the same reason', (_what, text) => {
    const logged = part(text);
    expect(text.startsWith(logged)).toBe(true);
    expect(logged.length).toBeLessThan(34_000);
    expect(faultOf(logged)).toBe(faultOf(text));
  });
});
