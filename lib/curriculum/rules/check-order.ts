import type { AuthorError } from '../author-error';
import type { Curriculum } from '../curriculum';
import type { Lesson, Path } from '../lesson';
import type { Content } from '../read-content';

/** What a learner meets on the way: every lesson once, in an order, and nothing needed that comes later or is not listed. */
export function checkOrder({ paths }: Curriculum, place: Content['place']): AuthorError[] {
  const lessons = new Map(paths.flatMap((path) => path.lessons.map((lesson) => [lesson.id, lesson] as const)));
  return paths.flatMap((path) => [
    ...sameNumbers(path, place),
    ...path.lessons.flatMap((lesson) => needs(lesson, lessons, place)),
  ]);
}

function sameNumbers({ lessons }: Path, place: Content['place']): AuthorError[] {
  const first = new Map<number, Lesson>();
  return lessons.flatMap((lesson): AuthorError[] => {
    const other = first.get(lesson.order);
    if (!other) first.set(lesson.order, lesson);
    if (!other) return [];
    return [
      {
        ...place(lesson, 'lesson.yaml', []),
        rule: 'same-number',
        severity: 'warning',
        message: `"${other.slug}" has the number ${lesson.order} too: which comes first is chance`,
        expected: 'a number of its own in front of the folder’s name',
        found: String(lesson.order),
        fix: `${String(Math.max(...lessons.map(({ order }) => order)) + 1).padStart(2, '0')}-${lesson.slug}`,
      },
    ];
  });
}

function needs(lesson: Lesson, lessons: ReadonlyMap<string, Lesson>, place: Content['place']): AuthorError[] {
  return lesson.prerequisites.flatMap((id, at): AuthorError[] => {
    const needed = lessons.get(id);
    // Only for a finding: to say where something stands its file is read again.
    const here = () => place(lesson, 'lesson.yaml', ['prerequisites', at]);
    if (needed?.draft && !lesson.draft)
      return [
        {
          ...here(),
          rule: 'prerequisite-draft',
          severity: 'warning',
          message: `"${id}" is a draft: no learner finds what this lesson builds on`,
          expected: 'a lesson that is listed, or draft: true here as well',
          found: id,
        },
      ];
    // Two that need one another are a circle, and told as one.
    if (needed?.path === lesson.path && needed.order > lesson.order && !needed.prerequisites.includes(lesson.id))
      return [
        {
          ...here(),
          rule: 'prerequisite-later',
          severity: 'warning',
          message: `"${id}" comes later in the same path`,
          expected: `a number above ${needed.order} for this lesson, or one that is needed no more`,
          found: id,
        },
      ];
    return [];
  });
}
