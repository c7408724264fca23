import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Localized } from '@/lib/words/locale';
import type { LocalizedText } from './answer';
import type { Block, Inline, RichText } from './public-rich-text';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);

/** What a question's Markdown may not contain: "a heading", "an image", "HTML". */
export class NotRichText extends Error {
  constructor(
    readonly found: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(`${found} cannot stand in a question (line ${line}, column ${column} of its text)`);
  }
}

function refuse(node: Nodes): never {
  throw new NotRichText(node.type, node.position?.start.line ?? 1, node.position?.start.column ?? 1);
}

/** An address a learner may be sent to: a place of this site, or the web. */
const safeAddress = /^(https?:\/\/|\/(?!\/)|#)/;

function inline(node: PhrasingContent): Inline {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'strong':
      return { kind: 'strong', of: node.children.map(inline) };
    case 'emphasis':
      return { kind: 'em', of: node.children.map(inline) };
    case 'delete':
      return { kind: 'del', of: node.children.map(inline) };
    case 'inlineCode':
      return { kind: 'code', text: node.value };
    case 'break':
      return { kind: 'break' };
    case 'link':
      if (!safeAddress.test(node.url)) return refuse(node);
      return { kind: 'link', href: node.url, of: node.children.map(inline) };
    default:
      return refuse(node);
  }
}

function block(node: RootContent): Block {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', of: node.children.map(inline) };
    case 'code':
      return { kind: 'code', text: node.value };
    case 'blockquote':
      return { kind: 'quote', of: node.children.map(block) };
    case 'list':
      return {
        kind: 'list',
        ordered: node.ordered === true,
        items: node.children.map((item) => item.children.map(block)),
      };
    case 'table': {
      const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => cell.children.map(inline)));
      return { kind: 'table', head, rows };
    }
    default:
      return refuse(node);
  }
}

const read = new Map<string, RichText>();
const mostKept = 5_000;

/** Markdown as data. Throws NotRichText for what has no place in a question. */
export function richText(source: string): RichText {
  const known = read.get(source);
  if (known) return known;
  const tree: Root = markdown.parse(source);
  const text = tree.children.map(block);
  if (read.size >= mostKept) read.clear();
  read.set(source, text);
  return text;
}

/** Both languages of a text, each as data. */
export function richTexts(source: Localized): LocalizedText {
  const texts: LocalizedText = {};
  if (source.en !== undefined) texts.en = richText(source.en);
  if (source.zh !== undefined) texts.zh = richText(source.zh);
  return texts;
}
