import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { limits } from '../limits';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

/** A text as this product's Markdown, and what of it could not come along: "an image (syn.png)". */
export type Converted = { readonly markdown: string; readonly lost: readonly string[] };

/** Everything that could mean something in Markdown, as itself. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/&(?=#?[a-z0-9]+;)/gi, '\\&')
    .replace(/\{{2,}/g, (run) => '\\{'.repeat(run.length))
    .replace(/^([^\S\n]*)([-+#])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d{1,9})([.)])/gm, '$1\\$2')
    .replace(/^([^\S\n]*)(=+[^\S\n]*)$/gm, '$1\\$2')
    .replace(/(https?):\/\//gi, '$1:\\/\\/')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/@/g, '\\@');
}

/** HTML of another system as Markdown. Nothing of it is run or kept: it is read as data by an HTML parser, and only what our texts can hold comes out. */
export function markdownOfHtml(html: string): Converted {
  if (html.length > limits.text) return { markdown: '', lost: [`a text of more than ${limits.text} characters`] };
  if (isTangled(html))
    return { markdown: '', lost: [`a text of more than ${limits.signs} stars, brackets and slashes`] };
  if (isTooDeep(html)) return { markdown: '', lost: [`a text nested deeper than ${limits.depth} elements`] };
  const writer = new Writer();
  const markdown = writer.blocks(parseFragment(html).childNodes, 0);
  return { markdown: markdown.trim(), lost: [...new Set(writer.lost)] };
}

/** Signs that Markdown would have to escape or pair one by one: each costs a parser more than the last. Tags do not count. */
function isTangled(html: string): boolean {
  return (html.replace(/<\/?[a-z][^<>]*>/gi, '').match(/[[\]*_~!<|\\$]/g)?.length ?? 0) > limits.signs;
}

/** Opened and not closed, counted from the text: a parser would go as deep as a stranger likes. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [tag, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?![a-z0-9])[^<>]*>/gi)) {
    if (
      tag.endsWith('/>') ||
      ['br', 'img', 'hr', 'p', 'li', 'td', 'th', 'tr', 'input', 'wbr', 'col'].includes(name.toLowerCase())
    )
      continue;
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    if (depth > limits.depth * 4) return true;
  }
  return false;
}

const blockNames = new Set([
  'p',
  'div',
  'section',
  'article',
  'ul',
  'ol',
  'li',
  'pre',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'center',
  'address',
  'header',
  'footer',
  'main',
  'details',
  'summary',
]);
const refused: Readonly<Record<string, string>> = {
  script: 'a script',
  style: 'a style sheet',
  iframe: 'a frame',
  object: 'an embedded object',
  embed: 'an embedded object',
  video: 'a film',
  audio: 'a sound',
  svg: 'a drawing',
  canvas: 'a drawing',
  form: 'a form',
  input: 'a field of a form',
  button: 'a button',
  select: 'a list of a form',
  textarea: 'a field of a form',
  link: 'a style sheet',
  meta: 'a meta element',
  template: 'a template',
  math: 'a formula in MathML',
  noscript: 'a noscript element',
};

function refusedAs(name: string): string | undefined {
  return Object.hasOwn(refused, name) ? refused[name] : undefined;
}

class Writer {
  readonly lost: string[] = [];

  /** Blocks with a blank line between two; words outside of any block are paragraphs of their own. */
  blocks(nodes: readonly Node[], depth: number): string {
    if (depth > limits.depth) {
      this.lost.push(`what is nested deeper than ${limits.depth} elements`);
      return '';
    }
    const written: string[] = [];
    let run: Node[] = [];
    const endRun = () => {
      const text = this.paragraph(run, depth);
      if (text !== '') written.push(text);
      run = [];
    };
    for (const node of nodes) {
      if (isElement(node) && (blockNames.has(node.tagName) || holdsBlocks(node, 0))) {
        endRun();
        const text = this.block(node, depth + 1);
        if (text.trim() !== '') written.push(text);
      } else run.push(node);
    }
    endRun();
    return written.join('\n\n');
  }

  private paragraph(nodes: readonly Node[], depth: number): string {
    return this.inlines(nodes, depth)
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/^(?:\\?\n|\s)+|(?:\\\n|\s)+$/g, '')
      .replace(/\\$/, (slash, at: number, all: string) => (all[at - 1] === '\\' ? slash : ''));
  }

  private block(node: Element, depth: number): string {
    switch (node.tagName) {
      case 'pre':
        return fenced(textOf(node));
      case 'blockquote':
        return prefixed(this.blocks(node.childNodes, depth), '> ');
      case 'ul':
      case 'ol':
        return this.list(node, depth);
      case 'table':
        return this.table(node, depth);
      case 'hr':
        this.lost.push('a rule between paragraphs');
        return '';
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6': {
        this.lost.push('that a line is a heading (it is bold now)');
        const words = this.paragraph(node.childNodes, depth);
        return words === '' ? '' : `**${words}**`;
      }
      default:
        return this.blocks(node.childNodes, depth);
    }
  }

  private list(node: Element, depth: number): string {
    const items = node.childNodes
      .filter((child) => isElement(child))
      .map((child) => this.blocks(child.childNodes, depth + 1));
    return items
      .filter((item) => item.trim() !== '')
      .map((item, at) => {
        const mark = node.tagName === 'ol' ? `${at + 1}. ` : '- ';
        return mark + item.replaceAll('\n', `\n${' '.repeat(mark.length)}`).replace(/^ +$/gm, '');
      })
      .join('\n');
  }

  private table(node: Element, depth: number): string {
    const rows = rowsOf(node, 0).map((row) =>
      row.childNodes.filter(isElement).map((cell) => {
        if (cell.childNodes.some((child) => isElement(child) && blockNames.has(child.tagName)))
          this.lost.push('paragraphs inside of a table (they are one line now)');
        return this.inlines(cell.childNodes, depth + 1)
          .replace(/\\?\s*\n\s*/g, ' ')
          .trim();
      }),
    );
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (width === 0) return '';
    const line = (cells: readonly string[]) =>
      `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
    const [head = [], ...body] = rows;
    return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
  }

  private inlines(nodes: readonly Node[], depth: number): string {
    if (depth > limits.depth) {
      this.lost.push(`what is nested deeper than ${limits.depth} elements`);
      return '';
    }
    return nodes.map((node) => this.inline(node, depth + 1)).join('');
  }

  private inline(node: Node, depth: number): string {
    if (node.nodeName === '#text' && 'value' in node) return words(node.value);
    if (!isElement(node)) return '';
    const name = node.tagName;
    const what = refusedAs(name);
    if (what !== undefined) {
      this.lost.push(what);
      return '';
    }
    switch (name) {
      case 'br':
        return '\\\n';
      case 'b':
      case 'strong':
        return wrapped(this.inlines(node.childNodes, depth), '**');
      case 'i':
      case 'em':
        return wrapped(this.inlines(node.childNodes, depth), '*');
      case 'del':
      case 's':
      case 'strike':
        return wrapped(this.inlines(node.childNodes, depth), '~~');
      case 'code':
      case 'tt':
      case 'kbd':
      case 'samp':
        return codeSpan(textOf(node));
      case 'img': {
        const [src, alt] = [attribute(node, 'src') ?? '', attribute(node, 'alt') ?? ''];
        this.lost.push(`an image (${src.replace(/^@@PLUGINFILE@@\//, '').slice(0, 80) || 'no address'})`);
        return alt === '' ? '' : words(alt);
      }
      case 'a':
        return this.link(node, depth);
      case 'sub':
      case 'sup':
      case 'u':
      case 'mark':
        this.lost.push(
          `that words are ${{ sub: 'set below the line', sup: 'set above the line', u: 'underlined', mark: 'marked' }[name]}`,
        );
        return this.inlines(node.childNodes, depth);
      default:
        return this.inlines(node.childNodes, depth);
    }
  }

  private link(node: Element, depth: number): string {
    const text = this.inlines(node.childNodes, depth);
    const href = (attribute(node, 'href') ?? '').trim();
    if (href === '') return text;
    if (!/^https?:\/\/[^\s<>]+$/i.test(href)) {
      this.lost.push(`a link that does not lead to the web (${href.slice(0, 40)})`);
      return text;
    }
    return text.trim() === '' ? '' : `[${text}](<${href.replace(/[\\]/g, '%5C')}>)`;
  }
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** Words wrap a block when one stands among them: `<span><p>…</p></span>`. */
function holdsBlocks(node: Element, depth: number): boolean {
  if (depth > limits.depth || refusedAs(node.tagName) !== undefined) return false;
  return node.childNodes.some(
    (child) => isElement(child) && (blockNames.has(child.tagName) || holdsBlocks(child, depth + 1)),
  );
}

function rowsOf(node: Element, depth: number): Element[] {
  if (depth > 3) return [];
  return node.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === 'tr' ? [child] : rowsOf(child, depth + 1)));
}

function attribute(node: Element, name: string): string | undefined {
  return node.attrs.find((one) => one.name === name)?.value;
}

function textOf(node: Element): string {
  return node.childNodes
    .map((child) =>
      child.nodeName === '#text' && 'value' in child
        ? child.value
        : isElement(child)
          ? child.tagName === 'br'
            ? '\n'
            : textOf(child)
          : '',
    )
    .join('');
}

// A formula is no longer than this: one that never ends is looked for only so far.
const tex = /\\\((.{1,1000}?)\\\)|\\\[(.{1,1000}?)\\\]|\$\$(.{1,1000}?)\$\$/gs;

/** Words with their formulas: \(x\), \[x\] and $$x$$ are what other systems write. */
function words(value: string): string {
  let from = 0;
  let written = '';
  for (const found of value.matchAll(tex)) {
    const formula = (found[1] ?? found[2] ?? found[3] ?? '').trim();
    written += bare(value.slice(from, found.index));
    written += formula.includes('`') || formula === '' ? bare(found[0]) : `$\`${formula.replace(/\s+/g, ' ')}\`$`;
    from = found.index + found[0].length;
  }
  return written + bare(value.slice(from));
}

function bare(text: string): string {
  return escapeMarkdown(text.replace(/[ \t\r\n\f]+/g, ' '));
}

/** Marks of emphasis stand close to their words. */
function wrapped(text: string, mark: string): string {
  const inside = text.trim();
  if (inside === '' || inside === '\\') return text;
  const [before = '', after = ''] = [/^\s*/.exec(text)?.[0], /\s*$/.exec(text)?.[0]];
  return `${before}${mark}${inside}${mark}${after}`;
}

function codeSpan(text: string): string {
  const line = text.replace(/[^\S\n]+/g, (blank) => blank.slice(0, 200)).replace(/\s*\n\s*/g, ' ');
  if (line.trim() === '') return line;
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') || (line.startsWith(' ') && line.endsWith(' ')) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function prefixed(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => `${prefix}${line}`.trimEnd())
    .join('\n');
}
