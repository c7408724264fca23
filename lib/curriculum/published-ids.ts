import { z } from 'zod';
import type { AuthorError } from './author-error';
import { readYaml } from './author-yaml';
import type { Curriculum } from './curriculum';
import type { Path } from './lesson';
import { movedIds } from './moved-ids';
import type { KeyPath, PlaceOf } from './schema-errors';
import { type SourceText, startOfFile } from './source-text';

/** `.ids.json`: every lesson's and item's id that was ever published. Progress hangs on them, so none may vanish without saying where it went. */
const schema = z.strictObject({ lessons: z.array(z.string()), items: z.array(z.string()) });
export type PublishedIds = z.output<typeof schema>;

export function readPublishedIds(source: SourceText | undefined): {
  ids: PublishedIds;
  errors: readonly AuthorError[];
  place: PlaceOf;
} {
  const none = { lessons: [], items: [] };
  if (!source) return { ids: none, errors: [], place: () => startOfFile };
  // JSON is YAML.
  const { value, errors, place } = readYaml(source, schema);
  return { ids: value ?? none, errors, place };
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

/** Published ids that lead nowhere: in the order of the record. */
export function goneIds(published: PublishedIds, curriculum: Curriculum): PublishedIds {
  const ids = movedIds(curriculum);
  const lessons = published.lessons.filter((id) => !ids.lesson(id));
  // Of a lesson that is gone, that is told; its items may have gone to others.
  const items = published.items.filter((id) => !ids.item(id) && ids.lesson(home(id)));
  return { lessons, items };
}

/** How much hangs on an id: `12 attempts of 5 learners`. */
export type Hanging = ReadonlyMap<string, string>;

type IdRecord = { readonly file: string; readonly ids: PublishedIds; readonly place?: PlaceOf };

/** Published ids that lead nowhere, and present ones (of the record's own paths) that are not on record. */
export function idErrors(
  { file, ids, place = () => startOfFile }: IdRecord,
  curriculum: Curriculum,
  own: readonly Path[] = curriculum.paths,
  hanging: Hanging = new Map(),
): AuthorError[] {
  const error = (path: KeyPath, message: string, found: string, fix: string): AuthorError => ({
    file,
    ...place(path),
    rule: 'published-id',
    message,
    found,
    fix,
  });
  const orphaned = (id: string) => (hanging.has(id) ? `, and ${hanging.get(id)} with it` : '');
  const gone = goneIds(ids, curriculum);
  const now = idsOf(own);
  const known = new Set([...ids.lessons, ...ids.items]);
  const unrecorded = [...now.lessons, ...now.items].filter((id) => !known.has(id));
  return [
    ...gone.lessons.map((id) =>
      error(
        ['lessons', ids.lessons.indexOf(id)],
        `this lesson was published and is gone${orphaned(id)}`,
        id,
        `formerly: [ ${id} ] in the lesson that took its place`,
      ),
    ),
    ...gone.items.map((id) =>
      error(
        ['items', ids.items.indexOf(id)],
        `this question or task was published and is gone${orphaned(id)}`,
        id,
        `moved: ${id.slice(home(id).length + 1)} in the one that took its place`,
      ),
    ),
    ...(unrecorded.length > 0
      ? [
          error(
            [],
            unrecorded.length === 1 ? '1 id is not on record' : `${unrecorded.length} ids are not on record`,
            unrecorded.slice(0, 3).join(', '),
            'npm run handrail -- check --fix',
          ),
        ]
      : []),
  ];
}

function home(item: string): string {
  return item.slice(0, item.lastIndexOf('/'));
}
