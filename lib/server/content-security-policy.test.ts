import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policies, scriptHashes } from '@/lib/server/content-security-policy';

const hashOf = (code: string) => `sha256-${createHash('sha256').update(code).digest('base64')}`;

describe('scriptHashes', () => {
  it('hashes each inline script once, byte for byte, and leaves those with a source', () => {
    const html = `<script>let a = "中 & <";</script><script src="/x.js" async=""></script>
      <script id="b">\n b() </script><SCRIPT>b2()</SCRIPT><script>let a = "中 & <";</script><script></script>`;
    expect(scriptHashes(html)).toEqual([hashOf('let a = "中 & <";'), hashOf('\n b() '), hashOf('b2()')]);
  });
});

describe('policies', () => {
  const csp = policies({ dev: false, signInOrigins: ['https://id.example.org'] });

  it('lets a prerendered page run exactly its own scripts', () => {
    const scripts = /script-src ([^;]*)/.exec(csp.forScripts(['sha256-aa=', 'sha256-bb=']))?.[1];
    expect(scripts).toBe("'self' 'sha256-aa=' 'sha256-bb='");
  });

  it('lets a page made for one request run what carries its nonce', () => {
    expect(csp.forNonce('bm9uY2U=')).toContain("'nonce-bm9uY2U='");
  });

  it.each([csp.forScripts([]), csp.forNonce('x')])(
    'allows neither inline scripts nor eval, nor framing: %#',
    (policy) => {
      expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
      expect(policy).not.toContain('unsafe-eval');
      expect(policy).not.toMatch(/style-src [^;]*'unsafe-inline'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("object-src 'none'");
      // A classroom on plain http would be sent to an https that is not there.
      expect(policy).not.toContain('upgrade-insecure-requests');
    },
  );

  it('lets a sign-in form lead to the providers that are set up', () => {
    expect(csp.forNonce('x')).toContain("form-action 'self' https://id.example.org");
  });
});
