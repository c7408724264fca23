import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A remark plugin: a formula that stands on a line of its own is set as a display, one within a sentence in its line. */
export function displayedFormulas() {
  return (tree: Root): void => {
    visit(tree, 'mdxJsxFlowElement', (node) => {
      if (node.name === 'Math') node.attributes.push({ type: 'mdxJsxAttribute', name: 'display', value: 'block' });
    });
  };
}
