import type { LabId } from '@/lib/labs/labs';

/** A task of a lab with the actions that solve it, as an author writes them; the title and the objective are the author's. */
type TaskStarter = {
  readonly task: Readonly<Record<string, unknown>>;
  readonly solution: readonly Readonly<Record<string, unknown>>[];
  /** A file that the task names besides: what stands in `NAME.process.yaml`. */
  readonly process?: { readonly name: string; readonly setup: Readonly<Record<string, unknown>> };
};

const t = (en: string, zh: string) => ({ en, zh });

/** A whole task for each lab, to be written over: what `handrail new task` begins with and what the editor's snippets hold. Each passes the check. */
export const taskStarters: Readonly<Record<LabId, TaskStarter>> = {
  tcp: {
    task: {
      minutes: 3,
      setup: { client: { iss: 1234567 }, server: { iss: 7654321 } },
      seed: 1,
      actions: ['listen', 'open', 'next'],
      goal: [
        { kind: 'in-state', side: 'client', state: 'ESTABLISHED' },
        { kind: 'in-state', side: 'server', state: 'ESTABLISHED' },
      ],
      prompt: t('Bring both sides to ESTABLISHED.', '让两边都到ESTABLISHED。'),
      hints: [
        t('What does a server do before the first segment can reach it?', '第一个报文段到达之前，服务器得先做什么？'),
        t(
          'Listen on the server, open on the client, then let each segment arrive.',
          '服务器监听，客户端打开，然后让报文段一个个到达。',
        ),
      ],
    },
    solution: [
      { kind: 'listen', side: 'server' },
      { kind: 'open', side: 'client' },
      { kind: 'next' },
      { kind: 'next' },
      { kind: 'next' },
    ],
  },
  tls: {
    task: {
      minutes: 3,
      setup: {},
      actions: ['connect', 'next', { kind: 'send', side: 'client', most: 1 }, 'flip'],
      goal: [{ kind: 'alert', from: 'server', alert: 'bad_record_mac' }],
      prompt: t(
        'Connect, send the request, and change one bit of it on the way. What does the server answer?',
        '连上以后发出请求，在路上改掉它的一位。服务器会怎么回答？',
      ),
      hints: [t('A record can only be changed while it is under way.', '记录只有还在路上时才改得了。')],
    },
    solution: [
      { kind: 'connect' },
      ...Array.from({ length: 10 }, () => ({ kind: 'next' })),
      { kind: 'send', side: 'client' },
      { kind: 'flip', record: 10, byte: 20, bit: 7 },
      { kind: 'next' },
    ],
  },
  certificate: {
    task: {
      minutes: 3,
      setup: {
        certificates: [
          { id: 'root', subject: 'Example Root', key: 'p256-root-a', authority: true },
          {
            id: 'shop',
            subject: 'shop.example',
            issuer: 'root',
            key: 'p256-server-a',
            names: ['shop.example'],
            notBefore: '2026-06-01',
            notAfter: '2026-08-30',
          },
        ],
        trusted: ['root'],
        servers: [{ id: 'shop', name: 'shop.example', presents: ['shop'] }],
      },
      actions: ['check-next', { kind: 'judge', most: 1 }],
      goal: [{ kind: 'judged-rightly', server: 'shop' }],
      prompt: t('Judge the chain that shop.example presents.', '判断shop.example出示的证书链。'),
      hints: [
        t('What does the clock say, and what do the dates of the certificate say?', '时钟是几点？证书的日期又是哪天？'),
      ],
    },
    solution: [{ kind: 'check-next' }, { kind: 'judge', answer: 'refuse', check: 'dates' }],
  },
  http: {
    task: {
      minutes: 3,
      setup: {},
      actions: ['send', 'close'],
      goal: [
        { kind: 'log-has', match: { method: 'GET', path: '/etag', status: 304, request: [{ name: 'If-None-Match' }] } },
      ],
      prompt: t(
        'Ask for /etag, and then once more so that the server need not send it again.',
        '先要一次/etag，再要一次，让服务器不用重发内容。',
      ),
      hints: [
        t(
          'What is the tag of the first answer, and which field tells the server that you have it?',
          '第一个应答的标签是什么？用哪个字段告诉服务器你已经有了？',
        ),
      ],
    },
    solution: [
      { kind: 'send', text: 'GET /etag HTTP/1.1\r\nHost: practice.example\r\n\r\n' },
      { kind: 'send', text: 'GET /etag HTTP/1.1\r\nHost: practice.example\r\nIf-None-Match: *\r\n\r\n' },
    ],
  },
  journey: {
    task: {
      minutes: 3,
      setup: {
        sites: [
          {
            host: 'shop.example',
            address: '198.51.100.20',
            think: 900,
            resources: [{ path: '/', text: '<!doctype html>\n<title>Shop</title>\n<p>Three umbrellas</p>\n' }],
          },
        ],
      },
      actions: ['visit', 'next', 'finish', 'diagnose'],
      goal: [{ kind: 'loaded', host: 'shop.example' }, { kind: 'diagnosed' }],
      prompt: t(
        'Visit https://shop.example/ and say what makes it slow.',
        '访问https://shop.example/，说出它慢在哪里。',
      ),
      hints: [t('Which part of the longest chain is the longest?', '最长的那条链上，哪一段最长？')],
    },
    solution: [
      { kind: 'visit', url: 'https://shop.example/' },
      { kind: 'finish' },
      { kind: 'diagnose', cause: 'server' },
    ],
  },
  dns: {
    task: {
      minutes: 3,
      setup: {},
      seed: 1,
      actions: [{ kind: 'query', most: 1 }, 'next', 'settle', 'conclude'],
      goal: [
        {
          kind: 'followed',
          name: 'www.umbrella.example',
          through: ['umbrella.pages.example.net', 'edge3.cdn.example.org'],
        },
        { kind: 'concluded', name: 'www.umbrella.example', fields: ['canonical', 'zone'] },
      ],
      prompt: t(
        'Ask for www.umbrella.example, and write down the last name of its aliases and the zone that name is in.',
        '查www.umbrella.example，写下别名的最后一个名字，以及它在哪个区域。',
      ),
      hints: [
        t(
          'Let everything happen, then read the records of the answer from the first to the last.',
          '先让一切发生完，再把回答里的记录从头读到尾。',
        ),
      ],
    },
    solution: [
      { kind: 'query', name: 'www.umbrella.example' },
      { kind: 'settle' },
      { kind: 'conclude', name: 'www.umbrella.example', canonical: 'edge3.cdn.example.org', zone: 'cdn.example.org' },
    ],
  },
  process: {
    task: {
      process: 'kettle',
      minutes: 2,
      actions: ['fill', 'heat'],
      goal: [{ kind: 'in-state', state: 'boiling' }],
      prompt: t('Bring water to the boil.', '把水烧开。'),
      hints: [t('What has to be in a kettle before it is heated?', '加热之前，壶里得先有什么？')],
    },
    solution: [{ kind: 'fill' }, { kind: 'heat' }, { kind: 'heat' }],
    process: {
      name: 'kettle',
      setup: {
        states: [
          { id: 'empty', text: t('Empty kettle', '空壶') },
          { id: 'filled', text: t('Kettle with water', '装了水的壶') },
          { id: 'boiling', text: t('Boiling', '水开了') },
        ],
        variables: [
          { id: 'warmth', text: t('Temperature', '温度'), start: 20, least: 0, most: 100, unit: t('°C', '°C') },
        ],
        actions: [
          {
            id: 'fill',
            text: t('Fill it', '装水'),
            from: ['empty'],
            to: 'filled',
            why: t('Now there is something to heat.', '现在有东西可烧了。'),
          },
          {
            id: 'heat',
            text: t('Heat it for a while', '烧一会儿'),
            from: ['filled'],
            when: 'warmth < 100',
            set: { warmth: 'warmth + 40' },
            to: [{ state: 'boiling', when: 'warmth >= 60' }, { state: 'filled' }],
            refused: t('It is as hot as water gets in an open kettle.', '敞着的壶里，水不会更热了。'),
          },
        ],
      },
    },
  },
};

/** The labs a task can be begun for. */
export const startedLabs = Object.keys(taskStarters).filter(isStarted);

function isStarted(lab: string): lab is LabId {
  return Object.hasOwn(taskStarters, lab);
}
