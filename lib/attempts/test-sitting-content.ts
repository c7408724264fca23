import { variantFiles } from '@/lib/curriculum/test-content';

/** Stands in every text of the assessed question, and nowhere else. */
export const assessedMarker = 'quokka';

const folder = 'ports/01-numbers';

/** A path whose lesson has a door, hints, and a question that is only asked in assignments. For `writeContent`. */
export const sittingFiles: Readonly<Record<string, string>> = {
  // Beside the real lessons: none of the files that would stand in for them.
  ...Object.fromEntries(Object.entries(variantFiles).filter(([, text]) => text === '')),
  'ports/path.yaml': `title: { en: Ports, zh: 端口 }
summary: { en: Which program gets it., zh: 交给哪个程序。 }
standard: { labs: 0, tasks: 0, questions: 0 }
`,
  [`${folder}/lesson.yaml`]: `objectives:
  - { id: well-known, text: { en: Name well-known ports, zh: 说出常用端口 } }
  - { id: range, text: { en: Say how many ports there are, zh: 说出端口有多少 } }
`,
  [`${folder}/en.mdx`]: `---
title: Port numbers
lede: A host has one address and many programs.
---

## Which port? [#which-port]

<Quiz id="https" />

<Quiz id="how-many" />
`,
  [`${folder}/zh.mdx`]: `---
title: 端口号
lede: 一台主机一个地址，程序却有很多。
---

## 哪个端口？ [#which-port]

<Quiz id="https" />

<Quiz id="how-many" />
`,
  [`${folder}/quiz.yaml`]: `questions:
  - id: https
    kind: single-choice
    objective: well-known
    prompt: { en: Where does HTTPS listen?, zh: HTTPS在哪个端口等？ }
    options:
      - { id: http, text: { en: "80", zh: "80" }, feedback: { en: That is HTTP., zh: 那是HTTP。 } }
      - { id: https, text: { en: "443", zh: "443" }, right: true }
    hints:
      - { en: It has three digits., zh: 是三位数。 }
      - { en: It begins with a 4., zh: 以4开头。 }
    explanation: { en: IANA gave it 443., zh: IANA分给它443。 }
  - id: how-many
    kind: numeric
    objective: range
    prompt: { en: How many port numbers are there?, zh: 端口号一共有多少个？ }
    value: 65536
    explanation: { en: Sixteen bits., zh: 十六位。 }
  - id: exam-ssh
    kind: single-choice
    objective: well-known
    use: assessed
    prompt: { en: "Where does SSH listen, ${assessedMarker}?", zh: SSH在哪个端口等，${assessedMarker}？ }
    options:
      - { id: telnet, text: { en: 23 ${assessedMarker}, zh: 23 ${assessedMarker} }, feedback: { en: Telnet ${assessedMarker}., zh: 那是Telnet，${assessedMarker}。 } }
      - { id: ssh, text: { en: 22 ${assessedMarker}, zh: 22 ${assessedMarker} }, right: true }
    hints:
      - { en: Below 30 ${assessedMarker}., zh: 不到30，${assessedMarker}。 }
    explanation: { en: IANA gave it 22 ${assessedMarker}., zh: IANA分给它22，${assessedMarker}。 }
`,
};

export const sittingLesson = 'ports/numbers';
