import type { AuthorError } from './author-error';
import { circles } from './circles';
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
    for (const [index, old] of lesson.formerly.entries()) {
      const holder = addresses.get(old) ?? lessons.find((other) => other !== lesson && other.formerly.includes(old));
      if (holder)
        errors.push({
          ...at(lesson, ['formerly', index]),
          rule: 'formerly-taken',
          message: `"${old}" leads to ${holder.id} already`,
          found: old,
        });
    }
  }
  for (const { needs, from, circle } of circles(new Map(lessons.map((one) => [one.id, one.prerequisites])))) {
    const lesson = addresses.get(from);
    const index = lesson?.prerequisites.indexOf(needs) ?? -1;
    if (lesson) errors.push({ ...at(lesson, ['prerequisites', index]), ...circleLetter(circle) });
  }
  return [...errors, ...checkPathPrerequisites(drafts)];
}

function circleLetter(circle: readonly string[]) {
  return {
    rule: 'circle',
    message: 'the prerequisites go in a circle: none of these can be the first',
    expected: 'prerequisites that are there before',
    found: circle.join(' → '),
    fix: 'take this one out',
  };
}

/** Paths need paths that are there, and none needs itself in the end. */
function checkPathPrerequisites(drafts: readonly PathDraft[]): AuthorError[] {
  const ids = drafts.map(({ path }) => path.id);
  const unknown = drafts.flatMap(({ path, file, place }) =>
    path.prerequisites.flatMap((needed, index): AuthorError[] => {
      if (ids.includes(needed)) return [];
      const meant = didYouMean(needed, ids);
      return [
        {
          file,
          ...place(['prerequisites', index]),
          rule: 'unknown-path',
          message: `there is no path "${needed}"${meant ? `; did you mean "${meant}"?` : ''}`,
          found: needed,
          ...(meant ? { fix: meant } : {}),
        },
      ];
    }),
  );
  const circling = circles(new Map(drafts.map(({ path }) => [path.id, path.prerequisites])));
  return [
    ...unknown,
    ...circling.flatMap(({ needs, from, circle }): AuthorError[] => {
      const draft = drafts.find(({ path }) => path.id === from);
      if (!draft) return [];
      const index = draft.path.prerequisites.indexOf(needs);
      return [{ file: draft.file, ...draft.place(['prerequisites', index]), ...circleLetter(circle) }];
    }),
  ];
}

function placeIn(lesson: Lesson, path: KeyPath, places: LessonRead['places'] | undefined) {
  const file = authorPath(inFolder(lesson.folder, 'lesson.yaml'));
  return { file, ...(places?.get('lesson.yaml')?.(path) ?? startOfFile) };
}
