import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptParts } from './kept';

describe('keptParts', () => {
  test('holds a hyphenated term together', () => {
    expect(keptParts('Three-way and four-way handshakes')).toEqual(['Three-way', ' and ', 'four-way', ' handshakes']);
  });

  test('leaves a dash between words alone', () => {
    expect(keptParts('open - close')).toEqual(['open - close']);
  });

  test('keeps every character in its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => keptParts(text).join('') === text));
  });
});
