import type { Code } from 'mdast';
import type { AuthorError } from '../author-error';
import type { LessonCheck } from '../lesson-rules';
import { placeInText, type Sample, samplesIn } from '../samples/sample';
import { isReadable } from '../samples/sample-languages';
import { startOfFile } from '../source-text';
import { lessonTrees, type ReadTree } from '../wording/lesson-words';

/** Five parsers: not loaded before a lesson has code, and asked for once. */
let parser: Promise<typeof import('../samples/parse-sample')> | undefined;

/** So many samples of a lesson are run: each takes a process. */
const MOST_RUN = 24;

const javascript = ['js', 'javascript', 'mjs', 'cjs'];

/**
 * Code blocks are what they say: their parser reads them, and what is said to print something prints it. A stage of its own, because code
 * runs in another process; what it says of a lesson depends on that lesson's words alone.
 */
export async function checkSamples(check: Pick<LessonCheck, 'lesson' | 'sources'>): Promise<AuthorError[]> {
  const errors: AuthorError[] = [];
  const prints: [Sample, ReadTree][] = [];
  for (const text of lessonTrees(check))
    for (const sample of samplesIn(text.tree)) {
      const unread = sample.meta.broken ? [] : await syntaxErrors(sample, text);
      errors.push(...unread);
      if (sample.meta.prints && unread.length === 0) prints.push([sample, text]);
    }
  // One after another, and not on after one that came to no end: no lesson holds up the others.
  for (const [sample, text] of prints.slice(0, MOST_RUN)) {
    const { errors: found, isEndless } = await outputOf(sample, text);
    errors.push(...found);
    if (isEndless) return errors;
  }
  const tooMany = prints[MOST_RUN];
  if (tooMany)
    errors.push(letterAt(tooMany[0].node, tooMany[1], `a lesson has at most ${MOST_RUN} samples that are run`));
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

type Output = { readonly errors: AuthorError[]; readonly isEndless?: true };

async function outputOf({ language, code, node, next }: Sample, text: ReadTree): Promise<Output> {
  const wrong = (message: string, more: Partial<AuthorError> = {}): Output => ({
    errors: [{ ...letterAt(node, text, message), ...more }],
  });
  if (!javascript.includes(language))
    return wrong(`"prints" is for JavaScript, and this is ${language}`, {
      expected: `one of ${javascript.join(', ')}`,
    });
  if (!next || (next.lang ?? 'text') !== 'text')
    return wrong('what this prints stands in a text block right after it', { fix: '```text\n…\n```' });
  const [{ runnable }, { printedBy }, { firstDifference, isSameOutput }] = await Promise.all([
    import('../samples/runnable'),
    import('../samples/print-sample'),
    import('../samples/same-output'),
  ]);
  const script = runnable(code);
  if ('refused' in script) return wrong(`this cannot be run: ${script.refused}`);
  const { lines, failed, isEndless } = await printedBy(script.script);
  // A sample may end in an error on purpose; then its last line is the error's.
  const told = failed === undefined ? lines : [...lines, `Uncaught ${failed}`];
  if (isSameOutput(told, next.value)) return { errors: [] };
  if (failed !== undefined && (isEndless || !next.value.includes('Uncaught')))
    return {
      ...wrong(`this does not come to its end: ${failed}`, { fix: 'mend it, or write its last line as: Uncaught …' }),
      ...(isEndless ? { isEndless } : {}),
    };
  const differs = firstDifference(told, next.value);
  const written = next.value.split('\n');
  const line = (next.position?.start.line ?? 1) + 1 + Math.min(differs, written.length - 1);
  return {
    errors: [
      {
        ...letterAt(next, text, 'the code above prints something else'),
        line,
        expected: told[differs] ?? 'nothing more',
        found: written[differs] ?? 'nothing more',
        fix: told.length === 0 ? 'it prints nothing' : told.join('\n'),
      },
    ],
  };
}

function letterAt({ position }: Code, { text }: ReadTree, message: string): AuthorError {
  const { line, column } = position?.start ?? startOfFile;
  return { file: text.file, line, column, rule: 'code-output', message };
}
