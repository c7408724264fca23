import { z } from 'zod';
import type { AuthorError } from './author-error';
import { readYaml } from './author-yaml';
import type { Curriculum } from './curriculum';
import type { Path } from './lesson';
import { type SourceText, startOfFile } from './source-text';

/** `.ids.json`: every lesson's and item's id that was ever published. Progress hangs on them, so none may vanish without saying where it went. */
const schema = z.strictObject({ lessons: z.array(z.string()), items: z.array(z.string()) });
export type PublishedIds = z.output<typeof schema>;

export function readPublishedIds(source: SourceText | undefined): {
  ids: PublishedIds;
  errors: readonly AuthorError[];
} {
  const none = { lessons: [], items: [] };
  if (!source) return { ids: none, errors: [] };
  // JSON is YAML.
  const { value, errors } = readYaml(source, schema);
  return { ids: value ?? none, errors };
}

/** What is published now: drafts are not. */
export function idsOf(paths: readonly Path[]): PublishedIds {
  const lessons = paths.flatMap((path) => path.lessons.filter(({ draft }) => !draft));
  return {
    lessons: lessons.map(({ id }) => id).sort(),
    items: lessons.flatMap(({ items }) => items.map(({ id }) => id)).sort(),
  };
}

export function joinedIds(one: PublishedIds, other: PublishedIds): PublishedIds {
  const join = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();
  return { lessons: join(one.lessons, other.lessons), items: join(one.items, other.items) };
}

/** Published ids that lead nowhere, and present ones (of the record's own paths) that are not on record. */
export function idErrors(
  file: string,
  published: PublishedIds,
  curriculum: Curriculum,
  own: readonly Path[] = curriculum.paths,
): AuthorError[] {
  const error = (message: string, found: string, fix: string): AuthorError => ({
    file,
    ...startOfFile,
    rule: 'published-id',
    message,
    found,
    fix,
  });
  const moved = new Set(
    [...curriculum.items()].flatMap((item) =>
      item.kind === 'question' && item.question.moved ? [`${item.lesson}/${item.question.moved}`] : [],
    ),
  );
  const home = (item: string) => item.slice(0, item.lastIndexOf('/'));
  const goneLessons = published.lessons.filter((id) => !leadsTo(curriculum, id));
  const goneItems = published.items.filter(
    (id) =>
      !curriculum.item(id) && !moved.has(id) && !goneLessons.includes(home(id)) && curriculum.lessonById(home(id)),
  );
  const now = idsOf(own);
  const known = new Set([...published.lessons, ...published.items]);
  const unrecorded = [...now.lessons, ...now.items].filter((id) => !known.has(id));
  return [
    ...goneLessons.map((id) =>
      error('this lesson was published and is gone', id, `formerly: [ ${id} ] in the lesson that took its place`),
    ),
    ...goneItems.map((id) =>
      error(
        'this question or task was published and is gone',
        id,
        `moved: ${id.slice(home(id).length + 1)} in the one that took its place`,
      ),
    ),
    ...(unrecorded.length > 0
      ? [
          error(
            unrecorded.length === 1 ? '1 id is not on record' : `${unrecorded.length} ids are not on record`,
            unrecorded.slice(0, 3).join(', '),
            'handrail check --fix',
          ),
        ]
      : []),
  ];
}

function leadsTo(curriculum: Curriculum, lesson: string): boolean {
  const [path = '', slug = ''] = lesson.split('/');
  return curriculum.lesson(path, slug) !== undefined || curriculum.movedFrom(path, slug) !== undefined;
}
