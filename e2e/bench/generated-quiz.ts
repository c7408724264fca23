import type { SeededRandom } from './generated-random';

/** The ids of a generated lesson's questions, in the order of its text. */
export const questionIds = [
  'which-number',
  'what-can-happen',
  'how-much',
  'drawn-number',
  'in-what-order',
  'what-belongs',
  'which-pairs',
  'what-name',
];

type Text = { readonly en: string; readonly zh: string };
const both = (en: string, zh: string): Text => ({ en, zh });
const same = (text: string | number): Text => both(String(text), String(text));

/** Eight questions of eight kinds, each with its key, its explanation and feedback to every answer that can be foreseen. JSON is YAML. */
export function generatedQuiz(random: SeededRandom): string {
  const isn = 1_000 + random.whole(900_000);
  const length = 100 + random.whole(1_300);
  const numbers = [isn, isn + 1, isn + 2, isn + length].map((value) => ({
    id: `n${value}`,
    text: same(value),
    feedback: both(`What does ${value} leave out, and what does it count?`, `写${value}，漏了什么，数的又是什么？`),
    ...(value === isn + 1 ? { right: true } : {}),
  }));
  // The right option stands where chance puts it, as it should in any quiz.
  const turn = random.whole(numbers.length);
  const questions = [
    {
      id: 'which-number',
      kind: 'single-choice',
      objective: 'counting',
      prompt: both(
        `A SYN carried the number ${isn}. Which number answers it?`,
        `一个SYN带的号是${isn}。回答它的是几号？`,
      ),
      options: [...numbers.slice(turn), ...numbers.slice(0, turn)],
    },
    {
      id: 'what-can-happen',
      kind: 'multiple-choice',
      objective: 'states',
      prompt: both(
        'A segment arrives a second time. What can be the reason? Choose all that apply.',
        '同一个报文段又来了一次。可能是什么缘故？选出所有可能的。',
      ),
      options: [
        option('lost-answer', both('The answer to it was lost.', '对它的回答丢了。'), true),
        option('copy', both('The network made a copy.', '网络复制了一份。'), true),
        option('reader', both('The program asked for it.', '程序又要了一遍。'), false),
      ],
    },
    {
      id: 'how-much',
      kind: 'numeric',
      objective: 'counting',
      prompt: both(
        `The first byte has the number ${isn}, and ${length} bytes arrive. Which number is expected next?`,
        `第一个字节是${isn}号，到了${length}个字节。接下来想要的是几号？`,
      ),
      value: isn + length,
      mistakes: [
        {
          value: isn + length - 1,
          feedback: both('That byte has come. Which one follows?', '这个字节已经到了，后面是哪个？'),
        },
      ],
    },
    {
      id: 'drawn-number',
      kind: 'numeric',
      objective: 'counting',
      parameters: { start: { from: 1_000, to: 900_000 }, count: { of: [100, 300, 536, 1_000] } },
      prompt: both(
        'Bytes are counted from {start}; {count} of them have come. What is expected next?',
        '字节从{start}数起，已经到了{count}个。接下来想要的是几号？',
      ),
      value: 'seq(start + count)',
      mistakes: [
        { value: 'seq(start + count + 1)', feedback: both('Which byte has that number?', '这个号是哪个字节的？') },
      ],
    },
    {
      id: 'in-what-order',
      kind: 'ordering',
      objective: 'states',
      prompt: both('Put the states of the side that closes later in order.', '把后关闭的一边经过的状态排好顺序。'),
      steps: ['ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSED'].map((state) => ({
        id: state.toLowerCase(),
        text: same(state),
        feedback: both('Which segment has to come before this state?', '进入这个状态之前，要先来哪个报文段？'),
      })),
    },
    {
      id: 'what-belongs',
      kind: 'categorising',
      objective: 'states',
      prompt: both('Which side passes through which state?', '哪个状态是哪一边经过的？'),
      categories: [
        { id: 'first', text: both('The side that closes first', '先关闭的一边') },
        { id: 'later', text: both('The side that closes later', '后关闭的一边') },
      ],
      items: (
        [
          ['FIN-WAIT-2', 'first'],
          ['CLOSE-WAIT', 'later'],
          ['TIME-WAIT', 'first'],
          ['LAST-ACK', 'later'],
        ] as const
      ).map(([state, category]) => ({
        id: state.toLowerCase(),
        text: same(state),
        category,
        feedback: both('Whose FIN has come by then?', '到那时，已经来了谁的FIN？'),
      })),
    },
    {
      id: 'which-pairs',
      kind: 'matching',
      objective: 'states',
      prompt: both('Match what was sent with the state it leads to.', '发出了什么，就到什么状态？给它们配对。'),
      lefts: (
        [
          ['a-syn', both('A first SYN', '第一个SYN'), 'syn-sent'],
          ['a-fin', both('A first FIN', '第一个FIN'), 'fin-wait-1'],
        ] as const
      ).map(([id, text, match]) => ({
        id,
        text,
        match,
        feedback: both('What does the name say that was sent?', '这个名字说的是发出了什么？'),
      })),
      rights: ['SYN-SENT', 'FIN-WAIT-1', 'LISTEN'].map((state) => ({ id: state.toLowerCase(), text: same(state) })),
    },
    {
      id: 'what-name',
      kind: 'short-text',
      objective: 'states',
      prompt: both(
        'Which state does a side wait in after the last acknowledgment?',
        '发出最后一个确认之后，一边在哪个状态里等？',
      ),
      accept: { en: ['TIME-WAIT', 'TIME_WAIT'], zh: ['TIME-WAIT', 'TIME_WAIT'] },
      near: [
        {
          accept: ['CLOSED'],
          feedback: both('Nothing is waited for there. What comes before?', '到那里就不用等了。它前面是什么？'),
        },
      ],
    },
  ].map((question) => ({
    ...question,
    explanation: both(
      'Numbers name bytes, and each state has the name of what was done or is waited for.',
      '号说的是哪个字节；状态的名字，说的是做了什么，或在等什么。',
    ),
  }));
  return `${JSON.stringify({ questions }, null, 1)}\n`;
}

function option(id: string, text: Text, right: boolean) {
  return {
    id,
    text,
    ...(right ? { right } : {}),
    feedback: both('What would each of the two sides have seen of it?', '这件事，两边各自会看到什么？'),
  };
}
