import type { Definition, Link, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { AuthorError } from './author-error';
import { edited } from './edits';
import type { Heading, TextLink } from './lesson';
import { type ComponentUse, checkElement, checkExpression } from './mdx-elements';
import { checkCode, checkHeading, checkLink } from './mdx-markdown';
import { mdxSyntaxError } from './mdx-syntax-error';
import { parsedMdx } from './parsed-mdx';
import { placeAtOffset, type SourcePlace, type SourceText } from './source-text';
import { findStumbles } from './stumbles/find-stumbles';
import { findTreeStumbles, isUnderlined } from './stumbles/find-tree-stumbles';
import type { Stumble } from './stumbles/stumble';
import { tooDeep } from './stumbles/too-deep';

export type ReadMdx = {
  readonly headings: readonly Heading[];
  /** The line of each heading. */
  readonly headingLines: readonly number[];
  /** Every component of the text, in order. */
  readonly uses: readonly ComponentUse[];
  /** What its links point at within this site; offsets are of this text. */
  readonly links: readonly TextLink[];
  /** The words, without code blocks, for counting. */
  readonly prose: string;
  readonly errors: readonly AuthorError[];
};

/** With more stumbling blocks than these a file is not words; the first of them are told, and it is not read on. */
const mostMended = 1_000;
const mostTold = 100;

const nothing = { headings: [], headingLines: [], uses: [], links: [], prose: '' };

/**
 * Reads a lesson's words: what it contains, and every mistake that can be told without knowing the rest of the lesson. What an author
 * stumbled over is mended in passing, so that the rest is read too and all mistakes are told together, each where it stands. `shift` is what
 * the file has more than this text before its words: edits are of the file.
 */
export function readMdx({ file, text }: SourceText, shift = 0): ReadMdx {
  const deep = tooDeep(text);
  if (deep) return { ...nothing, errors: [stumbleLetter(file, text, deep, shift)] };
  const stumbles = findStumbles(text);
  if (stumbles.length > mostMended)
    return {
      ...nothing,
      errors: stumbles.slice(0, mostTold).map((stumble) => stumbleLetter(file, text, stumble, shift)),
    };
  const { text: whole, back } = edited(
    text,
    stumbles.flatMap(({ edit, repair }) => repair ?? edit ?? []),
  );
  const told = stumbles.filter(({ rule }) => rule !== '').map((stumble) => stumbleLetter(file, text, stumble, shift));
  if (whole === text) {
    const read = readSound({ file, text }, shift);
    return { ...read, errors: [...told, ...read.errors] };
  }
  const read = readSound({ file, text: whole }, undefined);
  const [from, to] = [linesOf(text), linesOf(whole)];
  const before = <P extends SourcePlace>(place: P): P => ({
    ...place,
    ...from.placeAt(back(to.offsetAt(place))),
  });
  return {
    ...read,
    headingLines: read.headingLines.map((line) => before({ line, column: 1 }).line),
    uses: read.uses.map((use) => ({ ...use, place: before(use.place) })),
    links: read.links.map((link) => ({ ...before(link), offset: back(link.offset) })),
    errors: [...told, ...read.errors.map(before)],
  };
}

/** Reads words that a parser can read. Without a `shift` nothing is offered as an edit: the text is not the author's own. */
function readSound({ file, text }: SourceText, shift: number | undefined): ReadMdx {
  let tree: Root;
  try {
    tree = parsedMdx(text);
  } catch (thrown) {
    return { ...nothing, errors: [mdxSyntaxError(file, text, thrown)] };
  }
  const errors: AuthorError[] = [];
  const headings: Heading[] = [];
  const headingLines: number[] = [];
  const uses: ComponentUse[] = [];
  const links: TextLink[] = [];
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
        if (isUnderlined(text, node)) return;
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
        links.push(...linkOf(text, node));
        return void errors.push(...checkLink(file, node));
      case 'image':
      case 'imageReference':
        return void errors.push(...checkLink(file, node));
    }
  });
  errors.push(...findTreeStumbles(text, tree).map((stumble) => stumbleLetter(file, text, stumble, shift)));
  return { headings, headingLines, uses, links, prose: proseOf(tree), errors };
}

function stumbleLetter(file: string, text: string, stumble: Stumble, shift: number | undefined): AuthorError {
  const { at, repair: _repair, edit, ...letter } = stumble;
  const offer = edit && shift !== undefined && { from: edit.from + shift, to: edit.to + shift, text: edit.text };
  return { file, ...placeAtOffset(text, at), ...letter, ...(offer ? { edit: offer } : {}) };
}

/** Places of a text by offset and back, for many of them. */
function linesOf(text: string) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    offsetAt: ({ line, column }: SourcePlace) => (starts[line - 1] ?? text.length) + column - 1,
    placeAt: (offset: number): SourcePlace => {
      const line = Math.max(1, starts.findLastIndex((start) => start <= offset) + 1);
      return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
    },
  };
}

/** A link into this site: what stands there is known only with all lessons side by side. */
function linkOf(text: string, { url, position }: Link | Definition): TextLink[] {
  if (!position || !/^[/#]/.test(url)) return [];
  const [from = 0, to = 0] = [position.start.offset, position.end.offset];
  const within = text.slice(from, to).lastIndexOf(url);
  return [{ href: url, line: position.start.line, column: position.start.column, offset: from + Math.max(0, within) }];
}

function proseOf(tree: Root): string {
  const blocks: string[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') blocks.push(textOf(node));
  });
  return blocks.join('\n');
}
