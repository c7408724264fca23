import type { Link } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';
import { lessonTrees, type ReadTree } from '../wording/lesson-words';

/** What can be told of a link without knowing where it leads: its words, and a whole address. */
export function checkLinks(check: LessonCheck): AuthorError[] {
  return lessonTrees(check).flatMap((text) => {
    const errors: AuthorError[] = [];
    visit(text.tree, (node) => {
      if (node.type === 'link') errors.push(...linkWords(node, text));
      if (node.type === 'link' || node.type === 'definition') errors.push(...webAddress(node, text));
    });
    return errors;
  });
}

/** Words that lead anywhere; a reader who hears only the links of a page learns nothing from them. */
const pointless =
  /^(click )?(here|this|link|this link|this page|more|read more|see|see here|details|page|website|这里|此处|这儿|点这里|点击|点击这里|点击此处|链接|这个链接|这一页|更多|详情|详见|网页|网站)$/i;

function linkWords(node: Link, { text }: ReadTree): AuthorError[] {
  const words = textOf(node).trim();
  const bare = words.replace(/[\s.,;:!?。，；：！？…→»>]+$/u, '');
  const hasMore = node.children.some(({ type }) => type === 'mdxJsxTextElement');
  if (!pointless.test(bare) && (bare !== '' || hasMore)) return [];
  return [
    {
      file: text.file,
      ...startOf(node),
      rule: 'link-text',
      message: words === '' ? 'this link has no words' : `"${words}" does not say where the link leads`,
      expected: 'the name of what is there',
      found: `[${words}](${node.url})`,
      fix: `[${text.locale === 'zh' ? '那里讲的是什么' : 'what one finds there'}](${node.url})`,
    },
  ];
}

/** Names that are no place on the web: examples, and one's own machine. */
const notTheWeb =
  /^(localhost|127\.0\.0\.1|\[::1\]|([\w-]+\.)*(example|test|invalid|local)|([\w-]+\.)*example\.(com|org|net))$/i;

function webAddress(node: Pick<Link, 'url' | 'position'>, { text }: ReadTree): AuthorError[] {
  if (!/^https?:/i.test(node.url)) return [];
  const at = { file: text.file, ...startOf(node), rule: 'link-web', found: node.url };
  const address = URL.canParse(node.url) ? new URL(node.url) : undefined;
  if (!address) return [{ ...at, message: 'this is not an address', expected: 'https://host/path' }];
  if (notTheWeb.test(address.hostname)) return [];
  if (!/\.[a-z][a-z0-9-]+$/i.test(address.hostname) || /[^\x21-\x7e]/.test(node.url))
    return [{ ...at, message: 'no page has this address', expected: 'https://host/path' }];
  if (address.username || address.password)
    return [
      { ...at, message: 'an address tells no name and no password', fix: `https://${address.host}${address.pathname}` },
    ];
  if (address.protocol === 'https:') return [];
  return [
    {
      ...at,
      message: 'an address without https can be changed on its way',
      fix: node.url.replace(/^http:/i, 'https:'),
    },
  ];
}

function startOf({ position }: Pick<Link, 'position'>) {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
}
