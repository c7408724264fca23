import type { Nodes, Parents } from 'mdast';
import type { AuthorError } from './author-error';
import { didYouMean } from './did-you-mean';
import { isLessonComponent, type LessonComponent, lessonComponents } from './lesson-components-schema';
import { schemaErrors } from './schema-errors';
import { type SourcePlace, startOfFile } from './source-text';
import { markdownFor } from './stumbles/html-names';

/** `<Quiz id="syn-ack-number" />` in a text: which, with what, and where. */
export type ComponentUse = {
  readonly component: LessonComponent;
  readonly props: Readonly<Record<string, string>>;
  readonly place: SourcePlace;
};

// remark-mdx adds these to mdast's nodes.
type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Code = Extract<Nodes, { type: 'mdxFlowExpression' | 'mdxTextExpression' | 'mdxjsEsm' }>;
type Attribute = Element['attributes'][number];

/** Lessons are data: no code in them. Only a comment may stand in braces. */
export function checkExpression(file: string, node: Code): AuthorError[] {
  const isComment = node.type !== 'mdxjsEsm' && /^\s*\/\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(node.value);
  if (isComment) return [];
  const place = placeOf(node);
  if (node.type === 'mdxjsEsm')
    return [
      {
        file,
        ...place,
        rule: 'no-code',
        message: 'import and export have no place in a lesson: it is words, not code',
        found: firstLine(node.value),
        fix: 'leave the line out; every component is there already',
      },
    ];
  const found = `{${node.value}}`;
  return [
    {
      file,
      ...place,
      rule: 'no-code',
      message: 'an expression has no place in a lesson: it is words, not code',
      found: firstLine(found),
      fix: `\\{${firstLine(node.value)}\\} for plain braces, or \`${firstLine(found)}\` in backticks`,
    },
  ];
}

/** A component of the closed set, with the properties it has, where it may stand. */
export function checkElement(
  file: string,
  node: Element,
  parent: Parents | undefined,
): { use?: ComponentUse; errors: AuthorError[] } {
  const place = placeOf(node);
  const name = node.name ?? '';
  if (!isLessonComponent(name)) return { errors: [unknownComponent(file, name, place)] };

  const { errors, props, places } = readProps(file, node, name);
  const shape = lessonComponents[name];
  const parsed = shape.props.safeParse(props);
  if (!parsed.success && errors.length === 0)
    errors.push(
      ...schemaErrors(parsed.error.issues, {
        file,
        schema: shape.props,
        value: props,
        place: (path) => places.get(String(path[0])) ?? place,
      }).map((error) => asProperty(error, name, shape.example)),
    );
  const isEmpty = node.children.length === 0;
  if (shape.content === 'required' && isEmpty)
    errors.push({ file, ...place, rule: 'component', message: `<${name}> is empty`, fix: shape.example });
  if (shape.content === 'none' && !isEmpty)
    errors.push({ file, ...place, rule: 'component', message: `<${name}> has nothing inside`, fix: shape.example });
  if (shape.stands === 'block' && parent?.type === 'paragraph' && !standsAlone(parent))
    errors.push({
      file,
      ...place,
      rule: 'component',
      message: `<${name}> stands on a line of its own, not within a sentence`,
      fix: `an empty line, then ${shape.example}`,
    });
  return { use: { component: name, props, place }, errors };
}

function readProps(file: string, node: Element, name: LessonComponent) {
  const errors: AuthorError[] = [];
  const props: Record<string, string> = {};
  const places = new Map<string, SourcePlace>();
  for (const attribute of node.attributes) {
    const place = placeOf(attribute);
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      errors.push({
        file,
        ...place,
        rule: 'no-code',
        message: `<${name}>: a property is plain text in quotes`,
        found: attributeText(attribute),
        fix: lessonComponents[name].example,
      });
      continue;
    }
    Object.defineProperty(props, attribute.name, {
      value: attribute.value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    places.set(attribute.name, place);
  }
  return { errors, props, places };
}

function unknownComponent(file: string, name: string, place: SourcePlace): AuthorError {
  const known = Object.keys(lessonComponents);
  const instead = markdownFor(name);
  const meant = instead === undefined ? didYouMean(name, known) : undefined;
  return {
    file,
    ...place,
    rule: 'unknown-component',
    message:
      name === ''
        ? 'an empty tag has no meaning here'
        : `there is no <${name}>${meant ? `; did you mean <${meant}>?` : ''}`,
    expected: `one of ${known.map((each) => `<${each}>`).join(', ')}`,
    ...(meant && isLessonComponent(meant) ? { fix: lessonComponents[meant].example } : {}),
    ...(instead === undefined ? {} : { fix: instead }),
  };
}

/** What authors bring along from HTML and React; what it would do is not theirs to decide. */
const lookProps: Readonly<Record<string, string>> = {
  class: 'class-prop',
  className: 'class-prop',
  style: 'style-prop',
};

function looksOf(prop: string): string | undefined {
  return Object.hasOwn(lookProps, prop) ? lookProps[prop] : undefined;
}

function asProperty(error: AuthorError, name: string, example: string): AuthorError {
  const rules: Record<string, string> = { 'unknown-key': 'unknown-prop', 'missing-key': 'missing-prop' };
  const message = error.message
    .replace('is not a key here', `is not a property of <${name}>`)
    .replace('is missing', `is missing from <${name}>`);
  const looks = error.rule === 'unknown-key' ? looksOf(error.found ?? '') : undefined;
  if (looks !== undefined)
    return { ...error, rule: looks, message: `${message}: how things look is the page’s to say`, fix: example };
  return { ...error, rule: rules[error.rule] ?? error.rule, message, fix: example };
}

/** Whether a paragraph holds nothing but components and space: then they are drawn as blocks. */
function standsAlone(paragraph: Parents): boolean {
  return paragraph.children.every(
    (child) => child.type === 'mdxJsxTextElement' || (child.type === 'text' && child.value.trim() === ''),
  );
}

function attributeText(attribute: Attribute): string {
  if (attribute.type === 'mdxJsxExpressionAttribute') return `{${attribute.value}}`;
  return attribute.name + valueText(attribute);
}

function valueText({ value }: Extract<Attribute, { type: 'mdxJsxAttribute' }>): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? `="${value}"` : `={${value.value}}`;
}

function placeOf(node: { position?: { start: SourcePlace } | undefined }): SourcePlace {
  const start = node.position?.start;
  return start ? { line: start.line, column: start.column } : startOfFile;
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
