import type { search as en } from '../en/search';

export const search: typeof en = {
  title: '搜索',
  label: '搜索课程、术语、实验和路径',
  hint: '一个词、一个术语、半句话都行。英文拼错一两个字母也能找到。',
  placeholder: '三次握手',
  submit: '搜索',
  close: '关闭搜索',
  kinds: { section: '课程', term: '术语表', lab: '实验', path: '路径' },
  results: '结果',
  found: (count: number) => (count === 0 ? '没有找到' : `${count}条结果`),
  nothing: (query: string) => `没有找到“${query}”。换个短一点的词，或者去术语表看看。`,
  inOther: '中文里没有找到，下面是英文课程里的结果。',
  keys: '↑ ↓ 选择 · Enter打开 · Esc关闭',
  all: '全部结果',
  loading: '正在载入索引',
  failed: '索引没有载入成功。按Enter到单独的页面上搜索。',
  begin: '输入想找的词。',
  glossary: '术语表',
};
