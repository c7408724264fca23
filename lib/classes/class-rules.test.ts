import { describe, expect, it, test } from 'vitest';
import { roles } from '@/lib/auth/role';
import { parseClassName } from '@/lib/classes/class-name';
import { mayMakeClass } from '@/lib/classes/class-plan';
import { daysToShift } from '@/lib/classes/days-to-shift';
import { derivedLogin, freeLogin } from '@/lib/classes/derived-login';
import { standingOfJoin } from '@/lib/classes/join-rules';
import { refusesCard } from '@/lib/classes/may-hand-card';
import { isTimeZone } from '@/lib/classes/time-zone';

describe('who may make a class', () => {
  it.each(roles)('everybody with an account where it is set so, else instructors and administrators (%s)', (role) => {
    const who = { learnerId: 'ada', role, guest: false };
    expect(mayMakeClass(who, { whoMakesClasses: 'everyone' })).toBe(true);
    expect(mayMakeClass(who, { whoMakesClasses: 'staff' })).toBe(role === 'instructor' || role === 'admin');
    expect(mayMakeClass({ ...who, guest: true }, { whoMakesClasses: 'everyone' })).toBe(false);
  });

  it('not nobody', () => {
    expect(mayMakeClass(null, { whoMakesClasses: 'everyone' })).toBe(false);
  });
});

describe('what a code opens', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const join = { code: 'ABCDEFGH', expiresAt: null, cap: null, approves: false };
  it('the class while it goes on, has room and the code holds', () => {
    expect(standingOfJoin({ archivedAt: null, join }, 5, now)).toBe('open');
    expect(standingOfJoin({ archivedAt: null, join: { ...join, cap: 5 } }, 5, now)).toBe('full');
    expect(standingOfJoin({ archivedAt: null, join: { ...join, cap: 5 } }, 4, now)).toBe('open');
    expect(standingOfJoin({ archivedAt: null, join: { ...join, expiresAt: now } }, 0, now)).toBe('ended');
    expect(standingOfJoin({ archivedAt: now, join }, 0, now)).toBe('ended');
    expect(standingOfJoin({ archivedAt: null, join: { ...join, code: null } }, 0, now)).toBe('ended');
  });
});

describe('whom staff may hand a card', () => {
  const made = {
    role: 'learner',
    siteRole: 'learner',
    isStaffSomewhere: false,
    isMadeHere: true,
    hasEmail: false,
    cameBy: 'roster',
  } as const;
  const by = { siteRole: 'learner', hasMail: false } as const;

  it('a learner whose account the class made, unless a link can be mailed', () => {
    expect(refusesCard(made, by)).toBeUndefined();
    expect(refusesCard(made, { ...by, hasMail: true })).toBeUndefined();
    expect(refusesCard({ ...made, hasEmail: true }, { ...by, hasMail: true })).toBe('has-mail');
  });

  it('never staff, of the class, of another class, or of the site', () => {
    for (const more of [
      { role: 'assistant' },
      { isStaffSomewhere: true },
      { siteRole: 'admin' },
      { siteRole: 'author' },
    ] as const)
      expect(refusesCard({ ...made, ...more }, { siteRole: 'admin', hasMail: false })).toBe('staff');
  });

  it('of accounts of people’s own only those who joined by themselves, by the site’s instructors, where no mail is set up', () => {
    const own = { ...made, isMadeHere: false, cameBy: 'code' } as const;
    expect(refusesCard(own, by)).toBe('own-account');
    expect(refusesCard(own, { siteRole: 'instructor', hasMail: false })).toBeUndefined();
    expect(refusesCard({ ...own, cameBy: 'roster' }, { siteRole: 'admin', hasMail: false })).toBe('own-account');
    expect(refusesCard(own, { siteRole: 'instructor', hasMail: true })).toBe('has-mail');
  });
});

test('a login follows from a name, in any script', () => {
  expect(derivedLogin("Sinéad O'Connor")).toBe('sinéad.o.connor');
  expect(derivedLogin('林小雨')).toBe('林小雨');
  expect(derivedLogin('<script>alert(1)</script>')).toBe('script.alert.1.script');
  expect(derivedLogin('李')).toBe('learner');
  expect(derivedLogin('👩‍🚀')).toBe('learner');
  expect(derivedLogin('Аda')).toBe('learner');
  const taken = new Set(['ada', 'ada.2']);
  expect(['ada', 'ada', 'learner'].map((base) => freeLogin(base, taken))).toEqual(['ada.3', 'ada.4', 'learner.1']);
});

test('dates are shifted by whole days of the calendar', () => {
  expect(daysToShift('2026-09-01', '2027-02-15')).toBe(167);
  expect(daysToShift('2026-09-01', '2026-08-31')).toBe(-1);
  for (const wrong of ['2027-02-30', 'tomorrow', '', '9999-01-01', '2027-2-1'])
    expect(daysToShift('2026-09-01', wrong)).toBeUndefined();
});

test('a class’s name is one line of at most 200 characters', () => {
  expect(parseClassName('  Networks,\n\u202eTuesdays\u0000 ')).toBe('Networks, Tuesdays');
  expect([...parseClassName('网'.repeat(500))]).toHaveLength(200);
  expect(parseClassName('\u200b \u2060')).toBe('');
});

test('only time zones that exist are taken', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true);
  for (const wrong of ['', 'Mars/Base', '+08:00', "UTC'; --", 'x'.repeat(100)]) expect(isTimeZone(wrong)).toBe(false);
});
