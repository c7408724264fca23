import type { RuleRoom } from './rule';

/** The words of a lesson. */
export const proseRules = {
  'empty-heading': { says: 'a heading has words', zh: '标题里有字' },
  'empty-section': { says: 'something stands under every heading', zh: '每个标题下面都有内容' },
  'duplicate-heading': { says: 'no two headings of a lesson say the same', zh: '一课里没有两个一样的标题' },
  link: { says: 'a link leads somewhere', zh: '链接有去处' },
  'link-target': { says: 'what a link names in this site is there', zh: '站内链接指向的地方都存在' },
  'link-moved': { says: 'a link names the present address', zh: '链接写的是现在的地址' },
  'link-web': { says: 'a link to the web is a whole address, with https', zh: '站外链接是完整的https地址' },
  'link-text': { says: 'a link’s words say where it leads', zh: '链接的文字说得出它通向哪里' },
  'figure-words': { says: 'a figure’s words say what it shows', zh: '图的文字说明讲得出图里有什么' },
  'code-language': { says: 'a code block’s language is known', zh: '代码块的语言认得出来' },
  'code-meta': { says: 'what follows a code block’s language can be read', zh: '代码块语言后面的内容读得懂' },
  'code-syntax': {
    says: 'code in JavaScript, HTML, CSS, JSON and shell can be read by its parser',
    zh: 'JavaScript、HTML、CSS、JSON和shell的代码，解析器读得出来',
  },
  'code-output': { says: 'code that is said to print something prints it', zh: '说会打印什么的代码，真的打印出来' },
  fact: { says: 'a fact’s address leads to a value', zh: '事实的地址指向一个值' },
  'unknown-heading': { says: 'a heading that is named exists', zh: '提到的标题都存在' },
  'reading-time': { says: 'the stated minutes are near the counted ones', zh: '写明的分钟数和数出来的差不多' },
  'source-unlisted': { says: 'a standard that is cited is listed in lesson.yaml', zh: '引用的标准都列在lesson.yaml里' },
  'source-unused': { says: 'a standard that is listed is cited', zh: '列出的标准都引用过' },
} as const satisfies RuleRoom;
