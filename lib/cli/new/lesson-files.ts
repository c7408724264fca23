import type { Locale, Localized } from '@/lib/words/locale';
import type { Files } from './place-files';
import { localizedLines, scalar } from './written';

type Made = { readonly slug: string; readonly title: Localized; readonly languages: readonly Locale[] };

/** The files of a lesson that nobody has written yet: sound as they stand, and each says what goes into it. */
export function lessonFiles({ slug, title, languages }: Made): Files {
  return {
    'lesson.yaml': `# A draft is checked and shown to authors, never to learners. Take this line out to publish.
draft: true
# What a reader can do afterwards. Questions and tasks name these ids.
objectives:
  - id: ${slug}
    text:
${localizedLines(objective, languages, '      ')}`,
    ...Object.fromEntries(languages.map((locale) => [`${locale}.mdx`, words(locale, title[locale] ?? '')])),
    'quiz.yaml': emptyQuiz(),
  };
}

/** A quiz that has no question yet. */
export function emptyQuiz(): string {
  return `# Every kind of question, with an example: content/README.md. An id is for ever.
questions: []
`;
}

const objective: Localized = {
  en: 'Say in one sentence what a reader can do after this lesson',
  zh: '用一句话写出读者学完这一课能做什么',
};

const openings: Record<Locale, { lede: string; body: string }> = {
  en: {
    lede: 'What happens, and the question it raises, in two or three lines.',
    body: `Open with something that happens, in one or two sentences. Show it before you name it.

## Which question does this section answer? [#first-question]

One idea a section. Numbers and a real case first, then the rule in one sentence.
`,
  },
  zh: {
    lede: '发生了什么，由此会问什么，写两三行。',
    body: `用一两句话写一件正在发生的事。先让人看见，再给它起名字。

## 这一节回答什么问题？ [#first-question]

一节只讲一件事。先是数字和真实的例子，然后用一句话说出规律。
`,
  },
};

function words(locale: Locale, title: string): string {
  const { lede, body } = openings[locale];
  return `---
title: ${scalar(title)}
lede: ${lede}
---

${body}`;
}
