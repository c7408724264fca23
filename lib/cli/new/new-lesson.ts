import { UsageFault } from '@/lib/cli/check/usage-fault';
import { authorPath, inFolder } from '@/lib/curriculum/read-source';
import { foldersOf, formerAddresses, knownPath, type PathPlace, pathsIn, recordOf } from './content-places';
import type { Interview } from './interview';
import { lessonFiles } from './lesson-files';
import { learnAddress, learnTitle, type TitleFlags } from './names';
import { withDirs, withinFlag } from './new-path';
import { placeFolder } from './place-files';
import { pageAddress } from './preview-address';
import type { Report } from './report';

export type LessonFlags = TitleFlags & { readonly path?: string; readonly address?: string; readonly in?: string };

/** A draft lesson that is sound from the start: words in each language of its path, a quiz without questions, the next number. */
export async function newLesson(interview: Interview, flags: LessonFlags): Promise<Report> {
  const paths = await pathsIn(foldersOf(flags.in));
  if (paths.length === 0) throw new UsageFault('There is no path yet: `npm run handrail -- new path` makes one.');
  const chosen = await interview.learn({
    flag: '--path',
    question: `Path: ${paths.map(({ id }) => id).join(', ')}`,
    given: flags.path,
    usual: paths.length === 1 ? paths[0]?.id : undefined,
    fault: (typed) => asFault(knownPath(paths, typed)),
  });
  const path = knownPath(paths, chosen);
  if (typeof path === 'string') throw new UsageFault(path);
  const title = await learnTitle(interview, path.languages, flags);
  const taken = await takenAddresses(path, paths);
  const slug = await learnAddress(
    interview,
    { flag: '--address', question: 'Address (for ever)', given: flags.address, title },
    (typed) => taken.get(`${path.id}/${typed}`),
  );

  const folder = inFolder(path.folder, `${nextNumber(path)}-${slug}`);
  const files = lessonFiles({ slug, title, languages: path.languages });
  await placeFolder(folder, files);
  const words = path.languages.map((locale) => `${locale}.mdx`).join(' and ');
  const [first = 'en'] = path.languages;
  const id = `${path.id}/${slug}`;
  const env = withDirs(path.dir);
  const within = withinFlag(path.dir);
  return {
    written: Object.keys(files).map((name) => authorPath(inFolder(folder, name))),
    changed: [],
    next: [
      ['write it', `${words} in ${authorPath(folder)}; what can be done at the end stands in lesson.yaml`],
      ['see it', `${env}npm run dev, then ${pageAddress(first, id)}`],
      ['ask something', `npm run handrail -- new quiz --lesson ${id}${within}`],
      ['set a task', `npm run handrail -- new task --lesson ${id}${within}`],
      ['check it', `${env}npm run handrail -- check ${authorPath(folder)}`],
      ['publish it', 'take "draft: true" out of lesson.yaml, then npm run handrail -- check --fix, and publish'],
    ],
  };
}

function asFault(found: PathPlace | string): string | undefined {
  return typeof found === 'string' ? found : undefined;
}

/** One more than the highest number, as wide as the others. */
function nextNumber({ lessons }: PathPlace): string {
  return String(Math.max(0, ...lessons.map(({ order }) => order)) + 1).padStart(2, '0');
}

/** Addresses that lead somewhere, or once did: a link or a learner's progress may still hang on them. */
async function takenAddresses(path: PathPlace, paths: readonly PathPlace[]): Promise<Map<string, string>> {
  const taken = new Map<string, string>();
  for (const id of (await recordOf(path.dir))?.ids.lessons ?? [])
    taken.set(id, `a lesson with the address ${id} was published once, and progress hangs on it`);
  for (const lesson of paths.flatMap(({ lessons }) => lessons))
    for (const old of await formerAddresses(lesson)) taken.set(old, `the old address ${old} leads to ${lesson.id}`);
  for (const { id, folder } of path.lessons) taken.set(id, `${authorPath(folder)} has this address already`);
  return taken;
}
