import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MathNode } from '@/lib/tex/math-node';
import { mathml } from '@/lib/tex/mathml';
import type { Localized } from '@/lib/words/locale';
import type { LocalizedText } from './answer';
import type { Block, Inline, RichText } from './public-rich-text';
import { unreadableIn } from './readable-text';

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

/** A formula stands between $` and `$, so that a plain $ stays a plain $: "costs $5", "$HOME". */
function inlines(nodes: readonly PhrasingContent[]): Inline[] {
  const parts = nodes.map((node) => ({ ...node }));
  for (const [at, node] of parts.entries()) {
    const [before, after] = [parts[at - 1], parts[at + 1]];
    if (node.type !== 'inlineCode' || before?.type !== 'text' || after?.type !== 'text') continue;
    if (!before.value.endsWith('$') || !after.value.startsWith('$')) continue;
    before.value = before.value.slice(0, -1);
    after.value = after.value.slice(1);
    parts[at] = { type: 'text', value: '', data: { tex: node.value } };
  }
  return parts.flatMap((node): Inline[] => {
    const tex = texOf(node);
    if (tex !== undefined) return [{ kind: 'math', tex, of: formula(tex, false) }];
    return node.type === 'text' && node.value === '' ? [] : [inline(node)];
  });
}

function texOf({ data }: PhrasingContent): string | undefined {
  const tex: unknown = data && Reflect.get(data, 'tex');
  return typeof tex === 'string' ? tex : undefined;
}

/** What cannot be read is shown as it was written; the check tells its place (lib/curriculum/rules/check-formulas.ts). */
function formula(tex: string, display: boolean): MathNode {
  const read = mathml(tex, display);
  if (read.kind === 'math') return read.root;
  return { name: 'math', attributes: {}, children: [{ name: 'mtext', attributes: {}, children: [tex] }] };
}

function inline(node: PhrasingContent): Inline {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'strong':
      return { kind: 'strong', of: inlines(node.children) };
    case 'emphasis':
      return { kind: 'em', of: inlines(node.children) };
    case 'delete':
      return { kind: 'del', of: inlines(node.children) };
    case 'inlineCode':
      return { kind: 'code', text: node.value };
    case 'break':
      return { kind: 'break' };
    case 'link':
      if (!safeAddress.test(node.url)) return refuse(node);
      return { kind: 'link', href: node.url, of: inlines(node.children) };
    default:
      return refuse(node);
  }
}

function block(node: RootContent): Block {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', of: inlines(node.children) };
    case 'code':
      if (node.lang === 'math') return { kind: 'math', tex: node.value, of: formula(node.value, true) };
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
      const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => inlines(cell.children)));
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
  const unreadable = unreadableIn(source);
  if (unreadable) throw new NotRichText(unreadable.found, unreadable.line, 1);
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
