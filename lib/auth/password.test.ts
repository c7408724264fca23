import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNewPassword, preparePassword } from '@/lib/auth/password';

describe('preparePassword', () => {
  it('gives the same keys the same password on every system', () => {
    expect(preparePassword('cafe\u0301 bar')).toBe(preparePassword('caf\u00E9\u00A0bar'));
    expect(preparePassword('密码\u3000很长')).toBe('密码 很长');
  });

  it('keeps capitals, width and white space at the ends', () => {
    expect(preparePassword(' ＡbC ')).toBe(' ＡbC ');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 64 }), (typed) => {
        const prepared = preparePassword(typed);
        if (prepared !== null) expect(preparePassword(prepared)).toBe(prepared);
      }),
    );
  });
});

describe('parseNewPassword', () => {
  const own = ['ada.lovelace', 'Ada Lovelace'];

  it.each(['a kettle in spring', '八个字就够用了吧', '🐌🐌🐌🐌🐌🐌🐌🐍', `${'x'.repeat(255)}y`])(
    'takes %s',
    (typed) => {
      expect(parseNewPassword(typed, own)).toEqual({ password: typed });
    },
  );

  it.each([
    ['short', 'password-short'],
    ['🐌🐌🐌🐌', 'password-short'],
    ['xy'.repeat(129), 'password-long'],
    ['x'.repeat(100_000), 'password-long'],
    ['line\nbreak here', 'password-characters'],
    ['Password1', 'password-guessable'],
    ['aaaaaaaaaaaa', 'password-guessable'],
    ['Ada.Lovelace', 'password-guessable'],
  ])('refuses %j', (typed, fault) => {
    expect(parseNewPassword(typed, own)).toBe(fault);
  });
});
