import type { AuthorError } from './author-error';
import type { Curriculum } from './curriculum';
import type { Content } from './read-content';
import { checkLinkTargets } from './rules/check-link-targets';
import { checkOrder } from './rules/check-order';

/**
 * What can only be told with all lessons side by side. Asked at every check, so they look at what is light in a lesson (kept-lesson.ts),
 * and ask for a place only when there is a finding: for that, a file is read again. They stand apart from the lesson rules, which load much.
 */
export const contentRules: readonly ((curriculum: Curriculum, placeIn: Content['place']) => AuthorError[])[] = [
  checkOrder,
  checkLinkTargets,
];

/** Every content rule's findings. */
export function contentFindings(curriculum: Curriculum, placeIn: Content['place']): AuthorError[] {
  return contentRules.flatMap((rule) => rule(curriculum, placeIn));
}
