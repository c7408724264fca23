import type { Root } from 'mdast';
import { type Locale, locales } from '@/lib/words/locale';
import type { LessonText } from '../lesson';
import type { LessonCheck } from '../lesson-rules';
import { parsedMdx } from '../parsed-mdx';
import { splitFrontmatter } from '../source-text';
import { mdxRuns } from './mdx-runs';
import type { WordRun } from './word-run';
import { frontmatterRuns, yamlRuns } from './yaml-runs';

/** A text of a lesson with its tree. */
export type ReadTree = {
  readonly name: string;
  readonly locale: Locale;
  readonly text: LessonText;
  readonly tree: Root;
  /** The file's text as read. */
  readonly source: string;
  /** How far offsets in the file are ahead of offsets in the tree: the frontmatter's lines are empty there. */
  readonly shift: number;
};

/** The lesson's texts that can be read as they were meant; of the others their author was told something that comes first. */
export function lessonTrees({ lesson, sources }: Pick<LessonCheck, 'lesson' | 'sources'>): ReadTree[] {
  return locales.flatMap((locale) => {
    const name = `${locale}.mdx`;
    const [text, source] = [lesson.texts[locale], sources.get(name)?.text];
    if (!text || text.hasFaults || source === undefined) return [];
    const tree = treeOf(text.body);
    return tree ? [{ name, locale, text, tree, source, shift: source.length - text.body.length }] : [];
  });
}

function treeOf(body: string): Root | undefined {
  try {
    return parsedMdx(body);
  } catch {
    return undefined;
  }
}

const kept = new WeakMap<LessonCheck, readonly WordRun[]>();

/** All words of a lesson: its texts, their titles, and what its YAML files say in `en` and `zh`. */
export function lessonWords(check: LessonCheck): readonly WordRun[] {
  const known = kept.get(check);
  if (known) return known;
  const runs = [...textRuns(check), ...fileRuns(check)];
  kept.set(check, runs);
  return runs;
}

function textRuns(check: LessonCheck): WordRun[] {
  return lessonTrees(check).flatMap(({ name, locale, text, tree, source, shift }) => {
    const { frontmatter = '' } = splitFrontmatter(source);
    // It begins with the line end after `---`.
    const head = frontmatterRuns(name, frontmatter, locale, source.indexOf('\n'));
    return [...head, ...mdxRuns(tree, { name, locale, body: text.body, shift })];
  });
}

function fileRuns({ sources }: LessonCheck): WordRun[] {
  return [...sources].flatMap(([name, { text }]) => (name.endsWith('.yaml') ? yamlRuns(name, text) : []));
}
