import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from './kinds';
import { toPublicQuestion } from './public-question';
import { type Question, questionSchema } from './question';
import { versionOf } from './question-version';
import { inLetters, readResponse } from './read-response';
import { anyQuestion, closeInOrder, howMany, oneOfEach, synAckNumber, whichFlags } from './test-questions';

/** The same question to look at, with another key and other words after the answer. */
function withAnotherKey(question: Question): Question {
  const secret = { explanation: { en: 'another explanation' }, objective: 'another', moved: 'another' };
  const retold = (option: { id: string; text: object }, right: boolean) => ({
    id: `other-${option.id}`,
    text: option.text,
    feedback: { en: `another word on ${option.id}` },
    ...(right ? { right: true } : {}),
  });
  switch (question.kind) {
    case 'single-choice': {
      const right = question.options.findIndex((option) => option.right);
      const options = question.options.map((option, at) =>
        retold(option, at === (right + 1) % question.options.length),
      );
      return questionSchema.parse({ ...question, ...secret, options: options.reverse() });
    }
    case 'multiple-choice': {
      const isAnyWrong = question.options.some((option) => option.right !== true);
      const rest = question.options.map((option, at) => retold(option, isAnyWrong ? option.right !== true : at === 0));
      return questionSchema.parse({ ...question, ...secret, credit: 'all-or-nothing', options: rest.reverse() });
    }
    case 'numeric':
      return questionSchema.parse({
        ...question,
        ...secret,
        value: question.value + 1,
        tolerance: 3,
        mistakes: [{ value: 5, feedback: { en: 'another' } }],
      });
    case 'ordering':
      return questionSchema.parse({
        ...question,
        ...secret,
        steps: question.steps.map((step) => retold(step, false)).reverse(),
      });
  }
}

test('what is shown does not depend on key, feedback, explanation, ids of options or their order in the file', () => {
  fc.assert(
    fc.property(fc.oneof(anyQuestion, fc.constantFrom(...oneOfEach)), (question) => {
      const shown = JSON.stringify(toPublicQuestion(question));
      expect(JSON.stringify(toPublicQuestion(withAnotherKey(question)))).toBe(shown);
    }),
  );
});

test('nothing is shown but the fields that are named', () => {
  expect(toPublicQuestion(whichFlags)).toEqual({
    kind: 'multiple-choice',
    prompt: whichFlags.prompt,
    options: expect.arrayContaining([{ letter: 'a', text: { en: expect.any(String) } }]),
  });
  expect(toPublicQuestion(howMany)).toEqual({
    kind: 'numeric',
    prompt: howMany.prompt,
    unit: { en: 'bytes', zh: '字节' },
  });
  expect(Object.keys(toPublicQuestion(closeInOrder))).toEqual(['kind', 'prompt', 'options']);
  expect(Object.keys(toPublicQuestion(synAckNumber))).toEqual(['kind', 'prompt', 'options']);
});

test('a version changes with what is shown and with nothing else', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const version = versionOf(toPublicQuestion(question));
      expect(versionOf(toPublicQuestion(withAnotherKey(question)))).toBe(version);
      expect(versionOf(toPublicQuestion({ ...question, prompt: { en: 'another question' } }))).not.toBe(version);
    }),
  );
});

test('letters become option ids and come back as the same letters', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { sent, key } = answeredByKey(question);
      expect(sent).toEqual({ kind: 'complete', response: key });
    }),
  );
});

/** The key's response as a browser would send it, read again; and the key's response itself. */
function answeredByKey(question: Question) {
  switch (question.kind) {
    case 'single-choice': {
      const key = kinds['single-choice'].fromKey(question);
      return { key, sent: readResponse(question, inLetters(question, key)) };
    }
    case 'multiple-choice': {
      // Ticks have no order: both are put into the order of the letters.
      const key = kinds['multiple-choice'].fromKey(question);
      const order = Object.values(kinds['multiple-choice'].letters(question));
      const choices = order.filter((id) => key.choices.includes(id));
      return { key: { choices }, sent: readResponse(question, inLetters(question, key)) };
    }
    case 'numeric': {
      const key = kinds.numeric.fromKey(question);
      return { key, sent: { kind: 'complete', response: key } };
    }
    case 'ordering': {
      const key = kinds.ordering.fromKey(question);
      return { key, sent: readResponse(question, inLetters(question, key)) };
    }
  }
}
