import { describe, expect, test } from 'vitest';
import { questionSchema } from '@/lib/quiz/question';
import { guessScore } from './guess-score';

const text = (id: string) => ({ en: id, zh: id });
const option = (id: string, right = false) => ({ id, text: text(id), ...(right ? { right: true } : {}) });

function guessed(question: object): unknown {
  const score = guessScore(questionSchema.parse({ id: 'q', prompt: text('q'), ...question }));
  return score.kind === 'value' ? score.value : score.why;
}

describe('choosing blindly earns on average', () => {
  test('one of four', () => {
    expect(
      guessed({ kind: 'single-choice', options: [option('a', true), option('b'), option('c'), option('d')] }),
    ).toBe(0.25);
  });
  test('of two right boxes in three, over the seven ways to tick: all right once, half twice, nothing else', () => {
    const options = [option('a', true), option('b', true), option('c')];
    // a: ½, b: ½, c: 0, ab: 1, ac: 0, bc: 0, abc: ½
    expect(guessed({ kind: 'multiple-choice', options })).toBeCloseTo(2.5 / 7, 12);
    expect(guessed({ kind: 'multiple-choice', options, credit: 'all-or-nothing' })).toBeCloseTo(1 / 7, 12);
  });
  test('one of the six orders of three steps', () => {
    expect(guessed({ kind: 'ordering', steps: [option('a'), option('b'), option('c')] })).toBeCloseTo(1 / 6, 12);
  });
  test('a third of the pairs, or all of them by luck', () => {
    const lefts = ['a', 'b'].map((id) => ({ ...option(id), match: `to-${id}` }));
    const rights = ['to-a', 'to-b', 'to-c'].map((id) => option(id));
    expect(guessed({ kind: 'matching', lefts, rights })).toBeCloseTo(1 / 3, 12);
    expect(guessed({ kind: 'matching', lefts, rights, credit: 'all-or-nothing' })).toBeCloseTo(1 / 9, 12);
  });
  test('nothing that could be said, where it is typed', () => {
    expect(guessed({ kind: 'numeric', value: 3 })).toBe('open');
    expect(guessed({ kind: 'short-text', accept: ['SYN'] })).toBe('open');
  });
});
