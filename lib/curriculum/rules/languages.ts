import type { RuleRoom } from './rule';

/** Two languages, one lesson. */
export const languagesRules = {
  'missing-language': { says: 'a text is written in every language of the path', zh: '文字用路径的每种语言都写了' },
  'missing-translation': {
    says: 'a lesson has a text in every language of the path',
    zh: '课文用路径的每种语言都写了',
  },
  'heading-parity': { says: 'both languages have the same headings', zh: '两种语言的标题一样' },
  'place-parity': {
    says: 'both languages have the same labs, questions and tasks',
    zh: '两种语言的实验、题和任务一样',
  },
  'figure-parity': { says: 'both languages have the same figures', zh: '两种语言的图一样' },
  'code-parity': { says: 'both languages have the same code blocks', zh: '两种语言的代码块一样' },
  'stale-translation': { says: 'a translation is as new as what it was made from', zh: '译文和它的原文一样新' },
  untranslated: { says: 'the Chinese is not the English once more', zh: '中文里没有照搬英文原句' },
  'other-language': { says: 'a text is in its own language', zh: '一篇文字只用自己的语言' },
  'half-width': { says: 'Chinese has Chinese punctuation', zh: '中文用全角标点' },
  'full-width': { says: 'English has English punctuation', zh: '英文用半角标点' },
  'han-space': {
    says: 'no space stands between Chinese and what is beside it; the page makes the gap',
    zh: '中文和西文之间不加空格，间距由页面来排',
  },
  'term-language': { says: 'a term is written in the language of its text', zh: '术语用正文的语言来写' },
  'term-rendering': {
    says: 'a Chinese text calls a term by its Chinese name; the English one stands in brackets',
    zh: '中文正文用术语的中文名，英文放在括号里',
  },
  'term-avoid': { says: 'what the glossary asks to avoid is not said', zh: '不用术语表里说要避开的叫法' },
  'term-first': { says: 'a marked term is marked where it is first used', zh: '术语在第一次出现的地方就标出来' },
} as const satisfies RuleRoom;
