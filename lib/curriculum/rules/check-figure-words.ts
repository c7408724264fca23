import { visit } from 'unist-util-visit';
import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';
import { lessonTrees } from '../wording/lesson-words';

/** Words that say only that something is there. */
const saysNothing =
  /^(an? |the )?(figure|image|picture|photo|drawing|diagram|screenshot|illustration|graphic|chart|svg|png|alt|todo|tbd|图|图片|图像|示意图|插图|截图|照片|图示|配图|如图)( ?\d+)?[.…。]*$/i;

/** Who cannot see a figure gets its words: what it shows, not what its file is called. */
export function checkFigureWords({ lesson, sources }: LessonCheck): AuthorError[] {
  return lessonTrees({ lesson, sources }).flatMap(({ tree, text }) => {
    const errors: AuthorError[] = [];
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const props = new Map(
        node.attributes.flatMap((each) =>
          each.type === 'mdxJsxAttribute' && typeof each.value === 'string' ? [[each.name, each] as const] : [],
        ),
      );
      const alt = props.get('alt');
      if (!alt) return;
      const { line, column } = alt.position?.start ?? node.position?.start ?? { line: 1, column: 1 };
      const words = String(alt.value ?? '').trim();
      const message = faultOf(words, writtenIn(props.get('src')), writtenIn(props.get('caption')));
      if (message === undefined) return;
      errors.push({
        file: text.file,
        line,
        column,
        rule: 'figure-words',
        message,
        expected: 'what one would say about it on the telephone',
        found: `alt="${words}"`,
      });
    });
    return errors;
  });
}

function faultOf(words: string, src: string, caption: string): string | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/\.(svg|png)$/, '')
      .replace(/[\s_-]+/g, ' ')
      .trim();
  if (words === '') return 'this figure has no words for those who cannot see it';
  if (src !== '' && plain(words) === plain(src)) return 'the name of the file does not say what the figure shows';
  if (saysNothing.test(words)) return `"${words}" does not say what the figure shows`;
  if (caption !== '' && plain(words) === plain(caption))
    return 'this is the caption once more; it is read out twice, and the figure is still not described';
  return undefined;
}

function writtenIn(attribute: { readonly value?: unknown } | undefined): string {
  return typeof attribute?.value === 'string' ? attribute.value : '';
}
