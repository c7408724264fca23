import { expect, test } from 'vitest';
import { type Question, questionSchema } from '@/lib/quiz/question';
import { checkAnswerShown } from './check-answer-shown';

const asked = (question: object): Question =>
  questionSchema.parse({ id: 'one', explanation: { en: 'So.' }, ...question });
const rulesOf = (question: object) => checkAnswerShown(asked(question)).map(({ rule }) => rule);

const options = [
  { id: 'same', text: { en: '40921' }, right: true },
  { id: 'next', text: { en: '40922' }, feedback: { en: 'No.' } },
];

test('a number that is given may be the one to choose', () => {
  expect(
    rulesOf({ kind: 'single-choice', prompt: { en: 'After 40921 is lost, which number comes?' }, options }),
  ).toEqual([]);
});

test('a prompt that names the words of every option gives nothing away', () => {
  const choices = [
    { id: 'client', text: { en: 'the client program' }, right: true },
    { id: 'server', text: { en: 'the server program' }, feedback: { en: 'No.' } },
  ];
  const prompt = (en: string) => ({ kind: 'single-choice', prompt: { en }, options: choices });
  expect(rulesOf(prompt('Is it the client program or the server program?'))).toEqual([]);
  expect(rulesOf(prompt('When the client program ends, what ended?'))).toEqual(['prompt-answer']);
});

test('a number that is a trap has a mistake beside it', () => {
  const number = { kind: 'numeric', prompt: { en: 'Number 40921 is sent again. Under which number?' }, value: 40921 };
  expect(rulesOf(number)).toEqual(['prompt-answer']);
  expect(rulesOf({ ...number, mistakes: [{ value: 40922, feedback: { en: 'No.' } }] })).toEqual([]);
});

test('a word among near ones may be named', () => {
  const word = { kind: 'short-text', prompt: { en: 'Is it half-open or half-closed?' }, accept: ['half-closed'] };
  expect(rulesOf(word)).toEqual(['prompt-answer']);
  expect(rulesOf({ ...word, near: [{ accept: ['half-open'], feedback: { en: 'No.' } }] })).toEqual([]);
});

test('of a variant what shows in one draw alone is chance', () => {
  const variant = {
    kind: 'numeric',
    parameters: { isn: { from: 10, to: 99 }, step: { of: [0, 5, 9] } },
    prompt: { en: 'After {isn} come {step} more. Which is it?' },
    value: 'isn + step',
  };
  expect(rulesOf(variant)).toEqual([]);
  expect(rulesOf({ ...variant, value: 'isn + 0 * step' })).toEqual(['prompt-answer']);
});

test('code around a blank may say a word twice', () => {
  const fill = (en: string) => ({
    kind: 'fill-in',
    prompt: { en: 'Complete it.' },
    template: { en },
    blanks: [{ id: 'word', kind: 'text', accept: ['const'] }],
  });
  expect(rulesOf(fill('```\nconst a = 1\n{{word}} b = 2\n```'))).toEqual([]);
  expect(rulesOf(fill('A const is made by {{word}}.'))).toEqual(['prompt-answer']);
});
