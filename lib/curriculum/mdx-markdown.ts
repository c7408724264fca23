import type { Code, Definition, Heading as HeadingNode, Image, ImageReference, Link } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AuthorError } from './author-error';
import { codeLanguages } from './code-languages';
import { readCodeMeta } from './code-meta';
import { slug } from './content-schemas';
import { didYouMean } from './did-you-mean';
import { headingIdFor, markedHeading, withHeadingId } from './heading-id';
import type { Heading } from './lesson';
import { type SourcePlace, startOfFile } from './source-text';

type Checked = { heading?: Heading; errors: AuthorError[] };

/** `##` and `###` with an id that no other heading has. The title is the only `#`, and stands in the frontmatter. */
export function checkHeading(file: string, node: HeadingNode, before: readonly Heading[], isAtTop: boolean): Checked {
  const at = { file, ...placeOf(node) };
  const marks = '#'.repeat(node.depth);
  const { text, id } = markedHeading(textOf(node));
  if (!isAtTop)
    return {
      errors: [
        {
          ...at,
          rule: 'heading-place',
          message: 'a heading stands on its own, not inside something else',
          found: text,
        },
      ],
    };
  if (node.depth !== 2 && node.depth !== 3)
    return {
      errors: [
        {
          ...at,
          rule: 'heading-depth',
          message: 'a lesson has ## and ### headings; its title stands in the frontmatter',
          found: `${marks} ${text}`,
          fix: `${node.depth === 1 ? '##' : '###'} ${text}`,
        },
      ],
    };
  if (node.depth === 3 && before.length === 0)
    return {
      errors: [
        { ...at, rule: 'heading-depth', message: 'the first heading is a ##', found: `### ${text}`, fix: `## ${text}` },
      ],
    };

  const proposal = `${marks} ${withHeadingId(text, headingIdFor(text) || 'an-id')}`;
  if (id === undefined)
    return {
      errors: [
        {
          ...at,
          rule: 'heading-id',
          message: 'this heading has no id; `npm run handrail -- check --fix` writes it',
          found: `${marks} ${text}`,
          fix: proposal,
        },
      ],
    };
  if (!slug.test(id))
    return {
      errors: [
        {
          ...at,
          rule: 'heading-id',
          message: 'a heading id has small letters, digits and single hyphens',
          found: id,
          fix: proposal,
        },
      ],
    };
  if (before.some((other) => other.id === id))
    return {
      errors: [
        {
          ...at,
          rule: 'heading-id',
          message: `another heading has the id "${id}" already`,
          found: id,
          fix: `${marks} ${withHeadingId(text, `${id}-2`)}`,
        },
      ],
    };
  return { heading: { id, depth: node.depth, text }, errors: [] };
}

/** A language that can be coloured, and a title and marked lines that can be read. */
export function checkCode(file: string, node: Code): AuthorError[] {
  const at = { file, ...placeOf(node) };
  const errors: AuthorError[] = [];
  const language = node.lang ?? 'text';
  if (!codeLanguages.has(language)) {
    const meant = didYouMean(language, codeLanguages.keys());
    errors.push({
      ...at,
      rule: 'code-language',
      message: `code in "${language}" cannot be coloured${meant ? `; did you mean "${meant}"?` : ''}`,
      found: language,
      fix: `\`\`\`${meant ?? 'text'}`,
    });
  }
  const read = readCodeMeta(node.meta, node.value.split('\n').length);
  if ('found' in read)
    errors.push({
      ...at,
      rule: 'code-meta',
      message: 'what follows the language cannot be read',
      expected: 'title="…", marked lines of the block, {2,4-5}, and the words broken or prints',
      found: read.found,
    });
  return errors;
}

/** Links go to places of this lesson, this site or the web; pictures are figures. */
export function checkLink(file: string, node: Link | Definition | Image | ImageReference): AuthorError[] {
  const at = { file, ...placeOf(node) };
  if (node.type === 'image' || node.type === 'imageReference') {
    const src = node.type === 'image' ? node.url.replace(/^.*\//, '') : '…';
    return [
      {
        ...at,
        rule: 'figure',
        message: 'a picture is a figure, with words for those who cannot see it',
        fix: `<Figure src="${src}" alt="${node.alt || '…'}" />`,
      },
    ];
  }
  if (/^(https?:\/\/|mailto:|#|\/(?!\/))/.test(node.url)) return [];
  return [
    {
      ...at,
      rule: 'link',
      message: 'this link leads nowhere',
      expected: '#a-heading, /paths/tcp-tls, /learn/tcp-tls/three-way-four-way or https://…',
      found: node.url,
    },
  ];
}

function placeOf(node: { position?: { start: SourcePlace } | undefined }): SourcePlace {
  const start = node.position?.start;
  return start ? { line: start.line, column: start.column } : startOfFile;
}
