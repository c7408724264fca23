import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedbackOn, grade } from './grade';
import { questionSchema } from './question';
import { readResponse } from './read-response';
import { closeInOrder, howMany, synAckNumber, whichFlags } from './test-questions';

/** Grades what a browser would send. */
function gradeSent(question: Parameters<typeof readResponse>[0], raw: unknown) {
  const reading = readResponse(question, raw);
  return reading.kind === 'complete' ? grade(question, reading.response) : reading;
}

describe('a single choice', () => {
  test('is right for the right option and for no other', () => {
    const earned = ['same', 'next', 'own'].map((choice) => grade(synAckNumber, { choice }));
    expect(earned.map((verdict) => verdict.kind === 'scored' && verdict.earned)).toEqual([0, 1, 0]);
  });

  test('speaks of the chosen option only', () => {
    expect(feedbackOn(synAckNumber, { choice: 'same' }).marks).toEqual({
      same: {
        right: false,
        feedback: {
          en: [{ kind: 'paragraph', of: ['That number ', { kind: 'strong', of: ['arrived'] }, '.'] }],
          zh: [{ kind: 'paragraph', of: ['那个号', { kind: 'strong', of: ['已经到了'] }, '。'] }],
        },
      },
    });
  });

  test('with two right options is an author’s mistake', () => {
    const options = [
      { id: 'a', text: { en: 'A' }, right: true },
      { id: 'b', text: { en: 'B' }, right: true },
    ];
    const parsed = questionSchema.safeParse({ ...synAckNumber, options });
    expect(parsed.error?.issues[0]?.message).toMatch(/exactly one option is right/);
  });
});

describe('a multiple choice', () => {
  const earnedBy = (...choices: string[]) => grade(whichFlags, { choices });

  test('earns half for one of two right boxes', () => {
    expect(earnedBy('syn')).toEqual({ kind: 'scored', earned: 0.5, possible: 1 });
  });

  test('takes back a share for each wrong box, and never goes below nothing', () => {
    expect(earnedBy('syn', 'ack', 'fin')).toMatchObject({ earned: 0.5 });
    expect(earnedBy('fin', 'rst')).toMatchObject({ earned: 0 });
  });

  test('pays nothing for ticking every box', () => {
    expect(earnedBy('syn', 'ack', 'fin', 'rst')).toMatchObject({ earned: 0 });
  });

  test('speaks of one wrong tick, and of what is right only when everything is', () => {
    expect(feedbackOn(whichFlags, { choices: ['syn', 'fin', 'rst'] }).marks).toMatchObject({ fin: { right: false } });
    expect(Object.keys(feedbackOn(whichFlags, { choices: ['syn', 'fin', 'rst'] }).marks ?? {})).toEqual(['fin']);
    expect(feedbackOn(whichFlags, { choices: ['syn'] })).toEqual({ isMore: true });
    expect(Object.keys(feedbackOn(whichFlags, { choices: ['ack', 'syn'] }).marks ?? {})).toEqual(['syn', 'ack']);
  });

  test('is incomplete when no box is ticked', () => {
    expect(gradeSent(whichFlags, { choices: [] })).toEqual({ kind: 'incomplete', missing: 'choices' });
  });

  test('never earns less for one more right box', () => {
    const ids = ['syn', 'ack', 'fin', 'rst'];
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), fc.constantFrom('syn', 'ack'), (choices, more) => {
        const before = grade(whichFlags, { choices });
        const after = grade(whichFlags, { choices: [...new Set([...choices, more])] });
        if (before.kind !== 'scored' || after.kind !== 'scored') throw new Error('not scored');
        expect(after.earned).toBeGreaterThanOrEqual(before.earned);
      }),
    );
  });
});

describe('a number', () => {
  test.each([
    '40922',
    '40,922',
    '40 922',
    '４０９２２',
    '４０，９２２',
    '40\u202f922',
    ' 40_922 ',
    '+40922',
    '4.0922e4',
  ])('is the same however it is grouped or typed: %s', (text) => {
    expect(gradeSent(howMany, { text })).toEqual({ kind: 'scored', earned: 1, possible: 1 });
  });

  test.each(['', '  '])('is incomplete when nothing is typed: "%s"', (text) => {
    expect(gradeSent(howMany, { text })).toEqual({ kind: 'incomplete', missing: 'number' });
  });

  test.each(['NaN', 'Infinity', '40,92', '4,09,22', '40 92,2', 'forty', '1e999', '--1', '1 000,000'])(
    'that cannot be read is incomplete, not wrong: %s',
    (text) => {
      expect(gradeSent(howMany, { text })).toEqual({ kind: 'incomplete', missing: 'not-a-number' });
    },
  );

  test('is right within the tolerance and its edge, wrong beyond', () => {
    const about = questionSchema.parse({ ...howMany, value: 0.3, tolerance: 0.1 });
    const earned = ['0.2', '0.4', '0.41', '-0.3'].map((text) => gradeSent(about, { text }));
    expect(earned.map((verdict) => verdict.kind === 'scored' && verdict.earned)).toEqual([1, 1, 0, 0]);
  });

  test('that a sensible person arrives at is told what it overlooks', () => {
    expect(feedbackOn(howMany, { text: '40921', value: 40921 }).note?.en).toEqual([
      { kind: 'paragraph', of: ['That one has been used.'] },
    ]);
    expect(feedbackOn(howMany, { text: '7', value: 7 })).toEqual({});
  });
});

describe('an order', () => {
  test('says how far it holds, and speaks of the step that stands too early', () => {
    const response = { order: ['fin-wait-2', 'fin-wait-1', 'time-wait'] };
    expect(grade(closeInOrder, response)).toMatchObject({ earned: 0 });
    expect(feedbackOn(closeInOrder, response)).toMatchObject({ placed: 0, marks: { 'fin-wait-2': { right: false } } });
  });
});

describe('a response that is none', () => {
  test.each([
    ['a letter that was not shown', synAckNumber, { choice: 'd' }, 'response.choice'],
    ['an option’s id instead of its letter', synAckNumber, { choice: 'next' }, 'response.choice'],
    ['one letter twice', whichFlags, { choices: ['a', 'a'] }, 'response.choices'],
    ['a step left out', closeInOrder, { order: ['a', 'b'] }, 'response.order'],
    ['a million letters', whichFlags, { choices: Array(1e6).fill('a') }, 'response.choices'],
    ['a number that is no text', howMany, { text: 40922 }, 'response.text'],
    ['a forged grade', synAckNumber, { choice: 'a', earned: 1 }, 'response.earned'],
    ['a prototype', synAckNumber, JSON.parse('{"choice":"a","__proto__":{"right":true}}'), 'response.__proto__'],
    ['a list', synAckNumber, ['a'], 'response'],
    ['nothing', synAckNumber, null, 'response'],
  ])('is refused by field: %s', (_name, question, raw, field) => {
    expect(readResponse(question, raw)).toMatchObject({ kind: 'wrong-shape', field });
  });
});
