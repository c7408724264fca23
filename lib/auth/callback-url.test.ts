import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeCallback } from '@/lib/auth/callback-url';

describe('safeCallback', () => {
  it.each(['/en', '/zh/learn/tcp-tls/three-way-four-way#why-not-two', '/en/paths/git?x=1', '/en/learn/路径'])(
    'goes back to %s',
    (path) => {
      expect(decodeURI(safeCallback(path, '/en'))).toBe(path);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/en/..//evil.example',
    '/%2e//evil.example',
    '/api/auth/signout',
    '',
    null,
    undefined,
    `/${'a'.repeat(3000)}`,
  ])('does not follow %j', (wanted) => {
    expect(safeCallback(wanted, '/en')).toBe('/en');
  });

  it('stays on this site, whatever is asked', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      'evil.example',
      '@',
      ':',
      '%2f',
      '%5c',
      '\t',
      'https:',
      '?',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const to = safeCallback(`/${pieces.join('')}`, '/en');
        expect(new URL(to, 'https://here.example').origin).toBe('https://here.example');
        expect(to).toMatch(/^\/(?![/\\])/);
      }),
    );
  });
});
