import { describe, expect, test } from 'vitest';
import { feedbackOn, grade } from '../grade';
import { questionSchema } from '../question';
import { readResponse } from '../read-response';
import { commitCommand, halfClose } from '../test-questions';

function earned(question: Parameters<typeof readResponse>[0], text: string) {
  const reading = readResponse(question, { text });
  if (reading.kind !== 'complete') return reading;
  const verdict = grade(question, reading.response);
  return verdict.kind === 'scored' ? verdict.earned : verdict;
}

describe('words', () => {
  test.each([
    'half-close',
    'Half Close',
    'ＨＡＬＦ－ＣＬＯＳＥ',
    ' half  close. ',
    '“half-close”',
    '「half—close」',
    'half‑close',
    'ha\u00adlf-close',
    '半关闭',
    '半 关闭。',
    '半关闭(half-close)',
    '半关闭（Half-Close）',
  ])('are right however they are typed: %s', (text) => expect(earned(halfClose, text)).toBe(1));

  test.each(['close', 'half', 'halfclose d', '关闭', '半关', '?!'])('are wrong when they are others: %s', (text) =>
    expect(earned(halfClose, text)).toBe(0),
  );

  test('that are nearly right are told what they are', () => {
    expect(earned(halfClose, 'Half-Open')).toBe(0);
    expect(feedbackOn(halfClose, { text: '“half open”' }).note?.en).toEqual([
      { kind: 'paragraph', of: ['Half-open: one side does not know.'] },
    ]);
    expect(feedbackOn(halfClose, { text: 'something else' })).toEqual({});
    expect(feedbackOn(halfClose, { text: 'half close' })).toEqual({});
  });

  test('keep a minus that stands before a number', () => {
    const minus = questionSchema.parse({ ...halfClose, accept: ['x = -1'], near: [] });
    expect(earned(minus, 'x = 1')).toBe(0);
    expect(earned(minus, 'X = −1')).toBe(1);
  });

  test('of two hundred characters are read, more are refused', () => {
    expect(earned(halfClose, 'a'.repeat(200))).toBe(0);
    expect(earned(halfClose, 'a'.repeat(201))).toMatchObject({ kind: 'wrong-shape', field: 'response.text' });
  });
});

describe('a command', () => {
  test.each([
    'git commit -m "first"',
    'git  commit -m “first”',
    'git commit --message first',
    'git commit -v -m first',
    "git commit -m 'first'",
    'git commit —message first',
  ])('is right in every form that was listed or described: %s', (text) => expect(earned(commitCommand, text)).toBe(1));

  test.each([
    'git Commit -m "first"',
    'git commit -m "first".',
    'git commit -M first',
    'git commit m first',
    'git commit',
  ])('counts its capitals and its marks: %s', (text) => expect(earned(commitCommand, text)).toBe(0));

  test('that a near pattern describes is told what it does', () => {
    expect(feedbackOn(commitCommand, { text: 'git commit' }).note).toBeDefined();
  });
});

describe('an author', () => {
  const message = (made: object) => questionSchema.safeParse({ ...halfClose, ...made }).error?.issues[0]?.message;

  test('is told of a near form that is right', () => {
    expect(message({ near: [{ accept: ['Half close'], feedback: { en: '…' } }] })).toMatch(/accepted as right/);
  });

  test('is told of a form of which nothing is left', () => {
    expect(message({ accept: ['?'] })).toMatch(/punctuation: exact/);
    expect(message({ accept: ['?'], punctuation: 'exact', near: [] })).toBeUndefined();
  });

  test('is told of a pattern that cannot be read', () => {
    expect(message({ patterns: ['git (commit'] })).toMatch(/not closed/);
    expect(message({ patterns: ['git commit]'] })).toMatch(/never opened/);
  });

  test('is told to list what is accepted', () => {
    expect(message({ accept: 'half-close' })).toMatch(/list the accepted forms/);
    expect(message({ accept: {} })).toMatch(/at least one/);
  });
});
