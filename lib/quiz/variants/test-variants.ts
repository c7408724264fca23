import { questionSchema } from '../question';

/** Templates to test with: one of each kind that can be a variant, as small as it can be said. */
export const nextExpected = questionSchema.parse({
  id: 'next-expected',
  kind: 'numeric',
  parameters: {
    isn: { from: 1_000, to: 999_999 },
    length: { of: [100, 200, 1460] },
    key: { is: 'seq(isn + length)' },
  },
  prompt: {
    en: 'A segment with SEQ={isn} carries {length|grouped} bytes. Which ACK answers it?',
    zh: '一个报文段SEQ={isn}，带了{length|grouped}字节。用哪个ACK回答它？',
  },
  value: 'key',
  mistakes: [
    {
      value: 'isn',
      misconception: 'ack-of-received',
      feedback: { en: 'You acknowledged the byte you received ({isn}), not the next one you expect.' },
    },
    { value: 'key - 1', misconception: 'last-byte', feedback: { en: '{= key - 1} is the last byte that arrived.' } },
  ],
  explanation: { en: '{isn} + {length} = {key}' },
});

export const whichAck = questionSchema.parse({
  id: 'which-ack',
  kind: 'single-choice',
  parameters: { isn: { from: 1_000, to: 999_999 }, right: { is: 'isn + 1' } },
  prompt: { en: 'The SYN carried `{isn}`. What does the SYN-ACK acknowledge?' },
  options: [
    { id: 'same', text: { en: '{isn}' }, misconception: 'ack-of-received', feedback: { en: '{isn} arrived.' } },
    { id: 'next', text: { en: '{right}' }, right: true },
    { id: 'two', text: { en: '{= right + 1}' } },
  ],
  explanation: { en: 'A SYN takes a number: {right}.' },
});

export const whichPorts = questionSchema.parse({
  id: 'which-ports',
  kind: 'multiple-choice',
  parameters: { port: { from: 49_152, to: 65_000 }, flag: { of: [{ en: 'a web page', zh: '网页' }, 'TLS'] } },
  prompt: { en: 'A browser fetches {flag} from port {port}. Which ports stand in the answer?', zh: '{flag}，{port}' },
  options: [
    { id: 'theirs', text: { en: '{port}' }, right: true },
    { id: 'ours', text: { en: 'the port the browser chose' }, right: true },
    { id: 'next', text: { en: '{= port + 1}' }, misconception: 'port-counts' },
  ],
});

export const inHex = questionSchema.parse({
  id: 'in-hex',
  kind: 'short-text',
  parameters: { number: { from: 4_096, to: 65_535 } },
  prompt: { en: 'Write {number} in hexadecimal.' },
  accept: ['{= hex(number)}', '0x{= hex(number)}'],
  near: [{ accept: ['{= bin(number)}'], misconception: 'binary', feedback: { en: 'That is binary.' } }],
});

export const fillSegment = questionSchema.parse({
  id: 'fill-segment',
  kind: 'fill-in',
  parameters: { seq: { from: 1, to: 9_000 }, length: { from: 10, to: 90, step: 10 } },
  prompt: { en: 'Fill in.' },
  template: { en: 'SEQ={seq}, {length} bytes: ACK={{ack}} in `{= hex(seq)}`' },
  blanks: [
    { id: 'ack', kind: 'number', value: 'seq + length', mistakes: [{ value: 'seq', feedback: { en: '{seq}!' } }] },
  ],
});

export const everyTemplate = [nextExpected, whichAck, whichPorts, inHex, fillSegment];
