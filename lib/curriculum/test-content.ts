import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A content folder as data: file name → text. */
export type Files = Readonly<Record<string, string>>;

const lesson = 'tcp-tls/03-handshakes';

/** The smallest content that has no mistake: one path, one lesson in both languages, one of each kind of file. */
export const soundFiles: Files = {
  'glossary.yaml': `terms:
  - id: segment
    term: { en: segment, zh: 报文段 }
    meaning: { en: What TCP sends., zh: TCP一次发出的单位。 }
`,
  'tcp-tls/path.yaml': `title: { en: TCP and TLS, zh: TCP与TLS }
summary: { en: Bytes and secrets., zh: 字节与秘密。 }
`,
  [`${lesson}/lesson.yaml`]: `objectives:
  - { id: open, text: { en: Open a connection, zh: 打开连接 } }
`,
  [`${lesson}/en.mdx`]: `---
title: Handshakes
lede: Two strangers meet.
---

A <Term id="segment">segment</Term> acknowledges <Fact run="open" at="segments.1.ack" />.

## Why not two? [#why-not-two]

<Lab run="open" />

<Quiz id="syn-ack-number" />

<Task id="open-it" />
`,
  [`${lesson}/zh.mdx`]: `---
title: 握手
lede: 两个陌生人见面。
---

一个<Term id="segment">报文段</Term>确认<Fact run="open" at="segments.1.ack" />。

## 为什么不是两次？ [#why-not-two]

<Lab run="open" />

<Quiz id="syn-ack-number" />

<Task id="open-it" />
`,
  [`${lesson}/quiz.yaml`]: `questions:
  - id: syn-ack-number
    kind: single-choice
    objective: open
    prompt: { en: Which number?, zh: 哪个号？ }
    options:
      - { id: same, text: { en: "40921", zh: "40921" }, feedback: { en: That one arrived., zh: 那个已经到了。 } }
      - { id: next, text: { en: "40922", zh: "40922" }, right: true }
    explanation: { en: A SYN takes a number., zh: SYN占一个序列号。 }
`,
  [`${lesson}/open-it.task.yaml`]: `title: { en: Open it, zh: 打开它 }
lab: tcp
objective: open
minutes: 2
actions: [listen, open, next]
goal:
  - { kind: in-state, side: client, state: ESTABLISHED }
prompt: { en: Open the connection., zh: 打开连接。 }
`,
  [`${lesson}/open-it.solution.yaml`]: `actions:
  - { kind: listen, side: server }
  - { kind: open, side: client }
  - { kind: next }
  - { kind: next }
`,
  [`${lesson}/open.run.yaml`]: `title: { en: Open, zh: 打开 }
lab: tcp
setup: { client: { iss: 1234567 }, server: { iss: 7654321 } }
actions:
  - { kind: listen, side: server }
  - { kind: open, side: client }
  - { kind: next }
  - { kind: next }
`,
};

/** A path of its own with questions that everyone is asked with other numbers, one of them assessed. */
export const variantFiles: Files = {
  ...Object.fromEntries(Object.keys(soundFiles).map((name) => [name, ''])),
  'numbers/path.yaml': `title: { en: Numbers, zh: 数字 }
summary: { en: Counting bytes., zh: 数字节。 }
standard: { labs: 0, tasks: 0, questions: 0 }
`,
  'numbers/01-acks/lesson.yaml': `objectives:
  - { id: count, text: { en: Count bytes, zh: 数字节 } }
`,
  'numbers/01-acks/en.mdx': `---
title: Acknowledgments
lede: Bytes are counted.
---

## Which is next? [#which-is-next]

<Quiz id="next-byte" />

<Quiz id="syn-counts" />
`,
  'numbers/01-acks/zh.mdx': `---
title: 确认
lede: 字节要数。
---

## 下一个是几？ [#which-is-next]

<Quiz id="next-byte" />

<Quiz id="syn-counts" />
`,
  'numbers/01-acks/quiz.yaml': `questions:
  - id: next-byte
    kind: numeric
    objective: count
    parameters:
      isn: { from: 1000, to: 999999 }
      length: { of: [100, 536, 1460] }
    prompt:
      en: A segment with SEQ={isn} carries {length|grouped} bytes. Which ACK answers it?
      zh: 一个SEQ={isn}的报文段带了{length|grouped}字节，用哪个ACK回答？
    value: seq(isn + length)
    mistakes:
      - value: isn
        misconception: ack-of-received
        feedback:
          en: You acknowledged the byte you received, {isn}, not the next one you expect.
          zh: 你确认的是收到的字节{isn}，不是下一个想要的。
    explanation:
      en: The next byte is {isn} + {length} = {= seq(isn + length)}.
      zh: 下一个字节是{isn}＋{length}＝{= seq(isn + length)}。
  - id: syn-counts
    kind: single-choice
    objective: count
    parameters:
      isn: { from: 1000, to: 999999 }
    prompt: { en: "The SYN carried {isn}. What is acknowledged?", zh: "SYN带的是{isn}，确认几？" }
    options:
      - id: same
        text: { en: "{isn}", zh: "{isn}" }
        misconception: ack-of-received
        feedback: { en: "{isn} has arrived.", zh: "{isn}已经到了。" }
      - { id: next, text: { en: "{= isn + 1}", zh: "{= isn + 1}" }, right: true }
      - { id: two, text: { en: "{= isn + 2}", zh: "{= isn + 2}" } }
    explanation: { en: A SYN takes a number., zh: SYN占一个号。 }
  - id: in-the-exam
    kind: numeric
    objective: count
    use: assessed
    parameters: { isn: { from: 1000, to: 999999 } }
    prompt: { en: "After {isn}?", zh: "{isn}之后？" }
    value: isn + 1
    explanation: { en: One more., zh: 多一个。 }
`,
};

/** Writes the sound content with some files changed; an empty text leaves the file out. */
export async function writeContent(changed: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-content-'));
  for (const [name, text] of Object.entries({ ...soundFiles, ...changed })) {
    if (text === '') continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** A sound file with one thing replaced; throws when it is not there, so that no test passes for the wrong reason. */
export function changed(name: keyof typeof soundFiles & string, from: string, to: string): Files {
  const text = soundFiles[name];
  if (!text?.includes(from)) throw new Error(`${name} has no ${JSON.stringify(from)}`);
  return { [name]: text.replace(from, to) };
}

export const lessonFile = (name: string) => `${lesson}/${name}`;
