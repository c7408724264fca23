import type { Heading, Nodes, Paragraph, PhrasingContent, Root, TableCell } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Locale } from '@/lib/words/locale';
import { notWords, type WordRun, WordRunWriter } from './word-run';

type Block = Paragraph | Heading | TableCell;
type Text = {
  readonly name: string;
  readonly locale: Locale;
  readonly body: string;
  /** How far the file's offsets are ahead of the body's. */
  readonly shift: number;
};

/** Components whose content is a part of the sentence. */
const transparent = new Set(['Term', 'Keep', 'sub', 'sup']);
const speaking = new Set(['alt', 'caption', 'belief', 'title', 'label']);

/** The words of an MDX text: paragraphs, headings, table cells, and what components say in their properties. */
export function mdxRuns(tree: Root, text: Text): WordRun[] {
  const runs: WordRun[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      runs.push(blockRun(node, text));
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      for (const attribute of node.attributes) {
        if (attribute.type !== 'mdxJsxAttribute' || !speaking.has(attribute.name)) continue;
        const [from, to] = [attribute.position?.start.offset, attribute.position?.end.offset];
        if (typeof attribute.value !== 'string' || from === undefined || to === undefined) continue;
        const quote = text.body.slice(from, to).search(/["']/);
        const writer = new WordRunWriter();
        if (quote >= 0) addRaw(writer, text, from + quote + 1, to - 1);
        runs.push(writer.done({ ...text, kind: 'property' }, to - 1 + text.shift));
      }
  });
  return runs.map(({ name, locale, kind, text: words, offsets, terms }) => ({
    name,
    locale,
    kind,
    text: words,
    offsets,
    terms,
  }));
}

function blockRun(block: Block, text: Text): WordRun {
  const writer = new WordRunWriter();
  for (const child of block.children) addInline(writer, child, text);
  const end = block.position?.end.offset ?? text.body.length;
  const run = writer.done({ ...text, kind: block.type === 'heading' ? 'heading' : 'paragraph' }, end + text.shift);
  const mark = block.type === 'heading' ? /(?<!\s)\s*\[#[^\]\s]*\]\s*$/.exec(run.text) : null;
  return mark ? { ...run, text: run.text.slice(0, mark.index), offsets: run.offsets.slice(0, mark.index + 1) } : run;
}

function addInline(writer: WordRunWriter, node: PhrasingContent, text: Text): void {
  const from = node.position?.start.offset ?? 0;
  const to = node.position?.end.offset ?? from;
  const isAddress = node.type === 'link' && textOf(node).includes('://');
  const isBreak = node.type === 'break' || (node.type === 'mdxJsxTextElement' && node.name === 'br');
  if (node.type === 'text') addRaw(writer, text, from, to);
  else if (isBreak) writer.add('\n', from + text.shift);
  else if (node.type === 'mdxJsxTextElement' && transparent.has(node.name ?? '')) {
    const begin = writer.length;
    addAll(writer, node.children, text);
    const id = node.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === 'id')?.value;
    if (node.name === 'Term' && typeof id === 'string') writer.terms.push({ id, from: begin, to: writer.length });
  } else if (isMark(node) && !isAddress) addAll(writer, node.children, text);
  else if (node.type !== 'mdxTextExpression') writer.add(notWords, from + text.shift);
}

/** What changes how words look, and not what they are. */
function isMark(
  node: PhrasingContent,
): node is Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' | 'link' | 'linkReference' }> {
  return ['emphasis', 'strong', 'delete', 'link', 'linkReference'].includes(node.type);
}

function addAll(writer: WordRunWriter, nodes: readonly PhrasingContent[], text: Text): void {
  for (const node of nodes) addInline(writer, node, text);
}

/** What a text node was written as: a backslash before a sign is not read, a reference like `&amp;` is no word, a line's indent is no space. */
function addRaw(writer: WordRunWriter, { body, shift }: Text, from: number, to: number): void {
  const pieces = /\\([!-/:-@[-`{-~])|&(?:#\w+|\w+);|\n[ \t>]*|./gsu;
  for (const piece of body.slice(from, to).matchAll(pieces)) {
    const at = from + piece.index + shift;
    const [written, escaped] = piece;
    if (escaped !== undefined) writer.add(escaped, at + 1);
    else if (written.startsWith('&') && written.length > 1) writer.add(notWords, at);
    else writer.add(written.startsWith('\n') ? '\n' : written, at);
  }
}
