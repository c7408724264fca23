import type { Kind } from '@/lib/quiz/public-kinds';

/** A question's own keys, as an author writes them after id, kind and objective. */
type Starter = Readonly<Record<string, unknown>>;

const t = (en: string, zh: string) => ({ en, zh });

/**
 * One whole question of each kind, about things everyone knows, to be written over: what `handrail new quiz` begins with, what the editor's
 * snippets hold and what the handbook shows. Each passes the check as it stands.
 */
export const questionStarters: Readonly<Record<Kind, Starter>> = {
  'single-choice': {
    prompt: t(
      'A train leaves at 9:40 and travels 35 minutes. When does it arrive?',
      '一列火车9:40开，走35分钟，几点到？',
    ),
    options: [
      {
        id: 'next-hour',
        text: t('10:15', '10:15'),
        right: true,
        feedback: t('20 minutes to ten, then 15 more.', '到10点用了20分钟，再走15分钟。'),
      },
      {
        id: 'hundred',
        text: t('9:75', '9:75'),
        feedback: t('An hour ends after 60 minutes. What remains?', '一小时只有60分钟，满了之后还剩多少？'),
      },
      {
        id: 'short',
        text: t('10:05', '10:05'),
        feedback: t('How many minutes are left when it is ten?', '到10点的时候，还剩几分钟没走？'),
      },
    ],
    explanation: t(
      'From 9:40 to 10:00 are 20 minutes; the other 15 follow.',
      '9:40到10:00是20分钟，再加余下的15分钟。',
    ),
  },
  'multiple-choice': {
    prompt: t(
      'Which of these numbers can be divided by 3? Choose all that apply.',
      '下面哪些数能被3整除？选出所有符合的。',
    ),
    options: [
      { id: 'twelve', text: t('12', '12'), right: true, feedback: t('1 + 2 is 3.', '1＋2是3。') },
      { id: 'fourteen', text: t('14', '14'), feedback: t('What is left after 4 times 3?', '减去4个3，还剩多少？') },
      { id: 'fifteen', text: t('15', '15'), right: true, feedback: t('1 + 5 is 6.', '1＋5是6。') },
      { id: 'twenty', text: t('20', '20'), feedback: t('What is left after 6 times 3?', '减去6个3，还剩多少？') },
    ],
    explanation: t(
      'A number can be divided by 3 when its digits add up to one that can.',
      '各位数字之和能被3整除，这个数就能被3整除。',
    ),
  },
  numeric: {
    prompt: t('A cyclist rides 45 km in 3 hours. How fast is that?', '一个人骑车3小时走了45千米，速度是多少？'),
    value: 15,
    tolerance: '1%',
    unit: t('km/h', '千米/时'),
    mistakes: [{ value: 135, feedback: t('That is 45 times 3. How far in one hour?', '这是45乘3。一小时走多远？') }],
    explanation: t('45 km shared among 3 hours are 15 km in each.', '45千米分到3小时，每小时15千米。'),
  },
  'short-text': {
    prompt: t('What is water called when it has frozen?', '水冻住之后叫什么？'),
    accept: { en: ['ice'], zh: ['冰'] },
    near: [
      {
        accept: { en: ['steam'], zh: ['水蒸气'] },
        feedback: t('That is what it becomes when it boils.', '那是水烧开之后变成的。'),
      },
    ],
    explanation: t(
      'Below 0 °C water becomes solid, and then it has a name of its own.',
      '0 °C以下，水变成固体，有了另一个名字。',
    ),
  },
  'fill-in': {
    prompt: t('Fill in what happens to water at sea level.', '海平面上，水会怎样？填空。'),
    template: t('At {{degrees}} °C water begins to {{change}}.', '到{{degrees}} °C，水开始{{change}}。'),
    blanks: [
      { id: 'degrees', kind: 'number', value: 100 },
      {
        id: 'change',
        kind: 'choice',
        options: [
          { id: 'boil', text: t('boil', '沸腾'), right: true },
          {
            id: 'freeze',
            text: t('freeze', '结冰'),
            feedback: t('That happens when it gets colder.', '变冷的时候才会这样。'),
          },
        ],
      },
    ],
    explanation: t(
      'At sea level water boils at 100 °C; on a mountain it takes less.',
      '海平面上水在100 °C沸腾，山上用不到这么热。',
    ),
  },
  ordering: {
    prompt: t('Put these in order, the shortest first.', '从短到长排好次序。'),
    steps: [
      { id: 'second', text: t('a second', '一秒') },
      {
        id: 'minute',
        text: t('a minute', '一分钟'),
        feedback: t('It holds 60 of another one here.', '它里面有60个另外的一项。'),
      },
      {
        id: 'hour',
        text: t('an hour', '一小时'),
        feedback: t('It holds 60 of another one here.', '它里面有60个另外的一项。'),
      },
      { id: 'day', text: t('a day', '一天'), feedback: t('Night and noon both lie in it.', '半夜和中午都在里面。') },
    ],
    explanation: t('60 seconds, 60 minutes, 24 hours.', '60秒，60分钟，24小时。'),
  },
  matching: {
    prompt: t('What does each of them measure?', '它们各量什么？'),
    lefts: [
      {
        id: 'scales',
        text: t('scales', '秤'),
        match: 'mass',
        feedback: t('What do you read from it at the market?', '在菜市场，你从它上面看什么？'),
      },
      {
        id: 'ruler',
        text: t('a ruler', '尺子'),
        match: 'length',
        feedback: t('Its marks are centimetres.', '上面的刻度是厘米。'),
      },
    ],
    rights: [
      { id: 'mass', text: t('how heavy something is', '有多重') },
      { id: 'length', text: t('how long something is', '有多长') },
      { id: 'warmth', text: t('how warm something is', '有多热') },
    ],
    explanation: t('Scales tell grams, a ruler tells centimetres.', '秤上看克，尺子上看厘米。'),
  },
  categorising: {
    prompt: t('Solid or liquid, in a warm room?', '在暖和的屋里，是固体还是液体？'),
    categories: [
      { id: 'solid', text: t('Solid', '固体') },
      { id: 'liquid', text: t('Liquid', '液体') },
    ],
    items: [
      {
        id: 'iron',
        text: t('iron', '铁'),
        category: 'solid',
        feedback: t('Does it take the shape of its cup?', '它会变成杯子的形状吗？'),
      },
      {
        id: 'milk',
        text: t('milk', '牛奶'),
        category: 'liquid',
        feedback: t('Does it keep its shape?', '它能保持自己的形状吗？'),
      },
      {
        id: 'wood',
        text: t('wood', '木头'),
        category: 'solid',
        feedback: t('Does it take the shape of its cup?', '它会变成杯子的形状吗？'),
      },
    ],
    explanation: t(
      'A solid keeps its shape; a liquid takes that of what holds it.',
      '固体保持自己的形状，液体随着容器变。',
    ),
  },
  pointing: {
    prompt: t('Point at the byte that is the largest number.', '指出数值最大的那个字节。'),
    dump: { hex: '0a 1f 20 f0 07 3c' },
    range: { from: 3, to: 3 },
    mistakes: [{ from: 5, to: 5, feedback: t('Compare the first digit of each byte.', '比一比每个字节的第一位。') }],
    explanation: t(
      'f is the largest hexadecimal digit, and here it comes first.',
      'f是最大的十六进制数字，这里它排在第一位。',
    ),
  },
  prediction: {
    prompt: t('The run has gone two steps. What is sent next?', '这次运行走了两步，接下来会发出什么？'),
    run: 'open',
    after: 2,
    ask: 'next-segment',
    fields: ['flags', 'ack'],
    mistakes: [
      {
        field: 'ack',
        wrong: 'ack-of-what-arrived',
        feedback: t('That number has arrived. Which one is expected next?', '这个号已经到了。下一个想要的是几？'),
      },
    ],
    explanation: t('A SYN takes a number, so the next one is acknowledged.', 'SYN占一个号，所以确认的是下一个。'),
  },
  written: {
    prompt: t('Why does a wet hand feel cold in the wind?', '手湿的时候，为什么风一吹就觉得冷？'),
    length: { min: 20, max: 600 },
    answer: t(
      'Water takes warmth from the hand when it turns into vapour, and wind carries the vapour away.',
      '水变成水汽时从手上带走热，风又把水汽吹走。',
    ),
    selfCheck: [
      t('It says where the warmth goes.', '说出了热到哪里去了。'),
      t('It says what the wind adds.', '说出了风起什么作用。'),
    ],
    explanation: t('Evaporation needs warmth, and takes it from what is wet.', '蒸发需要热，热来自湿的东西。'),
  },
};

/** What the starter of a prediction names: a run of the lesson. */
export const starterRun = {
  title: t('Open a connection', '打开连接'),
  lab: 'tcp',
  setup: { client: { iss: 1234567 }, server: { iss: 7654321 } },
  actions: [
    { kind: 'listen', side: 'server' },
    { kind: 'open', side: 'client' },
    { kind: 'next' },
    { kind: 'next' },
    { kind: 'next' },
  ],
};
