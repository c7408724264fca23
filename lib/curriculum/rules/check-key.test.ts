import { expect, test } from 'vitest';
import { numericSchema } from '@/lib/quiz/kinds/numeric';
import { kindTests } from '@/lib/quiz/test-every-kind';
import { blankFaults, checkKey } from './check-key';

const question = numericSchema.parse({
  id: 'how-far',
  kind: 'numeric',
  prompt: { en: 'How far?' },
  value: 3,
  explanation: { en: 'Three steps.' },
});

// No author's file can bring this about, so the broken files have no case of it: here a kind takes an answer for none.
test('a kind that scores what nobody answered is found', () => {
  expect(checkKey(question)).toEqual([]);
  const scored = kindTests.numeric.answered(question, [false]);
  expect(blankFaults(question, scored)).toMatchObject([
    { rule: 'blank', message: '"how-far" left blank is scored; it should be incomplete' },
  ]);
});
