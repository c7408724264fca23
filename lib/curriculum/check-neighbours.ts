import type { AuthorError } from './author-error';
import { didYouMean } from './did-you-mean';
import type { Lesson, Path } from './lesson';
import type { PathDraft } from './read-path';
import { authorPath, inFolder } from './read-source';
import type { LessonRead } from './read-whole-lesson';
import type { KeyPath } from './schema-errors';
import { startOfFile } from './source-text';

/** What can only be told with all lessons side by side: addresses told twice, prerequisites that are not there or go in a circle. */
export function checkNeighbours(paths: readonly Path[], drafts: readonly PathDraft[]): AuthorError[] {
  const lessons = paths.flatMap((path) => path.lessons);
  const places = new Map(
    drafts.flatMap((draft) => draft.lessons.map((each) => [each.lesson.id, each.places] as const)),
  );
  const ids = lessons.map(({ id }) => id);
  const at = (lesson: Lesson, path: KeyPath) => placeIn(lesson, path, places.get(lesson.id));
  const errors: AuthorError[] = [];

  const addresses = new Map<string, Lesson>();
  for (const lesson of lessons) {
    const twin = addresses.get(lesson.id);
    if (twin)
      errors.push({
        ...at(lesson, []),
        rule: 'duplicate-id',
        message: `${authorPath(twin.folder)} has the same address`,
        found: lesson.id,
      });
    addresses.set(lesson.id, lesson);
  }
  for (const lesson of lessons) {
    for (const [index, needed] of lesson.prerequisites.entries()) {
      if (addresses.has(needed)) continue;
      const meant = didYouMean(needed, ids);
      errors.push({
        ...at(lesson, ['prerequisites', index]),
        rule: 'unknown-lesson',
        message: `there is no lesson "${needed}"${meant ? `; did you mean "${meant}"?` : ''}`,
        found: needed,
        ...(meant ? { fix: meant } : {}),
      });
    }
    const circle = circleFrom(lesson, addresses);
    if (circle)
      errors.push({
        ...at(lesson, ['prerequisites']),
        rule: 'circle',
        message: 'the prerequisites go in a circle',
        found: circle.join(' → '),
      });
    for (const [index, old] of lesson.formerly.entries()) {
      const holder = addresses.get(old) ?? lessons.find((other) => other !== lesson && other.formerly.includes(old));
      if (holder)
        errors.push({
          ...at(lesson, ['formerly', index]),
          rule: 'duplicate-id',
          message: `"${old}" leads to ${holder.id} already`,
          found: old,
        });
    }
  }
  for (const { path, file } of drafts)
    for (const needed of path.prerequisites)
      if (!paths.some(({ id }) => id === needed)) {
        const meant = didYouMean(
          needed,
          paths.map(({ id }) => id),
        );
        errors.push({
          file,
          ...startOfFile,
          rule: 'unknown-path',
          message: `there is no path "${needed}"${meant ? `; did you mean "${meant}"?` : ''}`,
          found: needed,
        });
      }
  return errors;
}

/** The way from a lesson back to itself along its prerequisites, if there is one. */
function circleFrom(start: Lesson, lessons: ReadonlyMap<string, Lesson>): string[] | undefined {
  const seen = new Set<string>();
  const walk = (id: string, way: string[]): string[] | undefined => {
    if (id === start.id && way.length > 0) return [...way, id];
    if (seen.has(id)) return undefined;
    seen.add(id);
    for (const next of lessons.get(id)?.prerequisites ?? []) {
      const found = walk(next, [...way, id]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start.id, []);
}

function placeIn(lesson: Lesson, path: KeyPath, places: LessonRead['places'] | undefined) {
  const file = authorPath(inFolder(lesson.folder, 'lesson.yaml'));
  return { file, ...(places?.get('lesson.yaml')?.(path) ?? startOfFile) };
}
