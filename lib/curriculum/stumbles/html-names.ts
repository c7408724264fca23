/** HTML's elements without content. */
export const voidNames: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** How Markdown says what authors reach for HTML to say. */
const inMarkdown: Readonly<Record<string, string>> = {
  a: '[words](https://…)',
  b: '**words**',
  strong: '**words**',
  i: '*words*',
  em: '*words*',
  code: '`words` in backticks',
  tt: '`words` in backticks',
  pre: 'a code block: ``` on the line before and after',
  img: '<Figure src="states.svg" alt="What the figure says" />',
  svg: '<Figure src="states.svg" alt="What the figure says" />',
  hr: '---',
  h1: '## Heading',
  h2: '## Heading',
  h3: '### Heading',
  h4: '### Heading',
  p: 'an empty line between paragraphs',
  div: 'an empty line between paragraphs',
  section: '## Heading',
  ul: '- one\n- two',
  ol: '1. one\n2. two',
  li: '- one',
  blockquote: '> words',
  del: '~~words~~',
  s: '~~words~~',
  strike: '~~words~~',
  table: '| head | head |\n| ---- | ---- |',
  details: '<Note>…</Note>',
  aside: '<Note>…</Note>',
};

const others =
  'abbr address area article audio base bdi bdo big body button canvas caption center cite col colgroup data datalist dd dfn dialog dl dt embed fieldset figcaption figure font footer form frame frameset head header html iframe input ins label legend link main map mark marquee math menu meta meter nav noscript object optgroup option output param picture progress q rp rt ruby samp script select small source span style summary tbody td template textarea tfoot th thead time title tr track u var video wbr';

/** Every element name an author may know from HTML. */
export const htmlNames: ReadonlySet<string> = new Set([...Object.keys(inMarkdown), ...others.split(' ')]);

export function markdownFor(name: string): string | undefined {
  const known = name.toLowerCase();
  return Object.hasOwn(inMarkdown, known) ? inMarkdown[known] : undefined;
}
