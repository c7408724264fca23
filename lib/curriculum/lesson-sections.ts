import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { factOf } from './fact';
import { markedHeading } from './heading-id';
import type { Lesson, LessonText } from './lesson';

/** What stands under one heading; the words before the first heading have the id ''. */
export type LessonSection = { readonly id: string; readonly heading: string; readonly text: string };

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(remarkMdx);

/** A lesson's words by heading, as they are read: no components, no marks. Questions and tasks are not among them. */
export function lessonSections({ runs }: Pick<Lesson, 'runs'>, text: LessonText): LessonSection[] {
  const sections: { id: string; heading: string; blocks: string[] }[] = [{ id: '', heading: '', blocks: [text.lede] }];
  const tree = parser.parse(text.body);
  tellFacts(tree, runs);
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const { text: heading, id = '' } = markedHeading(textOf(node));
      sections.push({ id, heading, blocks: [] });
    } else sections.at(-1)?.blocks.push(...blocksOf(node));
  }
  return sections.map(({ id, heading, blocks }) => ({ id, heading, text: blocks.join('\n') }));
}

/** What an engine says in the middle of a sentence is a part of the sentence. */
function tellFacts(tree: Root, runs: Lesson['runs']): void {
  visit(tree, 'mdxJsxTextElement', (node) => {
    if (node.name !== 'Fact') return;
    const named = (name: string) => {
      const attribute = node.attributes.find((it) => it.type === 'mdxJsxAttribute' && it.name === name);
      return typeof attribute?.value === 'string' ? attribute.value : undefined;
    };
    const run = runs.find(({ id }) => id === named('run'));
    const fact = run && factOf(run, named('at') ?? '', named('after'));
    if (fact?.kind === 'value') node.children = [{ type: 'text', value: fact.text }];
  });
}

/** The paragraphs in a node, each a line; of a component what it says itself: a figure's caption, the belief of a mistake. */
function blocksOf(node: Nodes): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'code':
    case 'tableCell':
      return [textOf(node).replace(/\s+/g, ' ').trim()].filter(Boolean);
    case 'mdxJsxFlowElement':
      return [...saidBy(node), ...node.children.flatMap(blocksOf)];
    default:
      return 'children' in node ? node.children.flatMap(blocksOf) : [];
  }
}

const speaking = new Set(['alt', 'caption', 'belief']);

function saidBy({ attributes }: Extract<Nodes, { type: 'mdxJsxFlowElement' }>): string[] {
  return attributes.flatMap((it) =>
    it.type === 'mdxJsxAttribute' && speaking.has(it.name) && typeof it.value === 'string' ? [it.value] : [],
  );
}
