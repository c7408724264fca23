import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageFault } from '@/lib/cli/check/usage-fault';
import { readYaml } from '@/lib/curriculum/author-yaml';
import { lessonSchema, pathSchema } from '@/lib/curriculum/content-schemas';
import { didYouMean } from '@/lib/curriculum/did-you-mean';
import { type PublishedIds, readPublishedIds } from '@/lib/curriculum/published-ids';
import { contentDirs } from '@/lib/curriculum/read-curriculum';
import { authorPath, folderExists, inFolder, listFolder, readSource } from '@/lib/curriculum/read-source';
import { type Locale, locales } from '@/lib/words/locale';

const lessonFolder = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** A lesson's folder, as its name tells it. */
export type LessonPlace = {
  readonly dir: string;
  readonly folder: string;
  /** `tcp-tls/three-way-four-way` */
  readonly id: string;
  readonly order: number;
};

/** A path's folder with what of it a new lesson has to fit into. */
export type PathPlace = {
  readonly dir: string;
  readonly id: string;
  readonly folder: string;
  readonly languages: readonly Locale[];
  readonly order: number;
  readonly lessons: readonly LessonPlace[];
};

/** The folders that are looked into: the one of `--in`, or all of this installation's. */
export function foldersOf(within: string | undefined): string[] {
  if (within === undefined) return contentDirs();
  const folder = resolve(within);
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return [folder];
  // A name with a slip in it would otherwise become a content folder that nobody reads.
  throw new UsageFault(
    stat
      ? `--in "${within}" cannot be used: it is a file, and lessons stand in a folder.`
      : `--in "${within}" cannot be used: there is no such folder. To begin a content folder there: mkdir -p ${folder}`,
  );
}

/** Every path of these content folders. */
export async function pathsIn(dirs: readonly string[]): Promise<PathPlace[]> {
  const paths: PathPlace[] = [];
  for (const dir of dirs) {
    if (!(await folderExists(dir))) continue;
    for (const id of (await listFolder(dir)).folders) {
      const path = await pathIn(dir, id);
      if (path) paths.push(path);
    }
  }
  return paths;
}

async function pathIn(dir: string, id: string): Promise<PathPlace | undefined> {
  const folder = inFolder(dir, id);
  const source = await readSource(inFolder(folder, 'path.yaml'));
  if (!source) return undefined;
  const { value } = readYaml(source, pathSchema);
  const lessons = (await listFolder(folder)).folders.flatMap((name): LessonPlace[] => {
    const [, order, slug] = lessonFolder.exec(name) ?? [];
    return slug === undefined
      ? []
      : [{ dir, folder: inFolder(folder, name), id: `${id}/${slug}`, order: Number(order) }];
  });
  return { dir, id, folder, languages: value?.languages ?? locales, order: value?.order ?? 0, lessons };
}

export function knownPath(paths: readonly PathPlace[], id: string): PathPlace | string {
  const found = paths.find((path) => path.id === id);
  return (
    found ??
    unknownName(
      'path',
      id,
      paths.map((path) => path.id),
    )
  );
}

export function knownLesson(paths: readonly PathPlace[], id: string): LessonPlace | string {
  const lessons = paths.flatMap((path) => path.lessons);
  const found = lessons.find((lesson) => lesson.id === id);
  return (
    found ??
    unknownName(
      'lesson',
      id,
      lessons.map((lesson) => lesson.id),
    )
  );
}

/** What is said of a name that is none: the one that was probably meant, or all there are. */
export function notAmong(found: string, what: string, known: readonly string[]): string {
  const meant = didYouMean(found, known);
  return `${what}; ${meant ? `did you mean "${meant}"?` : `there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`}`;
}

function unknownName(noun: string, found: string, known: readonly string[]): string {
  const meant = didYouMean(found, known);
  if (meant) return `there is no ${noun} "${found}"; did you mean "${meant}"?`;
  if (known.length === 0) return `there is no ${noun} yet: \`handrail new ${noun}\` makes one`;
  const shown = known.length > 8 ? `${known.slice(0, 8).join(', ')}, …` : known.join(', ');
  return `there is no ${noun} "${found}"; there are ${shown}`;
}

/** What of a lesson's own files a new task or question has to fit into. */
export type LessonInside = LessonPlace & {
  readonly draft: boolean;
  readonly objectives: readonly string[];
  readonly languages: readonly Locale[];
  readonly files: readonly string[];
};

export async function insideOf(lesson: LessonPlace): Promise<LessonInside> {
  const source = await readSource(inFolder(lesson.folder, 'lesson.yaml'));
  const read = source && readYaml(source, lessonSchema);
  if (!read?.value)
    throw new UsageFault(
      `${authorPath(inFolder(lesson.folder, 'lesson.yaml'))} has to be right first: npm run handrail -- check ${authorPath(lesson.folder)}`,
    );
  const { files } = await listFolder(lesson.folder);
  return {
    ...lesson,
    draft: read.value.draft,
    objectives: read.value.objectives.map(({ id }) => id),
    languages: locales.filter((locale) => files.includes(`${locale}.mdx`)),
    files,
  };
}

/** The addresses a lesson had before; none where its file is not right. */
export async function formerAddresses({ folder }: LessonPlace): Promise<readonly string[]> {
  const source = await readSource(inFolder(folder, 'lesson.yaml'));
  // Most lessons have none, and of a thousand files only those that do are worth parsing.
  if (!source?.text.includes('formerly:')) return [];
  return readYaml(source, lessonSchema).value?.formerly ?? [];
}

/** The record of published ids of a content folder, when it keeps one. */
export async function recordOf(dir: string): Promise<{ file: string; text: string; ids: PublishedIds } | undefined> {
  const file = inFolder(dir, '.ids.json');
  const source = await readSource(file);
  return source && { file, text: await readFile(file, 'utf8'), ids: readPublishedIds(source).ids };
}
