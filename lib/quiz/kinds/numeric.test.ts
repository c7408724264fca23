import { describe, expect, test } from 'vitest';
import { feedbackOn, grade } from '../grade';
import { questionSchema } from '../question';
import { readResponse } from '../read-response';
import { flagsByte, howMany, roundTrip } from '../test-questions';

/** Grades what a browser would send. */
function graded(question: Parameters<typeof readResponse>[0], raw: object) {
  const reading = readResponse(question, raw);
  return reading.kind === 'complete' ? grade(question, reading.response) : reading;
}

const right = { kind: 'scored', earned: 1, possible: 1 };
const wrong = { kind: 'scored', earned: 0, possible: 1 };
const missing = (what: string) => ({ kind: 'incomplete', missing: what });

describe('a number with units', () => {
  const typed = questionSchema.parse({ ...roundTrip, unitIs: 'typed' });

  test.each(['80 ms', '80ms', '0.08 s', '0.08秒', '８０ｍｓ', '80 毫秒', '80 milliseconds', '0.08 Seconds', '82 ms'])(
    'is the same number in any of them: %s',
    (text) => expect(graded(typed, { text })).toEqual(right),
  );

  test.each([
    ['80', 'unit'],
    ['80 km', 'unknown-unit'],
    ['ms', 'not-a-number'],
  ])('without a unit that is known it is incomplete, not wrong: %s', (text, what) => {
    expect(graded(typed, { text })).toEqual(missing(what));
  });

  test('is wrong in the wrong unit, and told so', () => {
    expect(graded(typed, { text: '80 s' })).toEqual(wrong);
    expect(feedbackOn(typed, { text: '0.04 s', value: 0.04, suffix: 's' }).note).toBeDefined();
  });

  test('takes the unit from a list, and asks for it when none is chosen', () => {
    const unit = readResponse(roundTrip, { text: '0.08', unit: 'a' });
    const other = readResponse(roundTrip, { text: '0.08', unit: 'b' });
    const earned = [unit, other].map((read) => read.kind === 'complete' && grade(roundTrip, read.response));
    expect(earned).toContainEqual(right);
    expect(earned).toContainEqual(wrong);
    expect(graded(roundTrip, { text: '80' })).toEqual(missing('unit'));
    expect(graded(roundTrip, { text: '80 ms' })).toEqual(right);
  });

  test('is asked for again when the list and the box name two different ones', () => {
    const verdicts = ['a', 'b'].map((unit) => graded(roundTrip, { text: '80 ms', unit }));
    expect(verdicts).toContainEqual(missing('unit'));
    expect(verdicts).toContainEqual(right);
  });

  test('refuses a unit that was not shown', () => {
    expect(readResponse(roundTrip, { text: '80', unit: 'ms' })).toMatchObject({ field: 'response.unit' });
    expect(readResponse(howMany, { text: '80', unit: 'a' })).toMatchObject({ field: 'response.unit' });
  });

  test('that stands after the box may be typed all the same; another one is asked about', () => {
    expect(graded(howMany, { text: '40922 bytes' })).toEqual(right);
    expect(graded(howMany, { text: '40922字节' })).toEqual(right);
    expect(graded(howMany, { text: '40922 B' })).toEqual(right);
    expect(graded(howMany, { text: '40922 ms' })).toEqual(missing('unknown-unit'));
    const plain = questionSchema.parse({ ...howMany, unit: undefined });
    expect(graded(plain, { text: '40922 bytes' })).toEqual(missing('no-unit'));
  });

  test.each([
    ['an unknown one', { units: ['parsec'] }, /"parsec" is not one of/],
    ['two that do not measure the same', { units: ['ms', 'kg'] }, /cannot be turned into the first/],
    ['a list and a fixed one', { units: ['ms'], unit: { en: 'ms' } }, /not both/],
    ['a way to say it and no list', { units: undefined, unitIs: 'typed' }, /list the accepted ones/],
  ])('is an author’s mistake: %s', (_name, made, message) => {
    expect(questionSchema.safeParse({ ...roundTrip, ...made }).error?.issues[0]?.message).toMatch(message);
  });

  test('may be of the author’s own making', () => {
    const strides = questionSchema.parse({
      ...roundTrip,
      value: 12,
      units: [
        { id: 'step', text: { en: 'steps', zh: '步' } },
        { id: 'pair', text: { en: 'paces', zh: '复步' }, names: ['pace'], factor: 2 },
      ],
      unitIs: 'typed',
    });
    expect(['12 steps', '12步', '6 paces', '6 pace', '6复步'].map((text) => graded(strides, { text }))).toEqual(
      Array(5).fill(right),
    );
  });
});

describe('a number in another base', () => {
  test.each(['0x12', '0X12', '０ｘ１２', '0b10010', '0b0001_0010', '0b1 0010'])('is read with its prefix: %s', (text) =>
    expect(graded(flagsByte, { text })).toEqual(right),
  );

  test('that is not asked for is said, and is no wrong answer', () => {
    expect(graded(flagsByte, { text: '18' })).toEqual(missing('not-decimal'));
    expect(graded(howMany, { text: '0x9fda' })).toEqual(missing('not-hex'));
    expect(graded(howMany, { text: '0b1' })).toEqual(missing('not-binary'));
    expect(graded(flagsByte, { text: '0xzz' })).toEqual(missing('not-a-number'));
  });

  test('needs no prefix where it is the only one', () => {
    const only = questionSchema.parse({ ...flagsByte, bases: ['hex'] });
    expect(graded(only, { text: '12' })).toEqual(right);
    expect(graded(only, { text: '18' })).toEqual(wrong);
  });

  test('has no fraction: a key with one is an author’s mistake', () => {
    const parsed = questionSchema.safeParse({ ...flagsByte, value: 0.5 });
    expect(parsed.error?.issues[0]?.message).toMatch(/whole/);
  });
});

describe('a tolerance', () => {
  test('in hundredths is a share of the value, edges included', () => {
    const about = questionSchema.parse({ ...howMany, value: -200, tolerance: '2%' });
    expect(['-196', '-204', '-195.9', '200'].map((text) => graded(about, { text }))).toEqual([
      right,
      right,
      wrong,
      wrong,
    ]);
  });

  test.each([-1, '2', 'two percent'])('is an author’s mistake: %s', (tolerance) => {
    expect(questionSchema.safeParse({ ...howMany, tolerance }).success).toBe(false);
  });
});

test('a response that was stored before there were units is graded as it was', () => {
  expect(grade(howMany, { text: '40,922', value: 40922 })).toEqual(right);
});
