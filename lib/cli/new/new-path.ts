import { relative } from 'node:path';
import { UsageFault } from '@/lib/cli/check/usage-fault';
import { contentDirs } from '@/lib/curriculum/read-curriculum';
import { authorPath, inFolder } from '@/lib/curriculum/read-source';
import { isLocale, type Locale, type Localized, locales } from '@/lib/words/locale';
import { foldersOf, pathsIn } from './content-places';
import type { Interview } from './interview';
import { learnAddress, learnTitle, type TitleFlags } from './names';
import { placeFolder } from './place-files';
import type { Report } from './report';
import { localizedLines } from './written';

export type PathFlags = TitleFlags & { readonly address?: string; readonly languages?: string; readonly in?: string };

const summary: Localized = { en: 'What a reader can do at the end of it.', zh: '学完之后能做什么。' };

/** A folder with a path.yaml; its lessons come with `new lesson`. */
export async function newPath(interview: Interview, flags: PathFlags): Promise<Report> {
  const [dir] = foldersOf(flags.in);
  if (dir === undefined) throw new UsageFault('There is no content folder.');
  const there = await pathsIn([...new Set([...contentDirs(), dir])]);
  const languages = languagesOf(
    await interview.learn({
      flag: '--languages',
      question: 'Languages: en, zh, or both',
      given: flags.languages,
      usual: locales.join(','),
      fault: (typed) => (languagesOf(typed).length === 0 ? 'write en, zh or en,zh' : undefined),
    }),
  );
  const title = await learnTitle(interview, languages, flags);
  const id = await learnAddress(
    interview,
    { flag: '--address', question: 'Address (its folder’s name, for ever)', given: flags.address, title },
    (typed) => (there.some((path) => path.id === typed) ? `there is a path "${typed}" already` : undefined),
  );
  const order = Math.max(0, ...there.map((path) => path.order).filter((each) => each < 1_000)) + 10;
  const folder = inFolder(dir, id);
  await placeFolder(folder, { 'path.yaml': pathYaml({ title, languages, order }) });
  return {
    written: [authorPath(inFolder(folder, 'path.yaml'))],
    changed: [],
    next: [
      ['its summary', `${authorPath(inFolder(folder, 'path.yaml'))}: one sentence, what a reader can do at the end`],
      ['first lesson', `npm run handrail -- new lesson --path ${id}${withinFlag(dir)}`],
      ['check it', `${withDirs(dir)}npm run handrail -- check ${authorPath(folder)}`],
    ],
  };
}

function pathYaml(path: { title: Localized; languages: readonly Locale[]; order: number }): string {
  const { title, languages, order } = path;
  return `title:
${localizedLines(title, languages, '  ')}summary:
${localizedLines(summary, languages, '  ')}languages: [${languages.join(', ')}]
# What the check demands of every lesson that is not a draft.
standard: { labs: 0, tasks: 0, questions: 0 }
# Paths are listed by it.
order: ${order}
`;
}

/** `en,zh`, `zh`, `en zh`; empty when a word of it is no language. */
function languagesOf(typed: string): Locale[] {
  const words = typed.split(/[\s,，、]+/).filter(Boolean);
  return words.every(isLocale) ? locales.filter((locale) => words.includes(locale)) : [];
}

/** A folder that this installation does not read by itself has to be named to the next command too. */
export function withDirs(dir: string): string {
  if (contentDirs().includes(dir)) return '';
  const further = [process.env.CONTENT_DIRS, dir].filter(Boolean).join(':');
  return `CONTENT_DIRS=${further} `;
}

export function withinFlag(dir: string): string {
  return contentDirs()[0] === dir
    ? ''
    : ` --in ${relative(process.cwd(), dir).startsWith('..') ? dir : authorPath(dir)}`;
}
