import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AuthorError } from '../author-error';
import { markedHeading } from '../heading-id';
import type { LessonCheck } from '../lesson-rules';
import { lessonTrees, type ReadTree } from '../wording/lesson-words';

/** Headings have words of their own, and something under them. */
export function checkHeadings(check: LessonCheck): AuthorError[] {
  return lessonTrees(check).flatMap((text) => [...headingWords(text), ...emptySections(text)]);
}

function headingWords({ tree, text }: ReadTree): AuthorError[] {
  const seen = new Map<string, number>();
  return tree.children.flatMap((node): AuthorError[] => {
    if (node.type !== 'heading') return [];
    const at = { file: text.file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
    const { text: words, id } = markedHeading(textOf(node));
    if (!/[\p{L}\p{N}]/u.test(words))
      return [{ ...at, rule: 'empty-heading', message: 'this heading has no words', found: words || `[#${id ?? ''}]` }];
    const before = seen.get(words.toLowerCase());
    seen.set(words.toLowerCase(), before ?? at.line);
    if (before === undefined) return [];
    return [
      {
        ...at,
        rule: 'duplicate-heading',
        message: `line ${before} has the same heading; in the list of contents nobody can tell them apart`,
        found: words,
      },
    ];
  });
}

function emptySections({ tree, text }: ReadTree): AuthorError[] {
  const shown = tree.children.filter(({ type }) => type !== 'definition' && type !== 'mdxFlowExpression');
  return shown.flatMap((node, index): AuthorError[] => {
    const next = shown[index + 1];
    // A ### may follow its ## at once.
    if (node.type !== 'heading' || (next && (next.type !== 'heading' || isDeeper(next, node)))) return [];
    return [
      {
        file: text.file,
        line: node.position?.start.line ?? 1,
        column: node.position?.start.column ?? 1,
        rule: 'empty-section',
        message: 'nothing stands under this heading',
        found: markedHeading(textOf(node)).text,
        fix: 'write what it promises, or leave the heading out',
      },
    ];
  });
}

function isDeeper(next: Heading, than: Heading): boolean {
  return next.depth > than.depth;
}
