import type { AuthorError } from './author-error';
import { readYaml } from './author-yaml';
import { pathSchema } from './content-schemas';
import { missingLanguages } from './languages-present';
import type { Path } from './lesson';
import { type LessonDraft, readLesson } from './read-lesson';
import { authorPath, inFolder, listFolder, readSource } from './read-source';
import { startOfFile } from './source-text';

export type PathDraft = {
  readonly path: Omit<Path, 'lessons'>;
  readonly lessons: readonly LessonDraft[];
  readonly file: string;
};
export type ReadPath = { readonly draft: PathDraft | undefined; readonly errors: readonly AuthorError[] };

const lessonFolder = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Reads a folder that has a path.yaml, and the lessons in it. */
export async function readPath(folder: string, id: string): Promise<ReadPath> {
  const source = await readSource(inFolder(folder, 'path.yaml'));
  if (!source) return { draft: undefined, errors: [] };
  const { value, errors: found, place } = readYaml(source, pathSchema);
  const errors = [...found, ...missingLanguages(source.file, value, value?.languages ?? [], place)];

  const lessons: LessonDraft[] = [];
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
    const read = await readLesson({ path: id, slug, order: Number(order), folder: inFolder(folder, name) });
    errors.push(...read.errors);
    if (read.draft) lessons.push(read.draft);
  }
  if (!value) return { draft: undefined, errors };
  return {
    draft: {
      path: { id, ...value },
      lessons: lessons.sort((a, b) => a.lesson.order - b.lesson.order),
      file: source.file,
    },
    errors,
  };
}
