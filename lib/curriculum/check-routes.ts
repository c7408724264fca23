import type { AuthorError } from './author-error';
import { didYouMean } from './did-you-mean';
import type { LearningRoute, Path } from './lesson';
import type { KeyPath } from './schema-errors';

/** Routes lead through paths and lessons that are there, each once. */
export function checkRoutes(
  routes: readonly LearningRoute[],
  paths: readonly Path[],
  place: (path: KeyPath) => Pick<AuthorError, 'file' | 'line' | 'column'>,
): AuthorError[] {
  const known = paths.flatMap(({ id, lessons }) => [id, ...lessons.map((lesson) => lesson.id)]);
  const errors: AuthorError[] = [];
  for (const [index, { id, steps }] of routes.entries()) {
    if (routes.findIndex((route) => route.id === id) < index)
      errors.push({
        ...place(['routes', index, 'id']),
        rule: 'duplicate-id',
        message: `two routes are called "${id}"`,
        found: id,
      });
    for (const [at, step] of steps.entries()) {
      const here = place(['routes', index, 'steps', at]);
      if (steps.indexOf(step) < at)
        errors.push({ ...here, rule: 'duplicate-id', message: 'the route goes here twice', found: step });
      if (known.includes(step)) continue;
      const meant = didYouMean(step, known);
      errors.push({
        ...here,
        rule: 'unknown-lesson',
        message: `there is no path or lesson "${step}"${meant ? `; did you mean "${meant}"?` : ''}`,
        found: step,
        ...(meant ? { fix: meant } : {}),
      });
    }
  }
  return errors;
}
