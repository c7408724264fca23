import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches, NotAPattern, readPattern } from './text-pattern';

const fits = (pattern: string, text: string) => matches(readPattern(pattern), text);

describe('a pattern', () => {
  test.each([
    ['git status', 'git status'],
    ['a*b', 'axyzb'],
    ['git commit [-a] -m *', 'git commit -m x'],
    ['git commit [-a] -m *', 'git commit -a -m x y'],
    ['(one|two|three) way[s]', 'two ways'],
    ['[[re]re]do', 'redo'],
    ['[[re]re]do', 'reredo'],
    ['\\*\\[x\\]\\\\', '*[x]\\'],
    ['[*]', ''],
    ['[a]', ''],
    ['握手[协议]', '握手'],
  ])('%s describes "%s"', (pattern, text) => expect(fits(pattern, text)).toBe(true));

  test.each([
    ['git status', 'git'],
    ['a*b', 'axyz'],
    ['a*b', 'ab'],
    ['*', ''],
    ['git commit [-a] -m *', 'git commit -m'],
    ['(one|two) way', 'onetwo way'],
    ['\\*', 'x'],
    ['ab', 'a b'],
  ])('%s does not describe "%s"', (pattern, text) => expect(fits(pattern, text)).toBe(false));

  test.each(['(a', 'a)', '[a', 'a]', '(a]', 'a|b'])('that cannot be read says why: %s', (pattern) => {
    expect(() => readPattern(pattern)).toThrow(NotAPattern);
  });

  test('of plain characters describes itself and nothing else', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'ab握-.'), maxLength: 12 });
    fc.assert(fc.property(plain, plain, (one, other) => void expect(fits(one, other)).toBe(one === other)));
  });

  test('means the same as the regular expression it could be written as', () => {
    const part = fc.constantFrom('a', 'b', '*', '[a]', '(a|b)', '[b*]', '(ab|[a]b)');
    const asRegExp = (source: string) =>
      new RegExp(`^${source.replaceAll('*', '.+').replaceAll('[', '(').replaceAll(']', ')?')}$`);
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 }),
        (parts, text) => {
          const source = parts.join('');
          expect(fits(source, text), `${source} on ${text}`).toBe(asRegExp(source).test(text));
        },
      ),
    );
  });

  test('takes steps by the length of pattern and text, also where another engine would take for ever', () => {
    const nested = `${'[a*]'.repeat(24)}b`;
    expect(fits(nested, 'a'.repeat(400))).toBe(false);
  });
});
