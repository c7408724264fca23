import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { AuthorError } from './author-error';
import type { Heading } from './lesson';
import { type ComponentUse, checkElement, checkExpression } from './mdx-elements';
import { checkCode, checkHeading, checkLink } from './mdx-markdown';
import { mdxSyntaxError } from './mdx-syntax-error';
import type { SourceText } from './source-text';

export type ReadMdx = {
  readonly headings: readonly Heading[];
  /** The line of each heading. */
  readonly headingLines: readonly number[];
  /** Every component of the text, in order. */
  readonly uses: readonly ComponentUse[];
  /** The words, without code blocks, for counting. */
  readonly prose: string;
  readonly errors: readonly AuthorError[];
};

/** Parses as the compiler does, so that what passes here compiles. */
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(remarkMdx);

/** Reads a lesson's words: what it contains, and every mistake that can be told without knowing the rest of the lesson. */
export function readMdx({ file, text }: SourceText): ReadMdx {
  let tree: Root;
  try {
    tree = parser.parse(text);
  } catch (thrown) {
    return { headings: [], headingLines: [], uses: [], prose: '', errors: [mdxSyntaxError(file, text, thrown)] };
  }
  const errors: AuthorError[] = [];
  const headings: Heading[] = [];
  const headingLines: number[] = [];
  const uses: ComponentUse[] = [];
  visit(tree, (node: Nodes, _index, parent) => {
    switch (node.type) {
      case 'mdxjsEsm':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return void errors.push(...checkExpression(file, node));
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const checked = checkElement(file, node, parent);
        errors.push(...checked.errors);
        if (checked.use) uses.push(checked.use);
        return;
      }
      case 'heading': {
        const checked = checkHeading(file, node, headings, parent?.type === 'root');
        errors.push(...checked.errors);
        if (checked.heading) {
          headings.push(checked.heading);
          headingLines.push(node.position?.start.line ?? 1);
        }
        return;
      }
      case 'code':
        return void errors.push(...checkCode(file, node));
      case 'link':
      case 'definition':
      case 'image':
      case 'imageReference':
        return void errors.push(...checkLink(file, node));
    }
  });
  return { headings, headingLines, uses, prose: proseOf(tree), errors };
}

function proseOf(tree: Root): string {
  const blocks: string[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') blocks.push(textOf(node));
  });
  return blocks.join('\n');
}
