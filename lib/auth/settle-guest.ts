import { type CookieToSet, cookieName, cookieValue, removedCookie } from '@/lib/auth/cookie';
import { eraseLearner } from '@/lib/auth/erase-learner-store';
import { countAnswers, mergeGuest } from '@/lib/auth/merge-guest-store';
import { checkSession, forgetChecked, type SessionClaims } from '@/lib/auth/session';
import { revokeSession } from '@/lib/auth/session-store';
import { decodeSession } from '@/lib/auth/session-token';

/** "These answers": mine, not mine (they stay where they are, with nobody), or delete. */
export const guestChoices = ['mine', 'not-mine', 'delete'] as const;
export type GuestChoice = (typeof guestChoices)[number];

/** The guest whose answers wait for the question, with their number; null when there is nothing to ask. */
export async function waitingGuest(
  cookieHeader: string | undefined,
): Promise<{ guest: SessionClaims; answers: number } | null> {
  const token = cookieValue(cookieHeader, cookieName('guest'));
  const claims = token ? await decodeSession(token) : null;
  const guest = claims?.guest ? await checkSession(claims) : null;
  // Signed up in another tab meanwhile: the answers have an owner.
  if (!guest?.guest) return null;
  const answers = await countAnswers(guest.learnerId);
  return answers > 0 ? { guest, answers } : null;
}

/** Does what the learner chose, and forgets the guest's cookie. `owner` is who is signed in. */
export async function settleGuest(
  cookieHeader: string | undefined,
  owner: SessionClaims,
  choice: GuestChoice,
): Promise<CookieToSet> {
  const waiting = await waitingGuest(cookieHeader);
  if (waiting) {
    const { learnerId, sessionId } = waiting.guest;
    if (choice === 'mine') await mergeGuest(learnerId, owner.learnerId);
    if (choice === 'not-mine') await revokeSession(learnerId, sessionId);
    if (choice === 'delete') await eraseLearner(learnerId);
    forgetChecked(learnerId, sessionId);
  }
  return removedCookie(cookieName('guest'));
}
