import type { RuleRoom } from './rule';

/** What Markdown and MDX stumble over. */
export const mdxRules = {
  mdx: { says: 'a text can be read as MDX', zh: '课文能按MDX读出来' },
  'plain-less-than': {
    says: 'a plain "<" is written "\\<": it begins a component',
    zh: '普通的“<”写成“\\<”：它会开始一个组件',
  },
  'plain-brace': {
    says: 'a plain "{" is written "\\{": it begins an expression',
    zh: '普通的“{”写成“\\{”：它会开始一个表达式',
  },
  'no-code': { says: 'a lesson is words: no expressions in braces', zh: '课文是文字：花括号里没有表达式' },
  'import-export': {
    says: 'no paragraph begins with "import" or "export": that is read as code',
    zh: '段落不以import或export开头，否则会当成代码',
  },
  'html-comment': {
    says: 'a note to other authors is {/* like this */}, not an HTML comment',
    zh: '给作者看的备注写成{/* 这样 */}，不用HTML注释',
  },
  autolink: {
    says: 'a link is [words](address); <https://…> is not read',
    zh: '链接写成[文字](地址)，<https://…>读不出来',
  },
  'unclosed-tag': {
    says: 'a component that is opened is closed, or ends in "/>"',
    zh: '组件打开了就要关上，或者以“/>”结尾',
  },
  'closing-tag': {
    says: 'a closing tag closes what was opened, capitals and all',
    zh: '结束标签对应已打开的标签，大小写也要一样',
  },
  'tag-line': {
    says: 'a component with several lines inside has its tags on lines of their own',
    zh: '内容有好几行的组件，首尾标签各占一行',
  },
  'blank-line': { says: 'an empty line stands between a list and the tag after it', zh: '列表和后面的标签之间空一行' },
  'void-tag': { says: 'a tag with nothing inside is closed at once: <br />', zh: '里面没有内容的标签当场关上：<br />' },
  'full-width-tag': { says: 'a component is written with half-width marks', zh: '组件用半角符号书写' },
  'smart-quotes': { says: 'the value of a property stands in straight quotes', zh: '属性的值用直引号' },
  'unquoted-prop': { says: 'the value of a property stands in quotes', zh: '属性的值要加引号' },
  'prop-braces': { says: 'a plain value stands in quotes, without braces', zh: '普通的值只用引号，不用花括号' },
  'duplicate-prop': { says: 'a property is written once', zh: '一个属性只写一次' },
  'class-prop': { says: 'no class: how things look is the page’s to say', zh: '不写class：样子由页面决定' },
  'style-prop': { says: 'no style: how things look is the page’s to say', zh: '不写style：样子由页面决定' },
  'unknown-component': {
    says: 'every component is one of the closed set; HTML is not among them',
    zh: '每个组件都在名单里，HTML不在其中',
  },
  'unknown-prop': { says: 'every property is one that the component has', zh: '每个属性都是组件有的' },
  'missing-prop': { says: 'a component has the properties it needs', zh: '组件需要的属性都写了' },
  component: {
    says: 'a component stands where it may, with or without content',
    zh: '组件站在该站的地方，该空就空，该有内容就有',
  },
  'heading-id': { says: 'a heading has an id of its own', zh: '每个标题有自己的id' },
  'heading-mark': { says: 'the id of a heading is written [#id], not {#id}', zh: '标题的id写成[#id]，不写成{#id}' },
  'heading-space': { says: 'a heading is "##", a plain space and its words', zh: '标题是“##”、一个半角空格和文字' },
  'heading-depth': { says: 'headings are ## and ###, in order', zh: '标题只用##和###，层级不乱' },
  'heading-place': { says: 'a heading stands on its own', zh: '标题单独站着' },
  'setext-heading': {
    says: 'no line of "-" or "=" right below words: that makes them a heading',
    zh: '文字下面不紧跟一行“-”或“=”，否则会变成标题',
  },
  'indented-code': {
    says: 'code stands between fences; indentation does nothing in MDX',
    zh: '代码放在围栏里；缩进在MDX里不起作用',
  },
  'open-fence': { says: 'a code block is closed', zh: '代码块要关上' },
  'fence-tail': { says: 'nothing stands after a closing fence', zh: '结束围栏后面不写别的' },
  'list-mark': { says: 'a list entry begins with "- " or "1. "', zh: '列表项以“- ”或“1. ”开头' },
  tab: { says: 'lines are indented with spaces', zh: '缩进用空格' },
  'table-row': { says: 'a table row has no more cells than the table has columns', zh: '表格的一行不比列数多' },
  'loose-emphasis': { says: 'stars make bold, or are written "\\*"', zh: '星号要么成对加粗，要么写成“\\*”' },
  'single-tilde': {
    says: 'two "~" strike out; a plain one is written "\\~"',
    zh: '两个“~”才是删除线，普通的写成“\\~”',
  },
  'open-code': { says: 'a backtick has a partner in its paragraph', zh: '反引号在同一段里成对' },
  'dollar-math': { says: 'a formula is <Math tex="…" />; "$" is not read', zh: '公式写成<Math tex="…" />，不认“$”' },
  entity: { says: 'an entity is one that exists', zh: '字符实体要真有' },
  'link-form': {
    says: 'a link is [words](address) with half-width brackets and nothing between',
    zh: '链接是[文字](地址)，半角括号，中间不留空',
  },
  'unknown-reference': {
    says: 'a link by name finds its address below the text',
    zh: '按名字写的链接，下面有它的地址',
  },
  'unused-definition': { says: 'an address below the text is used', zh: '下面写的地址有人用' },
  'unknown-footnote': { says: 'a footnote that is named is written', zh: '提到的脚注都写了' },
  'unused-footnote': { says: 'a footnote that is written is named', zh: '写了的脚注都有人提到' },
  'duplicate-definition': { says: 'an address or a footnote is written once', zh: '一个地址或脚注只写一次' },
  'invisible-character': { says: 'no characters that nobody sees', zh: '没有看不见的字符' },
  'too-deep': { says: 'nothing is nested deeper than can be read', zh: '嵌套不深到读不下去' },
} as const satisfies RuleRoom;
