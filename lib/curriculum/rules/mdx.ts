import type { RuleRoom } from './rule';

/** What Markdown and MDX stumble over. */
export const mdxRules = {
  mdx: { says: 'a text can be read as MDX', zh: '课文能按MDX读出来' },
  tag: { says: 'a component is opened and closed as a component', zh: '组件有开有合' },
  'no-code': { says: 'a lesson is words: no code outside code blocks', zh: '课文是文字：代码块以外没有代码' },
  'unknown-component': { says: 'every component is one of the closed set', zh: '每个组件都在名单里' },
  'unknown-prop': { says: 'every property is one that the component has', zh: '每个属性都是组件有的' },
  'missing-prop': { says: 'a component has the properties it needs', zh: '组件需要的属性都写了' },
  component: {
    says: 'a component stands where it may, with or without content',
    zh: '组件站在该站的地方，该空就空，该有内容就有',
  },
  'heading-id': { says: 'a heading has an id of its own', zh: '每个标题有自己的标识' },
  'heading-depth': { says: 'headings are ## and ###, in order', zh: '标题只用##和###，层级不乱' },
  'heading-place': { says: 'a heading stands on its own', zh: '标题单独站着' },
} as const satisfies RuleRoom;
