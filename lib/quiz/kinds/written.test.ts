import { describe, expect, test } from 'vitest';
import { feedbackOn, grade } from '../grade';
import { questionSchema } from '../question';
import { readResponse } from '../read-response';
import { whyThree } from '../test-questions';

const said = 'Because nobody would have confirmed it.';

const essay = questionSchema.parse({
  ...whyThree,
  marked: 'person',
  selfCheck: [],
  rubric: [
    { id: 'whose', text: { en: 'Says whose number' }, points: 2, guidance: { en: 'the server’s' } },
    { id: 'why', text: { en: 'Says why it matters' }, points: 3 },
  ],
});

describe('a text its writer judges', () => {
  test('is received, and compared with a model answer: no machine scores it', () => {
    expect(grade(whyThree, { text: said })).toEqual({ kind: 'received', possible: 1 });
    expect(feedbackOn(whyThree, { text: said })).toMatchObject({ model: { en: expect.anything() }, selfCheck: [{}] });
  });

  test('needs a model answer', () => {
    const parsed = questionSchema.safeParse({ ...whyThree, answer: undefined });
    expect(parsed.error?.issues[0]?.message).toMatch(/model answer/);
  });
});

describe('a text a person marks', () => {
  test('is received for the points of its rubric, and told nothing yet', () => {
    if (essay.kind !== 'written') throw new Error(essay.kind);
    expect(grade(essay, { text: said })).toEqual({ kind: 'received', possible: 5 });
    expect(feedbackOn(essay, { text: said })).toEqual({});
  });

  test('needs a rubric', () => {
    const parsed = questionSchema.safeParse({ ...essay, rubric: [] });
    expect(parsed.error?.issues[0]?.message).toMatch(/needs a rubric/);
  });
});

describe('the length of a text', () => {
  test.each([
    ['x'.repeat(19), 'too-short'],
    ['x'.repeat(601), 'too-long'],
    [' '.repeat(700), 'text'],
    ['\u200b\u3000', 'text'],
  ])('is counted without its blank ends', (text, missing) => {
    expect(readResponse(whyThree, { text })).toEqual({ kind: 'incomplete', missing });
  });

  test('is counted as people count: what a form sends as CR LF is one line end, an emoji one character', () => {
    expect(readResponse(whyThree, { text: `  ${'🌊'.repeat(600)}\r\n` }).kind).toBe('complete');
    expect(readResponse(whyThree, { text: `one line\r\nand another line` })).toEqual({
      kind: 'complete',
      response: { text: 'one line\nand another line' },
    });
  });

  test('beyond any question is refused', () => {
    expect(readResponse(whyThree, { text: 'x'.repeat(20_001) })).toMatchObject({ kind: 'wrong-shape' });
  });
});
