import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type CodeMeta, readCodeMeta } from '../code-meta';

/** A code block of a lesson. */
export type Sample = {
  readonly language: string;
  readonly code: string;
  readonly meta: CodeMeta;
  /** The block after it, with nothing in between: what it is said to print. */
  readonly next: Code | undefined;
  readonly node: Code;
};

/** What a parser says of a sample, and where in it: an offset of the code. */
export type SampleFault = { readonly message: string; readonly offset: number };

export function samplesIn(tree: Root): Sample[] {
  const samples: Sample[] = [];
  visit(tree, 'code', (node, index, parent) => {
    const read = readCodeMeta(node.meta, node.value.split('\n').length);
    if (!('meta' in read)) return;
    const next = index === undefined ? undefined : parent?.children[index + 1];
    samples.push({
      language: (node.lang ?? 'text').toLowerCase(),
      code: node.value,
      meta: read.meta,
      next: next?.type === 'code' ? next : undefined,
      node,
    });
  });
  return samples;
}

/** Where an offset of a block's code lies in the text around it: the block may be indented, in a list or a quotation. */
export function placeInText({ position, value }: Code, body: string, offset: number): { line: number; column: number } {
  const before = value.slice(0, offset).split('\n');
  const fence = position?.start.line ?? 1;
  const line = fence + before.length;
  const own = value.split('\n')[before.length - 1] ?? '';
  const written = body.split('\n')[line - 1] ?? '';
  const indent = written.endsWith(own) ? written.length - own.length : (position?.start.column ?? 1) - 1;
  return { line, column: indent + (before.at(-1) ?? '').length + 1 };
}
