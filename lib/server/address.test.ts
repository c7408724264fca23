import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, hasQuery } from '@/lib/server/address';

describe('addressOf', () => {
  it.each([
    ['/en', '/en', ''],
    ['/en?x=1', '/en', 'x=1'],
    ['/en?', '/en', ''],
    ['/en#part', '/en', ''],
    ['http://learn.example.org/en?x=1', '/en', 'x=1'],
    ['http://learn.example.org', '/', ''],
    ['/en/%E4%B8%AD', '/en/%E4%B8%AD', ''],
    ['/en?next=//evil.example', '/en', 'next=//evil.example'],
  ])('reads %s', (target, path, query) => {
    expect(addressOf(target)).toEqual({ path, query });
  });

  it.each([
    '//evil.example/',
    '/en//x',
    '/en/../secret',
    '/en/%2e%2e/secret',
    '/en/%2E',
    '/en\\x',
    '/en/%5c',
    '/en/%00',
    '/%zz',
    '/en x',
    'en',
    '*',
    '',
    'http://host//evil.example',
    'javascript:alert(1)',
  ])('refuses %s', (target) => {
    expect(addressOf(target)).toBeNull();
  });

  it('never yields a path that climbs, doubles a slash or names a host', () => {
    const piece = fc.constantFrom('/', '..', '.', '%2e', '%2f', '\\', '?', '#', 'en', '%', 'http://h', '\u0000', '中');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const address = addressOf(pieces.join(''));
        if (address === null) return;
        const plain = decodeURIComponent(address.path);
        expect(plain.startsWith('/')).toBe(true);
        expect(plain).not.toMatch(/\/\/|\\|\p{Cc}/u);
        expect(plain.split('/')).not.toContain('..');
      }),
    );
  });
});

describe('hasQuery', () => {
  it.each([
    ['beside', true],
    ['a=1&beside=', true],
    ['besides=1', false],
    ['', false],
  ])('asked for beside, reads %s as %s', (query, expected) => {
    expect(hasQuery(query, 'beside')).toBe(expected);
  });
});
