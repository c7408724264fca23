import { describe, expect, it, vi } from 'vitest';
import '@/lib/auth/test-visit';
import { browserName } from '@/lib/auth/browser-name';
import { cookieName, cookieValue, setCookieHeader } from '@/lib/auth/cookie';

describe('cookies', () => {
  it('are named and kept as the site’s scheme allows', async () => {
    expect(cookieName('session')).toBe('handrail.session');
    expect(setCookieHeader({ name: 'a', value: 'b', maxAge: null })).toBe('a=b; Path=/; HttpOnly; SameSite=Lax');
    vi.resetModules();
    vi.doMock('@/lib/env', () => ({ env: () => ({ PUBLIC_URL: 'https://learn.example.org' }) }));
    const secure = await import('@/lib/auth/cookie');
    expect(secure.cookieName('session')).toBe('__Secure-handrail.session');
    expect(secure.setCookieHeader({ name: 'a', value: 'b', maxAge: 1 })).toContain('; Secure; Max-Age=1');
    vi.doUnmock('@/lib/env');
  });

  it('are found by their whole name', () => {
    const header = 'xhandrail.session=1; handrail.session.0=2; handrail.session=3; handrail.session=4';
    expect(cookieValue(header, 'handrail.session')).toBe('3');
    expect(cookieValue('handrail.session', 'handrail.session')).toBeUndefined();
    expect(cookieValue(undefined, 'handrail.session')).toBeUndefined();
  });
});

describe('browserName', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
      'Safari, iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36 MicroMessenger/8.0',
      'WeChat, Android',
    ],
    ['curl/8', ''],
    ['', ''],
  ])('of %j is %j', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });
});
