import { describe, expect, test } from 'vitest';
import { feedbackOn, grade } from '../grade';
import { proveQuestion } from '../prove-question';
import { questionSchema } from '../question';
import { inLetters, readResponse } from '../read-response';
import { handshake } from '../test-questions';

const key = { blanks: { first: 'syn', second: 'syn-ack', number: '101' } };
const filled = (blanks: object) => ({ blanks: { ...key.blanks, ...blanks } });

describe('blanks', () => {
  test('earn their shares one by one', () => {
    expect(grade(handshake, key)).toMatchObject({ earned: 1 });
    expect(grade(handshake, filled({ second: 'ack' }))).toMatchObject({ earned: 2 / 3 });
    expect(grade(handshake, filled({ second: 'ack', first: 'FIN', number: '7' }))).toMatchObject({ earned: 0 });
  });

  test('earn all or nothing where the author says so', () => {
    const strict = questionSchema.parse({ ...handshake, credit: 'all-or-nothing' });
    if (strict.kind !== 'fill-in') throw new Error(strict.kind);
    expect(grade(strict, filled({ second: 'ack' }))).toMatchObject({ earned: 0 });
    expect(grade(strict, key)).toMatchObject({ earned: 1 });
  });

  test('are marked each by itself, with what leads to a wrong one', () => {
    const { marks, parts } = feedbackOn(handshake, filled({ second: 'ack', number: '100' }));
    expect(parts).toEqual({ right: 1, of: 3 });
    expect(marks).toMatchObject({
      first: { right: true },
      second: { right: false, feedback: { en: expect.anything() } },
      number: { right: false, feedback: { en: expect.anything() } },
    });
  });

  test('are letters on the wire, in the order in which the text names them', () => {
    expect(inLetters(handshake, key)).toMatchObject({
      blanks: { a: 'syn', b: expect.stringMatching(/^[ab]$/), c: '101' },
    });
  });

  test('keep what was typed, also when it reads like a letter or an id of the question', () => {
    const sent = { blanks: { a: 'a', b: 'a', c: '101' } };
    const read = readResponse(handshake, sent);
    expect(read).toMatchObject({ response: { blanks: { first: 'a' } } });
    expect(read.kind === 'complete' && inLetters(handshake, read.response)).toEqual(sent);
  });

  test('are incomplete while one is empty or holds no number where one is asked', () => {
    expect(readResponse(handshake, { blanks: { a: 'SYN', b: 'a' } })).toEqual({
      kind: 'incomplete',
      missing: 'blanks',
    });
    expect(grade(handshake, filled({ number: 'many' }))).toEqual({ kind: 'incomplete', missing: 'not-a-number' });
    expect(grade(handshake, filled({ number: '101 bytes' }))).toEqual({ kind: 'incomplete', missing: 'no-unit' });
  });

  test.each([
    ['a blank there is not', { blanks: { d: 'x' } }],
    ['a prototype', JSON.parse('{"blanks":{"__proto__":"x"}}')],
    ['an option there is not', { blanks: { a: 'x', b: 'z', c: '1' } }],
    ['an id', { blanks: { a: 'x', b: 'syn-ack', c: '1' } }],
    ['a list', { blanks: ['x'] }],
    ['a number', { blanks: { a: 1 } }],
    ['a book', { blanks: { a: 'x'.repeat(101) } }],
  ])('are refused by name when they hold %s', (_name, raw) => {
    expect(readResponse(handshake, raw)).toMatchObject({ kind: 'wrong-shape' });
  });
});

test('a blank may have a name that every object has', () => {
  for (const blank of [
    {
      kind: 'choice',
      options: [
        { id: 'syn', text: { en: 'SYN' }, right: true },
        { id: 'fin', text: { en: 'FIN' } },
      ],
    },
    { kind: 'text', accept: ['SYN'] },
    { kind: 'number', value: 1 },
  ]) {
    const question = questionSchema.parse({
      ...{ id: 'q', kind: 'fill-in', prompt: { en: 'x' }, template: { en: 'It is {{constructor}}.' } },
      blanks: [{ id: 'constructor', ...blank }],
    });
    expect(proveQuestion(question), blank.kind).toEqual([]);
  }
});

describe('an author', () => {
  const faults = (template: object) =>
    questionSchema
      .safeParse({ ...handshake, template })
      .error?.issues.map(({ message, path }) => [path.join('.'), message]);

  test('is told which blank is missing, unknown or twice there, and in which language', () => {
    expect(faults({ en: '{{first}} {{second}}' })).toEqual([
      ['template.en', expect.stringMatching(/"number" stands nowhere/)],
    ]);
    expect(faults({ zh: '{{first}}{{second}}{{number}}{{other}}' })).toEqual([
      ['template.zh', expect.stringMatching(/\{\{other\}\} is no blank/)],
    ]);
    expect(faults({ en: '{{first}} {{first}} {{second}} {{number}}' })).toEqual([
      ['template.en', expect.stringMatching(/twice/)],
    ]);
  });
});
