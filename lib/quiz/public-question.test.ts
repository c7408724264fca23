import { expect, test } from 'vitest';
import { toPublicQuestion } from './public-question';
import {
  closeInOrder,
  commitCommand,
  flagsByte,
  halfClose,
  handshake,
  howMany,
  roundTrip,
  synAckNumber,
  whichFlags,
  whyThree,
} from './test-questions';

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
  expect(toPublicQuestion(roundTrip)).toEqual({
    kind: 'numeric',
    prompt: roundTrip.prompt,
    units: expect.arrayContaining([{ letter: 'a', text: { en: expect.any(String), zh: expect.any(String) } }]),
  });
  expect(toPublicQuestion(flagsByte)).toEqual({
    kind: 'numeric',
    prompt: flagsByte.prompt,
    bases: ['hex', 'binary'],
  });
  expect(toPublicQuestion(halfClose)).toEqual({ kind: 'short-text', prompt: halfClose.prompt });
  expect(toPublicQuestion(commitCommand)).toEqual({
    kind: 'short-text',
    prompt: commitCommand.prompt,
    exactCase: true,
  });
  expect(toPublicQuestion(handshake)).toEqual({
    kind: 'fill-in',
    prompt: handshake.prompt,
    template: {
      en: 'The client sends {{a}} with number 100, the server answers {{b}}, acknowledging {{c}}.',
      zh: '客户端发{{a}}，号是100；服务器回{{b}}，确认{{c}}。',
    },
    blanks: [
      { kind: 'text', letter: 'a' },
      { kind: 'choice', letter: 'b', options: expect.arrayContaining([{ letter: 'a', text: expect.anything() }]) },
      { kind: 'number', letter: 'c' },
    ],
  });
  expect(toPublicQuestion(whyThree)).toEqual({
    kind: 'written',
    prompt: whyThree.prompt,
    marked: 'self',
    length: { min: 20, max: 600 },
  });
});
