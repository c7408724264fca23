import type { Block, Inline, RichText } from '@/lib/quiz/public-rich-text';
import { richText } from '@/lib/quiz/rich-text';
import type { MathNode } from '@/lib/tex/math-node';

/** How a formula is written: as TeX between `\(` and `\)`, which other systems draw by a filter, or as MathML. */
export type MathForm = 'tex' | 'mathml';

/** A question's Markdown as HTML that is also XML: every element closed, nothing but what the text holds. A single paragraph has no `<p>`. */
export function htmlOf(markdown: string, math: MathForm = 'tex'): string {
  const text = richText(markdown);
  const [first] = text;
  if (text.length === 1 && first?.kind === 'paragraph') return inlines(first.of, math);
  return blocks(text, math);
}

/** The same with every paragraph in its `<p>`, where an element may hold no bare words. */
export function blockHtmlOf(markdown: string, math: MathForm = 'tex'): string {
  return blocks(richText(markdown), math);
}

/** The same without lists, tables and blocks of code, where an element may hold words alone. */
export function inlineHtmlOf(markdown: string, math: MathForm = 'tex'): { html: string; isWhole: boolean } {
  const text = richText(markdown);
  const flat = text.map((block) =>
    block.kind === 'paragraph' ? inlines(block.of, math) : `<code>${escapeMarkup(plainOf(block))}</code>`,
  );
  return { html: flat.join('<br/>'), isWhole: text.every(({ kind }) => kind === 'paragraph' || kind === 'code') };
}

export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function blocks(text: RichText, math: MathForm): string {
  return text.map((one) => block(one, math)).join('');
}

function block(part: Block, math: MathForm): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p>${inlines(part.of, math)}</p>`;
    case 'code':
      return `<pre><code>${escapeMarkup(part.text)}</code></pre>`;
    case 'math':
      return math === 'tex' ? `<p>\\[${escapeMarkup(part.tex)}\\]</p>` : `<p>${mathMl(part.of, true)}</p>`;
    case 'quote':
      return `<blockquote>${blocks(part.of, math)}</blockquote>`;
    case 'list': {
      const name = part.ordered ? 'ol' : 'ul';
      return `<${name}>${part.items.map((item) => `<li>${listItem(item, math)}</li>`).join('')}</${name}>`;
    }
    case 'table': {
      const row = (cells: Inline[][], name: string) =>
        `<tr>${cells.map((cell) => `<${name}>${inlines(cell, math)}</${name}>`).join('')}</tr>`;
      const body = part.rows.map((cells) => row(cells, 'td')).join('');
      return `<table><thead>${row(part.head, 'th')}</thead>${body === '' ? '' : `<tbody>${body}</tbody>`}</table>`;
    }
  }
}

/** An item that is one paragraph stands without a `<p>`. */
function listItem(item: Block[], math: MathForm): string {
  const [first, ...rest] = item;
  return first?.kind === 'paragraph' ? `${inlines(first.of, math)}${blocks(rest, math)}` : blocks(item, math);
}

function inlines(parts: readonly Inline[], math: MathForm): string {
  return parts.map((part) => inline(part, math)).join('');
}

function inline(part: Inline, math: MathForm): string {
  if (typeof part === 'string') return escapeMarkup(part);
  switch (part.kind) {
    case 'strong':
    case 'em':
      return `<${part.kind}>${inlines(part.of, math)}</${part.kind}>`;
    case 'del':
      return math === 'tex'
        ? `<del>${inlines(part.of, math)}</del>`
        : `<span class="del">${inlines(part.of, math)}</span>`;
    case 'code':
      return `<code>${escapeMarkup(part.text)}</code>`;
    case 'link':
      return `<a href="${escapeMarkup(part.href)}">${inlines(part.of, math)}</a>`;
    case 'break':
      return '<br/>';
    case 'math':
      return math === 'tex' ? `\\(${escapeMarkup(part.tex)}\\)` : mathMl(part.of, false);
  }
}

function mathMl(node: MathNode, display: boolean): string {
  const root = {
    ...node.attributes,
    xmlns: 'http://www.w3.org/1998/Math/MathML',
    ...(display ? { display: 'block' } : {}),
  };
  return `<math${attributes(root)}>${node.children.map(mathChild).join('')}</math>`;
}

function mathChild(child: MathNode | string): string {
  if (typeof child === 'string') return escapeMarkup(child);
  return `<${child.name}${attributes(child.attributes)}>${child.children.map(mathChild).join('')}</${child.name}>`;
}

/** Styles and classes are this site's own and mean nothing elsewhere. */
function attributes(all: Readonly<Record<string, string>>): string {
  return Object.entries(all)
    .filter(([name]) => name !== 'style' && name !== 'class')
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join('');
}

function plainOf(part: Block): string {
  switch (part.kind) {
    case 'code':
      return part.text;
    case 'math':
      return part.tex;
    case 'paragraph':
      return part.of.map(plainInline).join('');
    case 'quote':
      return part.of.map(plainOf).join(' ');
    case 'list':
      return part.items.map((item) => item.map(plainOf).join(' ')).join(', ');
    case 'table':
      return [part.head, ...part.rows]
        .map((row) => row.map((cell) => cell.map(plainInline).join('')).join(' '))
        .join(', ');
  }
}

function plainInline(part: Inline): string {
  if (typeof part === 'string') return part;
  if (part.kind === 'code') return part.text;
  if (part.kind === 'math') return part.tex;
  return 'of' in part ? part.of.map(plainInline).join('') : ' ';
}
