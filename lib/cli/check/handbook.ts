import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { authorPath } from '@/lib/curriculum/read-source';
import { contentsOf } from './handbook-contents';
import { wholeQuestions } from './handbook-questions';
import { withRuleTables } from './rule-tables';

/** The handbook in each language. */
export const handbooks = { 'README.md': 'en', 'README.zh.md': 'zh' } as const;

type Language = (typeof handbooks)[keyof typeof handbooks];

/** The parts that a machine writes, besides the rules: each stands between its two marks. The contents come last, since they name the other parts' headings. */
const parts: readonly { mark: string; write: (language: Language, handbook: string) => string }[] = [
  { mark: 'questions', write: wholeQuestions },
  { mark: 'contents', write: (_, handbook) => contentsOf(handbook) },
];

/** A handbook with every part as it should be now; a part without its marks is left out. */
export function withParts(handbook: string, language: Language): string {
  const ruled = withRuleTables(handbook, language === 'en' ? 'says' : 'zh') ?? handbook;
  return parts.reduce((text, { mark, write }) => {
    const [begin, end] = [`<!-- ${mark}: written by \`handrail check --fix\` -->`, `<!-- end of ${mark} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) return text;
    return `${text.slice(0, from)}${begin}\n\n${write(language, text)}\n\n${text.slice(to)}`;
  }, ruled);
}

/** Writes the parts into the handbook of the product's own content folder. Returns what was written. */
export async function writeHandbook([own]: readonly string[]): Promise<string[]> {
  const done: string[] = [];
  if (own === undefined) return done;
  for (const [name, language] of Object.entries(handbooks)) {
    const file = join(own, name);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const written = withParts(text, language);
    if (written === text) continue;
    await writeFile(file, written);
    done.push(`wrote ${authorPath(file)}`);
  }
  return done;
}
