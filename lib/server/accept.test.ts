import { describe, expect, it } from 'vitest';
import { encodingFor, localeFor } from '@/lib/server/accept';

describe('encodingFor', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity', 'identity'],
    ['gzip;q=oops', 'identity'],
  ])('answers %s with %s', (header, expected) => {
    expect(encodingFor(header)).toBe(expected);
  });
});

describe('localeFor', () => {
  it.each([
    [undefined, undefined, 'en'],
    [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    [undefined, 'fr-FR, zh;q=0.4, en;q=0.6', 'en'],
    [undefined, 'fr', 'en'],
    [undefined, 'zh;q=0', 'en'],
    ['handrail.locale=zh', 'en', 'zh'],
    ['a=b; handrail.locale=en', 'zh', 'en'],
    ['handrail.locale=xx', 'zh', 'zh'],
    ['evil_handrail.locale=zh', 'en', 'en'],
  ])('with cookie %s and languages %s it is %s', (cookie, languages, expected) => {
    expect(localeFor(cookie, languages)).toBe(expected);
  });
});
