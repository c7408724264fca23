import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { setForwarded, siteOf } from '@/lib/server/site';

function requestWith(headers: Record<string, string>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, { host: 'box:3000', ...headers });
  return request;
}

const forged = {
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '1.2.3.4, 10.0.0.9',
};

describe('siteOf', () => {
  it('believes no forwarded header unless it is told that a proxy writes them', () => {
    const site = siteOf({ PUBLIC_URL: undefined, TRUST_PROXY: false });
    const request = requestWith(forged);
    expect(site.origin(request.headers)).toBe('http://box:3000');
    expect(site.isHttps(request.headers)).toBe(false);
    expect(site.clientAddress(request)).not.toContain('1.2.3.4');
  });

  it('takes the entry that its own proxy added', () => {
    const site = siteOf({ PUBLIC_URL: undefined, TRUST_PROXY: true });
    const request = requestWith(forged);
    expect(site.origin(request.headers)).toBe('https://evil.example');
    expect(site.clientAddress(request)).toBe('10.0.0.9');
  });

  it('is what PUBLIC_URL says, whatever the Host header does', () => {
    const site = siteOf({ PUBLIC_URL: 'https://learn.example.org', TRUST_PROXY: false });
    expect(site.origin(requestWith(forged).headers)).toBe('https://learn.example.org');
    expect(site.isHttps({})).toBe(true);
  });
});

describe('setForwarded', () => {
  it('replaces what the visitor wrote for Next and next-auth to read', () => {
    const request = requestWith({ ...forged, 'x-middleware-subrequest': 'middleware', forwarded: 'for=1.2.3.4' });
    setForwarded(request, siteOf({ PUBLIC_URL: undefined, TRUST_PROXY: false }));
    expect(request.headers['x-forwarded-host']).toBe('box:3000');
    expect(request.headers['x-forwarded-proto']).toBe('http');
    expect(request.headers['x-forwarded-for']).not.toContain('1.2.3.4');
    expect(request.headers['x-middleware-subrequest']).toBeUndefined();
    expect(request.headers.forwarded).toBeUndefined();
  });
});
