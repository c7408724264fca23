import { questionSchema } from './question';

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

export const roundTrip = questionSchema.parse({
  id: 'round-trip',
  kind: 'numeric',
  prompt: { en: 'How long is one round trip?' },
  value: 80,
  tolerance: '5%',
  units: ['ms', 's'],
  mistakes: [{ value: 40, feedback: { en: 'That is one way.' } }],
});

export const flagsByte = questionSchema.parse({
  id: 'flags-byte',
  kind: 'numeric',
  prompt: { en: 'Which byte carries SYN and ACK?' },
  value: 18,
  bases: ['hex', 'binary'],
});

export const halfClose = questionSchema.parse({
  id: 'half-close',
  kind: 'short-text',
  prompt: { en: 'What is it called when one side has closed and still receives?' },
  accept: { en: ['half-close', 'half-closed'], zh: ['半关闭', '半关闭（half-close）'] },
  near: [{ accept: ['half-open'], feedback: { en: 'Half-open: one side does not know.' } }],
});

export const commitCommand = questionSchema.parse({
  id: 'commit-command',
  kind: 'short-text',
  prompt: { en: 'Commit what is staged with the message "first".' },
  accept: ['git commit -m "first"'],
  patterns: ['git commit [-v|-q] (-m|--message) ("first"|first)', "git commit [-v] -m 'first'"],
  case: 'exact',
  punctuation: 'exact',
  near: [{ patterns: ['git commit'], feedback: { en: 'This opens an editor.' } }],
});

export const handshake = questionSchema.parse({
  id: 'handshake',
  kind: 'fill-in',
  prompt: { en: 'Complete the handshake.', zh: '把握手补全。' },
  template: {
    en: 'The client sends {{first}} with number 100, the server answers {{second}}, acknowledging {{number}}.',
    zh: '客户端发{{first}}，号是100；服务器回{{second}}，确认{{number}}。',
  },
  blanks: [
    { id: 'number', kind: 'number', value: 101, mistakes: [{ value: 100, feedback: { en: 'That one arrived.' } }] },
    { id: 'first', kind: 'text', accept: ['SYN'] },
    {
      id: 'second',
      kind: 'choice',
      options: [
        { id: 'syn-ack', text: { en: 'SYN-ACK' }, right: true },
        { id: 'ack', text: { en: 'ACK' }, feedback: { en: 'It has a number of its own to tell.' } },
      ],
    },
  ],
});

export const whyThree = questionSchema.parse({
  id: 'why-three',
  kind: 'written',
  prompt: { en: 'Why are two segments not enough?' },
  answer: { en: 'Nothing would confirm the **server’s** number.' },
  selfCheck: [{ en: 'It says whose number is unconfirmed.' }],
  length: { min: 20, max: 600 },
});
