import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinAlphabet, newJoinCode, readJoinCode, sayJoinCode } from '@/lib/classes/join-code';

const codes = fc
  .array(fc.integer({ min: 0, max: joinAlphabet.length - 1 }), { minLength: 8, maxLength: 8 })
  .map((picked) => picked.map((at) => joinAlphabet.charAt(at)).join(''));

describe('a join code', () => {
  it('holds nothing that is taken for something else', () => {
    for (const letter of '0O1IL') expect(joinAlphabet).not.toContain(letter);
    expect(new Set(joinAlphabet).size).toBe(31);
  });

  it('is drawn letter by letter from all of the alphabet', () => {
    let at = 0;
    expect(newJoinCode((below) => at++ % below)).toBe('ABCDEFGH');
    expect(newJoinCode((below) => below - 1)).toBe('99999999');
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(
        codes,
        fc.array(fc.constantFrom(' ', '-', '–', '  ', '_', '\t'), { maxLength: 6 }),
        (code, between) => {
          const typed = [...code.toLowerCase()].map((letter, at) => letter + (between[at] ?? '')).join('');
          expect(readJoinCode(typed)).toBe(code);
          expect(readJoinCode(sayJoinCode(code))).toBe(code);
        },
      ),
    );
    expect(readJoinCode('ＡＢＣＤ－ｅｆｇｈ')).toBe('ABCDEFGH');
  });

  it.each(['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCD0FGH', 'ABCDEFG;', "'; DROP", 'x'.repeat(5000)])('is not %j', (typed) => {
    expect(readJoinCode(typed)).toBeUndefined();
  });
});
