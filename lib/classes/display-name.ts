import type { Locale } from '@/lib/words/locale';
import { sayPseudonym } from '@/lib/words/pseudonym';

/** What staff of a class may be told of a member's name: the name, or, where names are hidden, the pseudonym; never both. */
export type MemberName = { readonly name: string | null; readonly pseudonym: string | null };

/**
 * Of `class c`, `enrolment e` and `learner l`: the two columns of `MemberName`. Every query for a staff page selects these and never `l.name`,
 * `l.login` or `l.email` beside them, so that a real name does not reach the page's process at all.
 */
export const memberNameColumns = `CASE WHEN c.is_pseudonymous AND e.role = 'learner' THEN NULL ELSE coalesce(l.name, l.login) END AS name,
  CASE WHEN c.is_pseudonymous AND e.role = 'learner' THEN coalesce(e.pseudonym, left(e.learner_id::text, 8)) END AS pseudonym`;

/** The order in which staff see members, and what a search by name looks at: small letters; follows names and pseudonyms by itself. There is an index on (class_id, listed_as, learner_id). */
export const memberOrder = 'e.listed_as, e.learner_id';

/** What a member is called on a staff page, in an export, in a mail to staff. Somebody without a name is called by nothing: ''. */
export function displayName(member: MemberName, locale: Locale): string {
  if (member.pseudonym !== null) return sayPseudonym(member.pseudonym, locale);
  return member.name ?? '';
}
