import { describe, expect, test } from 'vitest';
import { runSchema } from '@/lib/labs/run';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import { quizSchema } from '@/lib/quiz/question';
import { resolveQuestion } from '@/lib/quiz/written-question';
import { withFacts } from './quiz-facts';

const open = runSchema.parse({
  id: 'open',
  lab: 'tcp',
  title: { en: 'Open' },
  setup: { client: { iss: 1_234_567 }, server: { iss: 7_654_321 } },
  actions: [
    { kind: 'listen', side: 'server' },
    { kind: 'open', side: 'client' },
    { kind: 'next' },
    { kind: 'next' },
    { kind: 'send', side: 'client', text: '*two* `words`' },
    { kind: 'next' },
  ],
});

const told = (text: string) => withFacts({ prompt: { en: text } }, [open]);

test('a text says what the run holds there, at its end or after some of its actions', () => {
  expect(told('It answers {{open:segments.1.ack}}.').value.prompt.en).toBe('It answers 1234568.');
  expect(told('Before: {{ open@1 : client.state }}').value.prompt.en).toBe('Before: CLOSED');
});

test('what a lab says is words, whatever signs are in it, and stays as it is between backticks', () => {
  expect(told('{{open:segments.1.flags}}').value.prompt.en).toBe('SYN ACK');
  expect(told('`{{open:segments.0.seq}}`').value.prompt.en).toBe('`1234567`');
});

test('blanks and the holes of variants are left alone', () => {
  for (const text of ['It waits in {{state}}.', 'SEQ={isn}', '\\{{open\\}}'])
    expect(told(text)).toEqual({ value: { prompt: { en: text } }, faults: [] });
});

test.each([
  ['{{opne:segments.1.ack}}', 'no run "opne"; did you mean "open"?'],
  ['{{open:segments.1.akc}}', 'nothing at "segments.1.akc"; did you mean "ack"?'],
  ['{{open:segments.1}}', 'is not a single value'],
  ['{{open@99:client.state}}', 'there is nothing after 99'],
])('%s is told with its place', (text, message) => {
  expect(told(text).faults).toMatchObject([
    { path: ['prompt', 'en'], found: text, message: expect.stringContaining(message) },
  ]);
});

describe('what is secret says nothing of itself beforehand', () => {
  const shown = (secret: string) => {
    const { questions } = quizSchema.parse({
      questions: [
        {
          id: 'which',
          kind: 'single-choice',
          prompt: { en: 'The SYN carried {{open:segments.0.seq}}. What comes back?' },
          options: [
            { id: 'same', text: { en: '{{open:segments.0.seq}}' }, feedback: { en: secret } },
            { id: 'next', text: { en: '{{open:segments.1.ack}}' }, right: true },
          ],
          explanation: { en: secret },
          hints: [{ en: secret }],
        },
      ],
    });
    return questions.map((written) => {
      const resolved = resolveQuestion(withFacts(written, [open]).value, {
        runs: [open],
        figures: [],
        figure: () => undefined,
      });
      if (!('question' in resolved)) throw new Error('expected a question');
      return JSON.stringify(toPublicQuestion(resolved.question));
    });
  };

  test('other facts in explanation, feedback and hints change no byte of what is shown', () => {
    expect(shown('{{open:server.state}}')).toEqual(shown('{{open:segments.1.seq}}'));
    expect(shown('{{open:server.state}}')).toEqual(shown('nothing computed'));
  });

  test('what is shown has values, and no address of the run', () => {
    expect(shown('…')[0]).toContain('1234568');
    expect(shown('…')[0]).not.toContain('segments.');
  });
});
