import { describe, expect, it } from 'vitest';
import type { CookieContext, CookieJar } from './cookie';
import { parseCookieDate } from './cookie-date';
import { receiveCookie } from './receive-cookie';
import { cookieField, cookiesFor } from './send-cookies';

const now = Date.UTC(2026, 10, 23, 12);
const at = (host: string, path = '/', more: Partial<CookieContext> = {}): CookieContext => ({
  host,
  path,
  isSecure: true,
  isCrossSite: false,
  isTopLevelNavigation: true,
  ...more,
});

function outcome(header: string, context = at('www.shop.example'), jar: CookieJar = []) {
  const { fact } = receiveCookie(jar, header, context, now);
  return fact.code === 'refused' ? fact.why : fact.code;
}

describe('Set-Cookie', () => {
  it.each<[string, string]>([
    ['a=b', 'kept'],
    ['a=b; Domain=shop.example', 'kept'],
    ['a=b; Domain=.shop.example', 'kept'],
    ['a=b; Domain=other.example', 'other-domain'],
    ['a=b; Domain=pay.shop.example', 'other-domain'],
    ['a=b; Domain=example', 'public-suffix'],
    ['a=b; Max-Age=0', 'deleted'],
    ['a=b; Expires=Wed, 09 Jun 2021 10:18:14 GMT', 'deleted'],
    ['a=b; Max-Age=60; Expires=Wed, 09 Jun 2021 10:18:14 GMT', 'kept'],
    ['a=b; SameSite=None', 'none-without-secure'],
    ['a=b; SameSite=None; Secure', 'kept'],
    ['__Secure-a=b', 'secure-prefix'],
    ['__Host-a=b; Secure; Path=/', 'kept'],
    ['__Host-a=b; Secure', 'host-prefix'],
    ['__Host-a=b; Secure; Path=/x', 'host-prefix'],
    ['__Host-a=b; Secure; Path=/; Domain=shop.example', 'host-prefix'],
    ['=b', 'no-name'],
    ['nothing', 'no-name'],
    ['a=b\u0000c', 'control-octet'],
    [`a=${'b'.repeat(4_096)}`, 'too-large'],
  ])('%j is %s', (header, expected) => {
    expect(outcome(header)).toBe(expected);
  });

  it('over http is not Secure, and leaves a Secure one alone', () => {
    const plain = at('www.shop.example', '/', { isSecure: false });
    expect(outcome('a=b; Secure', plain)).toBe('secure-over-http');
    const { jar } = receiveCookie([], 'a=b; Secure', at('www.shop.example'), now);
    expect(outcome('a=c', plain, jar)).toBe('leave-secure-alone');
  });

  it('belongs to the directory of its address, where no Path is given', () => {
    const { jar } = receiveCookie([], 'a=b', at('a.example', '/shop/basket'), now);
    expect(jar).toMatchObject([{ path: '/shop', hostOnly: true }]);
  });

  it('under the same name, domain and path replaces the old one, and keeps its age', () => {
    const first = receiveCookie([], 'a=b', at('a.example'), now - 5_000).jar;
    const { jar, fact } = receiveCookie(first, 'a=c', at('a.example'), now);
    expect([fact.code, jar.length, jar[0]?.value, jar[0]?.createdAt]).toEqual(['replaced', 1, 'c', now - 5_000]);
  });
});

describe('Cookie', () => {
  const jar = [
    'host=1',
    'all=2; Domain=shop.example',
    'deep=3; Path=/a',
    'strict=4; SameSite=Strict',
    'none=5; SameSite=None; Secure',
    'short=6; Max-Age=10',
  ].reduce<CookieJar>((before, header) => receiveCookie(before, header, at('www.shop.example'), now).jar, []);
  const sent = (context: CookieContext, later = 0) => cookieField(cookiesFor(jar, context, now + later).sent);

  it.each<[string, CookieContext, number, string | undefined]>([
    ['its host', at('www.shop.example'), 0, 'host=1; all=2; strict=4; none=5; short=6'],
    [
      'a path below, the longest first',
      at('www.shop.example', '/a/b'),
      0,
      'deep=3; host=1; all=2; strict=4; none=5; short=6',
    ],
    ['a path that only begins alike', at('www.shop.example', '/ab'), 0, 'host=1; all=2; strict=4; none=5; short=6'],
    ['another host of the domain', at('pay.shop.example'), 0, 'all=2'],
    ['another domain', at('other.example'), 0, undefined],
    ['its host over http', at('www.shop.example', '/', { isSecure: false }), 0, 'host=1; all=2; strict=4; short=6'],
    [
      'its host from a link elsewhere',
      at('www.shop.example', '/', { isCrossSite: true }),
      0,
      'host=1; all=2; none=5; short=6',
    ],
    [
      'its host for a page elsewhere',
      at('www.shop.example', '/', { isCrossSite: true, isTopLevelNavigation: false }),
      0,
      'none=5',
    ],
    ['its host when some have run out', at('www.shop.example'), 10_000, 'host=1; all=2; strict=4; none=5'],
  ])('to %s', (_where, context, later, expected) => {
    expect(sent(context, later)).toBe(expected);
  });
});

it.each([
  ['Wed, 09 Jun 2021 10:18:14 GMT', '2021-06-09T10:18:14.000Z'],
  ['Wednesday, 09-Jun-21 10:18:14 GMT', '2021-06-09T10:18:14.000Z'],
  ['Wed Jun  9 10:18:14 2021', '2021-06-09T10:18:14.000Z'],
  ['10:18:14 9 june 99', '1999-06-09T10:18:14.000Z'],
  ['31 Feb 2021 10:18:14', null],
  ['tomorrow', null],
])('the date of a cookie %j is %j', (text, expected) => {
  const ms = parseCookieDate(text);
  expect(ms === null ? null : new Date(ms).toISOString()).toBe(expected);
});
