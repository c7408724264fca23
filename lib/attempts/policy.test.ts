import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssignedPolicy, creditedShare, graceSeconds, policySchema, timesOf, triesOf, withholds } from './policy';

const graded = (more: Partial<AssignedPolicy> = {}) =>
  policySchema.parse({ kind: 'graded', tries: 3, credit: [1, 0.7, 0.4], feedback: 'now', ...more });

/** Shares that never rise. */
const credits = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 })
  .map((shares) => shares.sort((one, other) => other - one));

const policies = fc
  .record({
    tries: fc.integer({ min: 1, max: 20 }),
    credit: credits,
    late: fc.record({ hours: fc.integer({ min: 0, max: 100 }), credit: fc.double({ min: 0, max: 1, noNaN: true }) }),
    minutes: fc.integer({ min: 1, max: 600 }),
    isTimed: fc.boolean(),
  })
  .map(({ minutes, isTimed, ...rest }) =>
    policySchema.parse({ ...rest, feedback: 'now', ...(isTimed ? { kind: 'timed', minutes } : { kind: 'graded' }) }),
  );

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('declining credit', () => {
  test('gives each try its share, and the last share to all that follow', () => {
    expect([1, 2, 3, 4].map((turn) => creditedShare(graded(), 1, turn, false))).toEqual([1, 0.7, 0.4, 0.4]);
  });

  test('takes off for being late', () => {
    expect(creditedShare(graded({ late: { hours: 24, credit: 0.5 } }), 0.5, 1, true)).toBe(0.25);
  });

  test('counts nothing at a door', () => {
    expect(creditedShare({ kind: 'door' }, 0.5, 1, false)).toBe(0.5);
    expect(triesOf({ kind: 'door' })).toBe(1);
  });

  test('never gives more than was earned, and never more for a later try or for being late', () => {
    fc.assert(
      fc.property(policies, share, fc.integer({ min: 1, max: 30 }), (policy, earned, turn) => {
        const credited = creditedShare(policy, earned, turn, false);
        expect(credited).toBeGreaterThanOrEqual(0);
        expect(credited).toBeLessThanOrEqual(earned);
        expect(creditedShare(policy, earned, turn + 1, false)).toBeLessThanOrEqual(credited);
        expect(creditedShare(policy, earned, turn, true)).toBeLessThanOrEqual(credited);
      }),
    );
  });

  test('never gives less for earning more', () => {
    fc.assert(
      fc.property(policies, share, share, fc.integer({ min: 1, max: 30 }), (policy, one, other, turn) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(creditedShare(policy, less, turn, false)).toBeLessThanOrEqual(creditedShare(policy, more, turn, false));
      }),
    );
  });

  test('that rises is refused, and so are shares beyond the whole', () => {
    for (const credit of [[0.4, 0.7], [1.2], [-1], []])
      expect(policySchema.safeParse({ ...graded(), credit }).success).toBe(false);
  });
});

describe('the clock of a run', () => {
  const openedAt = new Date('2026-11-23T12:00:00Z');
  const at = (time: string) => new Date(`2026-11-23T${time}Z`);

  test('gives a timed run its minutes, longer for who was given more', () => {
    const timed = policySchema.parse({ ...graded(), kind: 'timed', minutes: 30 });
    const times = (timeFactor: number) => timesOf(timed, { openedAt, dueAt: at('18:00:00'), timeFactor });
    expect(times(1)).toMatchObject({ closesAt: at('12:30:00'), acceptsUntil: at('12:30:05'), dueAt: at('18:00:00') });
    expect(times(1.5).closesAt).toEqual(at('12:45:00'));
    expect(graceSeconds).toBe(5);
  });

  test('never runs beyond the end of the work, lateness included', () => {
    fc.assert(
      fc.property(
        policies,
        fc.integer({ min: 0, max: 10_000 }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (policy, minutes, timeFactor) => {
          const dueAt = new Date(openedAt.getTime() + minutes * 60_000);
          const { closesAt, endsAt, acceptsUntil } = timesOf(policy, { openedAt, dueAt, timeFactor });
          if (!closesAt || !endsAt || !acceptsUntil) throw new Error('a graded run has an end');
          expect(closesAt.getTime()).toBeLessThanOrEqual(endsAt.getTime());
          expect(acceptsUntil.getTime() - closesAt.getTime()).toBe(graceSeconds * 1_000);
        },
      ),
    );
  });

  test('does not tick at a door', () => {
    expect(timesOf({ kind: 'door' }, { openedAt, dueAt: openedAt, timeFactor: 1 }).closesAt).toBeNull();
  });
});

test('a score is withheld where the policy tells it later or never', () => {
  expect(withholds(graded())).toBe(false);
  expect(withholds(graded({ feedback: 'after-due' }))).toBe(true);
  expect(withholds(graded({ feedback: 'never' }))).toBe(true);
  expect(withholds({ kind: 'door' })).toBe(false);
});
