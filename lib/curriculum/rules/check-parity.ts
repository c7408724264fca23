import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';
import { type SourcePlace, startOfFile } from '../source-text';
import { lessonTrees, type ReadTree } from '../wording/lesson-words';

type Thing = { readonly said: string; readonly place: SourcePlace };

/** What both languages show besides headings, labs, questions and tasks: figures, and code. */
export function checkParity(check: LessonCheck): AuthorError[] {
  const [one, other] = lessonTrees(check);
  if (!one || !other) return [];
  return [
    ...difference('figure-parity', 'figure', one, other, figuresOf),
    ...difference('code-parity', 'code block', one, other, blocksOf),
  ];
}

/** The first place at which the second text is not as the first. */
function difference(
  rule: string,
  noun: string,
  one: ReadTree,
  other: ReadTree,
  thingsOf: (tree: Root) => Thing[],
): AuthorError[] {
  const [expected, found] = [thingsOf(one.tree), thingsOf(other.tree)];
  const length = Math.max(expected.length, found.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => expected[index]?.said !== found[index]?.said);
  if (at === undefined) return [];
  const place = found[at]?.place ?? { line: other.text.body.trimEnd().split('\n').length, column: 1 };
  return [
    {
      file: other.text.file,
      ...place,
      rule,
      message: `${noun} ${at + 1} is not the same as in ${one.name}`,
      expected: expected[at]?.said ?? 'nothing more',
      found: found[at]?.said ?? 'nothing more',
    },
  ];
}

const shown = new Set(['Figure', 'Trace', 'YourRequest', 'Audio', 'Video']);

/** A figure with words in it may be drawn for each language: `states.zh.svg` is `states.svg`. */
function figuresOf(tree: Root): Thing[] {
  const things: Thing[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (!node.name || !shown.has(node.name)) return;
    const named = node.attributes.flatMap((each) =>
      each.type === 'mdxJsxAttribute' && (each.name === 'src' || each.name === 'run') && typeof each.value === 'string'
        ? [each.value.replace(/\.(en|zh)(?=\.\w+$)/, '')]
        : [],
    );
    things.push({ said: `<${node.name} "${named.join(' ')}">`, place: node.position?.start ?? startOfFile });
  });
  return things.map(({ said, place: { line, column } }) => ({ said, place: { line, column } }));
}

/** Comments and texts in code may be translated; that it is there, and in which language, may not differ. */
function blocksOf(tree: Root): Thing[] {
  const things: Thing[] = [];
  visit(tree, 'code', ({ lang, position }) => {
    const { line, column } = position?.start ?? startOfFile;
    things.push({ said: `\`\`\`${lang ?? 'text'}`, place: { line, column } });
  });
  return things;
}
