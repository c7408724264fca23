import type { Element, ElementContent, Root, RootContent } from 'hast';

/** What is put before each block of a text, for a view that says where it was written: `<Line from="12" to="15" />`. */
export const lineMark = 'Line';

/**
 * A rehype plugin: before each block stands a mark with its first line and the last one before the next block. The source begins with
 * one empty line that is not the author's (compile-lesson.ts). Runs after `sections`, in each of them.
 */
export function lineMarks() {
  return (tree: Root): void => {
    const blocks = tree.children.flatMap((section) => (isSection(section) ? section.children : [])).filter(isBlock);
    for (const section of tree.children) {
      if (!isSection(section)) continue;
      section.children = section.children.flatMap((block) => {
        const from = lineOf(block);
        if (from === undefined || !isBlock(block)) return [block];
        const next = blocks[blocks.indexOf(block) + 1];
        const to = next ? (lineOf(next) ?? from + 1) - 1 : Number.MAX_SAFE_INTEGER;
        return [markOf(from, Math.max(from, to)), block];
      });
    }
  };
}

function markOf(from: number, to: number): ElementContent {
  const attribute = (name: string, value: number) => ({ type: 'mdxJsxAttribute' as const, name, value: String(value) });
  return {
    type: 'mdxJsxFlowElement',
    name: lineMark,
    attributes: [attribute('from', from), attribute('to', to)],
    children: [],
  };
}

function isSection(node: RootContent): node is Element {
  return node.type === 'element' && node.tagName === 'section';
}

function isBlock(node: ElementContent): boolean {
  return lineOf(node) !== undefined && (node.type === 'element' || node.type === 'mdxJsxFlowElement');
}

function lineOf(node: ElementContent): number | undefined {
  const line = node.position?.start.line;
  return line === undefined ? undefined : Math.max(1, line - 1);
}
