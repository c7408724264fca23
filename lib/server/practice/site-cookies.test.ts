import { expect, it } from 'vitest';
import { withoutSiteCookies } from './site-cookies';

const without = (text: string) => withoutSiteCookies(Buffer.from(text, 'latin1')).toString('latin1');

it('leaves a request without cookies of the site as it is, to the byte', () => {
  const bytes = Buffer.from('GET / HTTP/1.1\r\nHost: x\r\nCookie:a=b ;c=d\r\n\r\n\xff\x00', 'latin1');
  expect(withoutSiteCookies(bytes)).toBe(bytes);
});

it('takes the cookies of the site out and leaves the others where they are', () => {
  const head = 'GET / HTTP/1.1\r\nHost: x\r\nCookie: visits=1; handrail.session=secret; a=b\r\nX: y\r\n\r\n';
  expect(without(head)).toBe('GET / HTTP/1.1\r\nHost: x\r\nCookie: visits=1; a=b\r\nX: y\r\n\r\n');
});

it('takes a line out of which nothing is left', () => {
  expect(without('GET / HTTP/1.1\r\nCOOKIE : __Secure-handrail.session=s; handrail.locale=zh\r\nHost: x\r\n\r\n')).toBe(
    'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
  );
});

it('finds them behind bare line feeds, in several lines, and never touches content', () => {
  const body = 'Cookie: handrail.session=typed\r\n';
  expect(without(`GET / HTTP/1.1\ncookie:handrail.guest=1\nCookie: a=b;Next-Auth.csrf=2\n\n${body}`)).toBe(
    `GET / HTTP/1.1\nCookie: a=b\n\n${body}`,
  );
});

it('finds them in a head that is cut short', () => {
  expect(without('GET / HTTP/1.1\r\nCookie: a=b; handrail.session=se')).toBe('GET / HTTP/1.1\r\nCookie: a=b');
});
