import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftToken, readDraftToken } from './draft-token';

const secret = 's'.repeat(32);
const names = fc.record({ learnerId: fc.uuid(), id: fc.uuid() });

test('a token names what it was made for, and stands in an address as it is', () => {
  fc.assert(
    fc.property(names, (name) => {
      const token = draftToken(name, secret);
      expect(encodeURIComponent(token)).toBe(token);
      expect(readDraftToken(token, secret)).toEqual(name);
    }),
  );
});

test('another secret opens nothing: to change SECRET ends every link', () => {
  fc.assert(
    fc.property(names, (name) => {
      expect(readDraftToken(draftToken(name, secret), 't'.repeat(32))).toBeNull();
    }),
  );
});

test('with any one character changed a token opens nothing', () => {
  fc.assert(
    fc.property(names, fc.nat(63), fc.constantFrom(...'Aa0_-zQ9'), (name, at, other) => {
      const token = draftToken(name, secret);
      if (token[at] === other) return;
      expect(readDraftToken(`${token.slice(0, at)}${other}${token.slice(at + 1)}`, secret)).toBeNull();
    }),
  );
});

test.each(['', 'x', '../etc', 'a'.repeat(63), 'a'.repeat(65), `${'a'.repeat(63)}/`, 'a'.repeat(100_000)])(
  'what is no token opens nothing (%#)',
  (text) => {
    expect(readDraftToken(text, secret)).toBeNull();
  },
);
