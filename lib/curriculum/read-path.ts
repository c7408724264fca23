import type { AuthorError } from './author-error';
import { readYaml } from './author-yaml';
import { pathSchema } from './content-schemas';
import { missingLanguages } from './languages-present';
import type { GlossaryTerm, Lesson } from './lesson';
import type { LessonFolder } from './read-lesson';
import { authorPath, inFolder, listFolder, readSource } from './read-source';
import type { LessonRead, LessonReader, PathHead } from './read-whole-lesson';
import type { PlaceOf } from './schema-errors';
import { startOfFile } from './source-text';

export type PathDraft = {
  readonly path: PathHead;
  /** In their order, without those whose lesson.yaml cannot be read. */
  readonly lessons: readonly WholeLesson[];
  readonly file: string;
  /** Where something of path.yaml was written. */
  readonly place: PlaceOf;
};
export type WholeLesson = LessonRead & { readonly lesson: Lesson };
export type ReadPath = { readonly draft: PathDraft | undefined; readonly errors: readonly AuthorError[] };

const lessonFolder = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Reads a folder that has a path.yaml, and the lessons in it. */
export async function readPath(
  folder: string,
  id: string,
  glossary: readonly GlossaryTerm[],
  read: LessonReader,
): Promise<ReadPath> {
  const source = await readSource(inFolder(folder, 'path.yaml'));
  if (!source) return { draft: undefined, errors: [] };
  const { value, errors: found, place } = readYaml(source, pathSchema);
  const errors = [...found, ...missingLanguages(source.file, value, value?.languages ?? [], place)];

  const head = value && { id, ...value };
  const lessonFolders: LessonFolder[] = [];
  const { folders, files } = await listFolder(folder);
  for (const name of files.filter((file) => file !== 'path.yaml' && file !== 'README.md'))
    errors.push({
      file: authorPath(inFolder(folder, name)),
      ...startOfFile,
      rule: 'unknown-file',
      message: 'nothing reads this file',
      expected: 'path.yaml and folders of lessons, like 03-three-way-four-way',
    });
  for (const name of folders) {
    const named = lessonFolder.exec(name);
    if (!named) {
      errors.push({
        file: authorPath(inFolder(folder, name)),
        ...startOfFile,
        rule: 'folder-name',
        message: 'a lesson’s folder is a number and an address',
        found: name,
        fix: `01-${name
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-+|-+$/g, '')}`,
      });
      continue;
    }
    const [, order = '', slug = ''] = named;
    lessonFolders.push({ path: id, slug, order: Number(order), folder: inFolder(folder, name) });
  }
  const all = await Promise.all(lessonFolders.map((lesson) => read(lesson, { path: head, glossary })));
  errors.push(...all.flatMap((lesson) => lesson.errors));
  if (!head) return { draft: undefined, errors };
  const lessons = all.filter(isWhole).sort((a, b) => a.lesson.order - b.lesson.order);
  return { draft: { path: head, lessons, file: source.file, place }, errors };
}

function isWhole(read: LessonRead): read is WholeLesson {
  return read.lesson !== undefined;
}
