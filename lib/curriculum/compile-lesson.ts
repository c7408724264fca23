import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleMDX } from 'mdx-bundler';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import { ContentFault } from './author-error';
import { chineseBreaks } from './compile-breaks';
import { codeBlocks } from './compile-code';
import { headingIds, sections } from './compile-headings';
import { lineMarks } from './compile-lines';
import { displayedFormulas } from './compile-math';
import type { LessonText } from './lesson';
import { mdxSyntaxError } from './mdx-syntax-error';

/** What a text is compiled for: the lesson's page; both languages beside each other, section by section; the same with its lines told, for its author. */
export type Layout = 'page' | 'beside' | 'preview';

const blocksOf = {
  page: [codeBlocks],
  beside: [codeBlocks, sections],
  preview: [codeBlocks, sections, lineMarks],
} satisfies Record<Layout, unknown[]>;

/** A compiled text: the body of a function of React, run by `getMDXComponent` in a Server Component. */
export type CompiledLesson = { readonly code: string };

/** Compiles a lesson's words, or takes what an earlier build made of the same words. */
export async function compileLesson(text: LessonText, layout: Layout = 'page'): Promise<CompiledLesson> {
  const file = join(await cacheFolder(), `${digest(text.locale, layout, text.body)}.js`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return { code: kept };
  const code = await compile(text, layout);
  // Written beside and renamed: another process reads it whole or not at all.
  const draft = `${file}.${process.pid}.${digest(String(performance.now()))}`;
  await writeFile(draft, code);
  await rename(draft, file);
  return { code };
}

async function compile({ file, body, locale }: LessonText, layout: Layout): Promise<string> {
  try {
    const { code } = await bundleMDX({
      // An empty line in front: nothing at the top can be taken for frontmatter, which only our own reader reads.
      source: `\n${body}`,
      // What is wrong is told once, by us.
      esbuildOptions: (options) => ({ ...options, logLevel: 'silent' }),
      mdxOptions: (options) => ({
        ...options,
        remarkPlugins: [remarkGfm, remarkCjkFriendly, headingIds, displayedFormulas, chineseBreaks(locale)],
        rehypePlugins: blocksOf[layout],
        remarkRehypeOptions: { footnoteLabel: locale === 'zh' ? '脚注' : 'Footnotes' },
      }),
    });
    return code;
  } catch (thrown) {
    throw foundByCompiler(file, body, thrown);
  }
}

/** The compiler names a file of its own making; the author knows theirs. */
function foundByCompiler(file: string, body: string, thrown: unknown): unknown {
  const first = firstMessage(thrown);
  if (!first) return thrown;
  const place = { line: Math.max(1, first.line - 1), column: first.column + 1 };
  return new ContentFault([
    mdxSyntaxError(file, body, Object.assign(new Error(first.text), { reason: first.text, place })),
  ]);
}

function firstMessage(thrown: unknown): { text: string; line: number; column: number } | undefined {
  if (!(thrown instanceof Error) || !('errors' in thrown) || !Array.isArray(thrown.errors)) return undefined;
  const first: unknown = thrown.errors[0];
  if (first === null || typeof first !== 'object' || !('text' in first)) return undefined;
  const location =
    'location' in first && first.location !== null && typeof first.location === 'object' ? first.location : {};
  const number = (key: string) => Number(Reflect.get(location, key) ?? 0);
  return { text: String(first.text), line: number('line'), column: number('column') };
}

/** One folder for each version of the compiler: another version never reads what this one wrote. */
async function cacheFolder(): Promise<string> {
  folder ??= makeCacheFolder();
  return folder;
}

let folder: Promise<string> | undefined;

async function makeCacheFolder(): Promise<string> {
  const makers = [
    'package-lock.json',
    ...['lesson', 'breaks', 'code', 'headings', 'lines', 'math'].map((name) => `lib/curriculum/compile-${name}.ts`),
    'lib/curriculum/code-meta.ts',
    'lib/curriculum/heading-id.ts',
  ];
  // Without the hint the bundler takes this for a wish to carry the whole project along.
  const home = (name: string) => join(/*turbopackIgnore: true*/ process.cwd(), name);
  const sources = await Promise.all(makers.map((name) => readFile(home(name), 'utf8').catch(() => '')));
  const path = join(process.env.DATA_DIR || '.data', 'cache', 'mdx', digest(process.env.NODE_ENV ?? '', ...sources));
  await mkdir(path, { recursive: true });
  return path;
}

function digest(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\0${part}`);
  return hash.digest('hex').slice(0, 24);
}
