import { describe, expect, test } from 'vitest';
import type { KnownVersion } from '@/lib/attempts/known-version';
import { questionSchema } from '@/lib/quiz/question';
import { keysOf, tally } from './tally';

function known(question: object): KnownVersion {
  return {
    item: 'p/l/q',
    version: 'v',
    keyRevision: 1,
    form: { kind: 'question', question: questionSchema.parse({ id: 'q', prompt: { en: 'Which?' }, ...question }) },
  };
}

const choice = known({
  kind: 'single-choice',
  options: [
    { id: 'one', text: { en: '**One**', zh: '一' } },
    { id: 'two', text: { en: 'Two', zh: '二' }, right: true },
  ],
});
const number = known({ kind: 'numeric', value: 42 });

describe('a tally', () => {
  test('has a bar for each option before anybody has answered', () => {
    const { n, bars } = tally(choice, []);
    expect(n).toBe(0);
    expect(bars.map(({ key, count, isRight }) => [key, count, isRight]).sort()).toEqual([
      ['one', 0, false],
      ['two', 0, true],
    ]);
    expect(bars.find(({ key }) => key === 'one')?.label).toEqual({ en: 'One', zh: '一' });
  });

  test('counts each response once', () => {
    const counted = [
      { response: { choice: 'one' }, share: 0 },
      { response: { choice: 'two' }, share: 1 },
      { response: { choice: 'two' }, share: 1 },
    ];
    const made = tally(choice, counted);
    expect([made.n, made.right]).toEqual([3, 2]);
    expect(Object.fromEntries(made.bars.map(({ key, count }) => [key, count]))).toEqual({ one: 1, two: 2 });
  });

  test('puts typed answers in order of how common they are, and marks what was graded right', () => {
    const typed = ['42', '41', ' 41 ', '41', '7'].map((text) => ({
      response: { text, value: Number(text) },
      share: text === '42' ? 1 : 0,
    }));
    expect(tally(number, typed).bars.map(({ key, count, isRight }) => [key, count, isRight])).toEqual([
      ['"41', 3, false],
      ['"42', 1, true],
      ['"7', 1, false],
    ]);
  });

  test('puts rare texts together, so that a class cannot make a thousand bars', () => {
    const typed = Array.from({ length: 300 }, (_, at) => ({ response: { text: String(at) }, share: 0 }));
    const { bars } = tally(number, typed);
    expect(bars.length).toBe(13);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(300);
  });

  test('reads a response of another shape as nothing', () => {
    for (const response of [null, 7, 'two', { choice: 3 }, []])
      expect(keysOf(choice.form, { response, share: 0 })).toEqual([]);
  });
});
