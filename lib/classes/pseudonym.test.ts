import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newPseudonym } from '@/lib/classes/pseudonym';
import { pseudonymAnimals, pseudonymColours, pseudonymPiece, sayPseudonym } from '@/lib/words/pseudonym';

test('a pseudonym is of this class alone, however many there are', () => {
  const taken = new Set<string>();
  // A die that always falls alike at first: what is taken is not given again.
  let at = 0;
  for (let n = 0; n < 3000; n++) newPseudonym(taken, (below) => Math.floor(at++ / 7) % below);
  expect(taken.size).toBe(3000);
});

test('is said in both languages, and is found by either', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...pseudonymColours),
      fc.constantFrom(...pseudonymAnimals),
      fc.integer({ min: 2, max: 999_999 }),
      (colour, animal, number) => {
        const code = `${colour}-${animal}-${number}`;
        expect(pseudonymPiece(sayPseudonym(code, 'en'))).toBe(code);
        expect(pseudonymPiece(sayPseudonym(code, 'zh'))).toBe(code);
        expect(sayPseudonym(code, 'zh')).not.toMatch(/[a-z\s-]/);
      },
    ),
  );
  expect(sayPseudonym('amber-otter-12', 'en')).toBe('Amber Otter 12');
  expect(sayPseudonym('amber-otter-12', 'zh')).toBe('琥珀水獭12');
});

test('no two words of it are said alike', () => {
  for (const words of [pseudonymColours, pseudonymAnimals])
    expect(new Set(words.map((word) => sayPseudonym(`amber-${word}-2`, 'zh'))).size).toBe(words.length);
});
