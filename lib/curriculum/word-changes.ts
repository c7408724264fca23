import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Locale } from '@/lib/words/locale';
import { chineseBreaks } from './compile-breaks';
import { headingIds } from './compile-headings';
import { parsedMdx } from './parsed-mdx';
import { splitFrontmatter } from './source-text';

/** A lesson's file as what a page shows of it: its texts in their order, and all that they stand in. */
export type StandingText = { readonly frame: string; readonly texts: readonly string[] };

/** One text of a page that reads otherwise now. `nth` (from 0) of the `of` texts that read `from` until now. */
export type WordChange = { readonly from: string; readonly to: string; readonly nth: number; readonly of: number };

/** Reads a file, frontmatter and all; throws what the parser throws. */
export function standingText(text: string, locale: Locale): StandingText {
  const { frontmatter, body } = splitFrontmatter(text);
  const tree = structuredClone(parsedMdx(body));
  headingIds()(tree);
  chineseBreaks(locale)()(tree);
  const texts: string[] = [];
  visit(tree, (node: Nodes) => {
    delete node.position;
    if (node.type !== 'text' && node.type !== 'inlineCode') return;
    // As the page has it: no spaces around the end of a line, and none of them in code.
    texts.push(node.type === 'text' ? node.value.replace(/[ \t]*\n[ \t]*/g, '\n') : node.value.replace(/\n/g, ' '));
    node.value = '';
  });
  return { frame: JSON.stringify([frontmatter, tree]), texts };
}

/** What reads otherwise when nothing but words changed; undefined when more did, or it cannot be said where they stand. */
export function wordChanges(before: StandingText, after: StandingText): readonly WordChange[] | undefined {
  if (before.frame !== after.frame) return undefined;
  const changed = before.texts.flatMap((from, at): WordChange[] => {
    const to = after.texts[at] ?? '';
    if (from === to) return [];
    const alike = before.texts.flatMap((text, place) => (text === from ? [place] : []));
    return [{ from, to, nth: alike.indexOf(at), of: alike.length }];
  });
  // Footnotes stand at the end of the page, wherever they were written: alike texts could be taken for each other.
  const hasMoved = before.frame.includes('"footnoteDefinition"') && changed.some(({ of }) => of > 1);
  // A text that comes to nothing, or comes from nothing, has no place in the page.
  const hasPlaces = changed.every(({ from, to }) => from !== '' && to !== '');
  return hasMoved || !hasPlaces ? undefined : changed;
}
