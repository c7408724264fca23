import type { Code } from 'mdast';
import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';
import { placeInText, type Sample, samplesIn } from '../samples/sample';
import { isReadable } from '../samples/sample-languages';
import { lessonTrees, type ReadTree } from '../wording/lesson-words';

/** Five parsers: not loaded before a lesson has code, and asked for once. */
let parser: Promise<typeof import('../samples/parse-sample')> | undefined;

const javascript = ['js', 'javascript', 'mjs', 'cjs'];

/**
 * Code blocks are what they say: their parser reads them, and what is said to print something prints it. A stage of its own, because code
 * runs on another thread; what it says of a lesson depends on that lesson's words alone.
 */
export async function checkSamples(check: Pick<LessonCheck, 'lesson' | 'sources'>): Promise<AuthorError[]> {
  const errors: AuthorError[] = [];
  const printed = new Map<string, Promise<AuthorError[]>>();
  for (const text of lessonTrees(check))
    for (const sample of samplesIn(text.tree)) {
      const unread = sample.meta.broken ? [] : await syntaxErrors(sample, text);
      errors.push(...unread);
      if (!sample.meta.prints || unread.length > 0) continue;
      printed.set(`${text.name}:${sample.node.position?.start.offset}`, outputErrors(sample, text));
    }
  for (const found of printed.values()) errors.push(...(await found));
  return errors;
}

async function syntaxErrors({ language, code, node }: Sample, text: ReadTree): Promise<AuthorError[]> {
  if (!isReadable(language)) return [];
  parser ??= import('../samples/parse-sample');
  const { sampleFaults } = await parser;
  return sampleFaults(language, code).map(({ message, offset }) => {
    const place = placeInText(node, text.text.body, offset);
    return {
      file: text.text.file,
      ...place,
      rule: 'code-syntax',
      message: `this ${language} cannot be read: ${message}`,
      found: (code.slice(0, offset).split('\n').at(-1) ?? '') + (code.slice(offset).split('\n')[0] ?? ''),
      fix: `mend it; where it is wrong on purpose, or a piece, say so: \`\`\`${language} broken`,
    };
  });
}

async function outputErrors({ language, code, node, next }: Sample, text: ReadTree): Promise<AuthorError[]> {
  const at = (place: Code, message: string, more: Partial<AuthorError> = {}): AuthorError[] => [
    {
      file: text.text.file,
      line: place.position?.start.line ?? 1,
      column: place.position?.start.column ?? 1,
      rule: 'code-output',
      message,
      ...more,
    },
  ];
  if (!javascript.includes(language))
    return at(node, `"prints" is for JavaScript, and this is ${language}`, {
      expected: `one of ${javascript.join(', ')}`,
    });
  if (!next || (next.lang ?? 'text') !== 'text')
    return at(node, 'what this prints stands in a text block right after it', { fix: '```text\n…\n```' });
  const [{ runnable }, { printedBy }, { firstDifference, isSameOutput }] = await Promise.all([
    import('../samples/runnable'),
    import('../samples/print-sample'),
    import('../samples/same-output'),
  ]);
  const script = runnable(code);
  if ('refused' in script) return at(node, `this cannot be run: ${script.refused}`);
  const { lines, failed } = await printedBy(script.script);
  // A sample may end in an error on purpose; then its last line is the error's.
  const told = failed === undefined ? lines : [...lines, `Uncaught ${failed}`];
  if (isSameOutput(told, next.value)) return [];
  if (failed !== undefined && !next.value.includes('Uncaught'))
    return at(node, `this does not come to its end: ${failed}`, {
      fix: 'mend it, or write its last line as: Uncaught …',
    });
  const differs = firstDifference(told, next.value);
  const [place, expected] = [next.position?.start, told.join('\n')];
  return [
    {
      file: text.text.file,
      line: (place?.line ?? 1) + 1 + Math.min(differs, Math.max(0, next.value.split('\n').length - 1)),
      column: place?.column ?? 1,
      rule: 'code-output',
      message: 'the code above prints something else',
      expected: told[differs] ?? 'nothing more',
      found: next.value.split('\n')[differs] ?? 'nothing more',
      fix: expected === '' ? 'it prints nothing' : expected,
    },
  ];
}
