import type { Role } from '@/lib/auth/role';
import type { Member } from '@/lib/classes/roster-store';

export type CardRefusal = 'staff' | 'has-mail' | 'own-account';

/**
 * Whether staff may hand this member a way to choose a password, or why not. Who holds such a card holds the account, all of it, in every class. So it
 * is given for learners who are staff nowhere, and: for an account that this class made, unless its holder can have a link mailed; for an account that
 * somebody made themselves only where no mail is set up, when they came in by the class's code and the site itself made the asker an instructor.
 * Whoever was merely entered in a roster by their address has agreed to nothing.
 */
export function refusesCard(
  member: Pick<Member, 'role' | 'siteRole' | 'isStaffSomewhere' | 'isMadeHere' | 'hasEmail' | 'cameBy'>,
  { siteRole, hasMail }: { siteRole: Role; hasMail: boolean },
): CardRefusal | undefined {
  if (member.role !== 'learner' || member.siteRole !== 'learner' || member.isStaffSomewhere) return 'staff';
  if (member.isMadeHere) return hasMail && member.hasEmail ? 'has-mail' : undefined;
  if (hasMail) return 'has-mail';
  const isTrusted = siteRole === 'instructor' || siteRole === 'admin';
  return isTrusted && member.cameBy === 'code' ? undefined : 'own-account';
}
