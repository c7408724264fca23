import fc from 'fast-check';
import { type Question, questionSchema } from './question';

/** Questions to test with: each kind as small as it can be said. */
export const synAckNumber = questionSchema.parse({
  id: 'syn-ack-number',
  kind: 'single-choice',
  prompt: { en: 'The SYN carried 40921. What does the SYN-ACK acknowledge?', zh: 'SYN带的是40921，SYN-ACK确认几？' },
  options: [
    { id: 'same', text: { en: '40921' }, feedback: { en: 'That number **arrived**.', zh: '那个号**已经到了**。' } },
    { id: 'next', text: { en: '40922' }, right: true },
    { id: 'own', text: { en: 'its own number plus one' } },
  ],
  explanation: { en: 'A SYN takes a number.', zh: 'SYN占一个号。' },
});

export const whichFlags = questionSchema.parse({
  id: 'which-flags',
  kind: 'multiple-choice',
  prompt: { en: 'Which flags does the second segment carry?' },
  options: [
    { id: 'syn', text: { en: 'SYN' }, right: true },
    { id: 'ack', text: { en: 'ACK' }, right: true },
    { id: 'fin', text: { en: 'FIN' }, feedback: { en: 'Nothing is closing yet.' } },
    { id: 'rst', text: { en: 'RST' } },
  ],
});

export const howMany = questionSchema.parse({
  id: 'how-many',
  kind: 'numeric',
  prompt: { en: 'Which number comes next?' },
  value: 40922,
  unit: { en: 'bytes', zh: '字节' },
  mistakes: [{ value: 40921, feedback: { en: 'That one has been used.' } }],
});

export const closeInOrder = questionSchema.parse({
  id: 'close-in-order',
  kind: 'ordering',
  prompt: { en: 'Put the states in order.' },
  steps: [
    { id: 'fin-wait-1', text: { en: 'FIN-WAIT-1' } },
    { id: 'fin-wait-2', text: { en: 'FIN-WAIT-2' }, feedback: { en: 'Its own FIN is not acknowledged yet.' } },
    { id: 'time-wait', text: { en: 'TIME-WAIT' } },
  ],
});

export const oneOfEach: readonly Question[] = [synAckNumber, whichFlags, howMany, closeInOrder];

const text = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh 序号123') })
  .map((s) => ({ en: `x${s}` }));
const optionIds = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 8 });

/** Any question of any kind. */
export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ ids: optionIds, right: fc.nat(), prompt: text }).map(({ ids, right, prompt }) =>
    questionSchema.parse({
      id: 'q',
      kind: 'single-choice',
      prompt,
      options: ids.map((id, at) => ({
        id,
        text: { en: `option ${id}` },
        ...(at === right % ids.length ? { right: true } : {}),
      })),
    }),
  ),
  fc
    .record({
      ids: optionIds,
      right: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      credit: fc.constantFrom('right-minus-wrong', 'all-or-nothing'),
      prompt: text,
    })
    .map(({ ids, right, credit, prompt }) =>
      questionSchema.parse({
        id: 'q',
        kind: 'multiple-choice',
        prompt,
        credit,
        options: ids.map((id, at) => ({
          id,
          text: { en: `option ${id}` },
          ...(at === 0 || right[at] ? { right: true } : {}),
        })),
      }),
    ),
  fc
    .record({
      value: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      tolerance: fc.double({ min: 0, max: 100, noNaN: true }),
      prompt: text,
    })
    .map((numeric) => questionSchema.parse({ id: 'q', kind: 'numeric', ...numeric })),
  fc.record({ ids: optionIds, prompt: text }).map(({ ids, prompt }) =>
    questionSchema.parse({
      id: 'q',
      kind: 'ordering',
      prompt,
      steps: ids.map((id) => ({ id, text: { en: `step ${id}` } })),
    }),
  ),
);
