import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { markedHeading } from './heading-id';

/** A remark plugin: `## Why not two? [#why-not-two]` becomes a heading with that id, without the mark. */
export function headingIds() {
  return (tree: Root): void => {
    visit(tree, 'heading', (heading) => {
      const last = heading.children.at(-1);
      if (last?.type !== 'text') return;
      // Only the last text carries the mark; the words before it may be code or bold.
      const { id } = markedHeading(last.value);
      if (id === undefined) return;
      last.value = last.value.replace(/\s*\[#[^\]]*\]\s*$/, '');
      heading.data = { ...heading.data, hProperties: { id } };
    });
  };
}

/** A rehype plugin: what belongs to one ## stands in one `<section>`, so that two languages can be laid side by side. */
export function sections() {
  return (tree: HtmlRoot): void => {
    const found: Element[] = [];
    let now: ElementContent[] = [];
    const begin = (heading?: Element) => {
      const id = heading?.properties.id;
      now = heading ? [heading] : [];
      found.push({
        type: 'element',
        tagName: 'section',
        properties: id === undefined ? {} : { 'data-section': String(id) },
        children: now,
      });
    };
    begin();
    for (const node of tree.children) {
      // Neither occurs: lessons have no code.
      if (node.type === 'doctype' || node.type === 'mdxjsEsm') continue;
      if (node.type === 'element' && node.tagName === 'h2') begin(node);
      else now.push(node);
    }
    const filled = found.filter(({ children }) =>
      children.some((child) => child.type !== 'text' || child.value.trim() !== ''),
    );
    // The beginning is row 1 even where nothing stands in it: both languages count alike.
    const first = filled[0] === found[0] ? 1 : 2;
    for (const [index, section] of filled.entries()) section.properties.style = `--row:${first + index}`;
    tree.children = filled;
  };
}
