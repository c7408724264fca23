import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, parseDisplayName, parseLogin } from '@/lib/auth/login';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });

describe('normalise', () => {
  it('changes nothing the second time', () => {
    const isStable = (typed: string) => normalise(normalise(typed)) === normalise(typed);
    fc.assert(fc.property(text, isStable));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), isStable), { numRuns: 2000 });
  });

  it.each([
    ['  Ada   Lovelace ', 'ada lovelace'],
    ['ＡＤＡ', 'ada'],
    ['ﬁona', 'fiona'],
    ['İpek', 'i̇pek'],
    ['ÉCOLE', 'école'],
    ['王\u3000小明', '王 小明'],
    ['ADA@Example.ORG', 'ada@example.org'],
  ])('gives %s one spelling', (typed, expected) => {
    expect(normalise(typed)).toBe(expected);
  });
});

describe('parseLogin', () => {
  it.each(['Ada', '李明', 'ada.lovelace', 'ada_l-2', 'Ἀριστοτέλης', 'анна', '王 Wang', 'ज़ेबा'])(
    'takes the name %s',
    (typed) => {
      expect(parseLogin(typed)).toMatchObject({ kind: 'name' });
    },
  );

  it.each([
    ['', 'login-empty'],
    [' \t ', 'login-empty'],
    ['a', 'login-short'],
    ['a'.repeat(65), 'login-long'],
    ['a'.repeat(1001), 'login-long'],
    [`${'a'.repeat(250)}@example.org`, 'login-long'],
    ['ada\u202Eadmin', 'login-letters'],
    ['ada\u200B', 'login-letters'],
    ['github:17', 'login-letters'],
    ['../etc', 'login-letters'],
    ['ada--l', 'login-letters'],
    ["ada' or 1=1", 'login-letters'],
    ['аdа', 'login-scripts'],
    ['ada@', 'email-shape'],
    ['@ada', 'email-shape'],
    ['a@b@c.org', 'email-shape'],
  ])('says what is wrong with %j', (typed, fault) => {
    expect(parseLogin(typed)).toBe(fault);
  });

  it('never takes an address for a name, or the other way round', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const parsed = parseLogin(typed);
        if (typeof parsed === 'string') return;
        expect(parsed.login.includes('@')).toBe(parsed.kind === 'email');
        expect(parseLogin(parsed.login)).toEqual(parsed);
      }),
    );
  });
});

describe('parseDisplayName', () => {
  it('keeps a name as it was typed, in one line', () => {
    expect(parseDisplayName(' Ada\nLovelace ')).toBe('Ada Lovelace');
    expect(parseDisplayName('王小明')).toBe('王小明');
  });

  it('drops what cannot be seen', () => {
    expect(parseDisplayName('Ada\u202E\u0000')).toBe('Ada');
    expect(parseDisplayName('\u200B \u200D')).toBeNull();
  });
});
